// The rules of the house, each a pure function over the module graph that gives one sentence a breach.
import { basename } from 'node:path/posix';
import { isTest } from './source-files.ts';
import { type Graph, type Module, runtimeClosure, startCycles } from './module-graph.ts';
import { mayNeed, maySeeTypes, zoneOf } from './zones.ts';

export type Rule = (graph: Graph) => string[];

const modules = (graph: Graph): Module[] => [...graph.values()];
/** Schemas, closed lists, protocols and sums that both sides work out, and the cleaning of text that schemas do. */
const isShared = (path: string): boolean => /^worker\/features\/[^/]+\/(?:(?:.+\.)?(?:schema|sums)|lists)\.ts$|^durable-objects\/[^/]+\/(?:protocol|events)\.ts$|^worker\/platform\/(?:text|pdf\/printable)\.ts$/.test(path);
/** What a feature shows to other features. */
const isFeatureDoor = (path: string): boolean => /^worker\/features\/[^/]+\/(?:schema|lists|gates|queries|actions)\.ts$/.test(path);
const isFrontend = (path: string): boolean => path.startsWith('frontend/src/');

/** index -> app -> features -> http, platform; and the frontend's app -> portals -> features -> ui -> lib. */
export const direction: Rule = (graph) => modules(graph).flatMap(({ path, imports }) => {
  const from = zoneOf(path);
  const need = mayNeed[from.name];
  if (need === undefined) return [];
  return imports.flatMap(({ to, typeOnly }) => {
    if (to === undefined) return [];
    const there = zoneOf(to);
    const names = [there.name, ...(isShared(to) ? ['shared'] : [])];
    const allowed = typeOnly ? [...need, ...(maySeeTypes[from.name] ?? [])] : need;
    return names.some((name) => allowed.includes(name)) ? [] : [`${path} imports ${to}: ${from.name} may not need ${there.name}${typeOnly ? ', not even its types' : ''}`];
  });
});

/** A feature goes to another one through its door only; a portal does not look into another portal. */
export const doors: Rule = (graph) => modules(graph).flatMap(({ path, imports }) => {
  const from = zoneOf(path);
  return imports.flatMap(({ to }) => {
    if (to === undefined) return [];
    const there = zoneOf(to);
    if (from.name !== there.name || from.part === undefined || there.part === undefined || from.part === there.part) return [];
    if (from.name === 'worker/features' && !isFeatureDoor(to)) return [`${path} imports ${to}: another feature is entered through its schema.ts, lists.ts, gates.ts, queries.ts or actions.ts`];
    // Pages that several portals have in common.
    if (from.name === 'frontend/portals' && !['makers', 'members'].includes(there.part)) return [`${path} imports ${to}: portals do not import each other`];
    return [];
  });
});

/** Rules of text without any need of their own, which the schemas of both sides apply. */
const isPure = (path: string): boolean => path === 'worker/platform/text.ts' || path === 'worker/platform/pdf/printable.ts';

/** What the browser downloads of the server is its schemas, closed lists, protocols and sums, and what those need. */
export const browserSide: Rule = (graph) => modules(graph).filter(({ path }) => isFrontend(path) && !isTest(path) && !path.startsWith('frontend/src/testing/')).flatMap(({ path, imports }) =>
  imports.filter(({ to, typeOnly }) => to !== undefined && !typeOnly && !to.startsWith('frontend/')).flatMap(({ to }) => {
    const strangers = [...runtimeClosure(graph, to as string)].filter((needed) => !isShared(needed) && !isPure(needed));
    return strangers.map((needed) => `${path} brings ${needed} into the browser by importing ${to}`);
  }));

/** Testing code stays in tests. */
export const testsApart: Rule = (graph) => modules(graph).filter(({ path }) => !isTest(path) && !/\/testing\/|^e2e\/|vitest\..*config/.test(path)).flatMap(({ path, imports }) =>
  imports.filter(({ to }) => to !== undefined && (/\/testing\//.test(to) || isTest(to))).map(({ to }) => `${path} imports ${to}, which is for tests`));

export const noCycles: Rule = (graph) => startCycles(graph).map((members) => `these files need each other while they start: ${members.join(', ')}`);

/** The entry passes on the rooms, and what stands in the place of a package has all its names. */
const MAY_PASS_ON = ['worker/index.ts', 'worker/platform/later-zod.ts'];

export const noBarrels: Rule = (graph) => modules(graph).filter(({ path, barrel }) => barrel && !MAY_PASS_ON.includes(path)).map(({ path }) => `${path} only passes on what others export`);

/** Files that something outside of the graph starts. */
const entries = /^worker\/index\.ts$|^frontend\/(?:index\.html|src\/app\/main\.tsx|vite\.config\.ts|functions\/.+\.ts)$|^[^/]+\.(?:config|workerd\.config)\.ts$|\/testing\/(?:setup|global-setup)\.ts$|^e2e\/global-(?:setup|teardown)\.ts$/;

/** Folders of which everything is for tests. */
const testFolders = /\/testing\/|^e2e\/|^migrations\//;

/** Nothing lies about: a file is started by something, or something imports it. `started` are the paths that package.json, workflows and other programs name. */
export const noOrphans = (started: Pick<ReadonlySet<string>, 'has'>): Rule => (graph) => {
  const imported = new Set<string>();
  for (const { path, imports } of modules(graph)) for (const { to } of imports) if (to !== undefined && to !== path && (!isTest(path) || testFolders.test(to))) imported.add(to);
  return modules(graph).filter(({ path }) => !imported.has(path) && !isTest(path) && !entries.test(path) && !started.has(path)).map(({ path }) => `${path} is imported by nothing but tests, and nothing starts it`);
};

export const MAX_LINES = 400;
export const fileSizes: Rule = (graph) => modules(graph).filter(({ lines }) => lines > MAX_LINES).map(({ path, lines }) => `${path} has ${lines} lines; ${MAX_LINES} is the most`);

const banned = /^(?:enhanced|integrated|managers?|helpers?|utils?|utilities|service|common|v2|misc)$/i;
const words = (name: string): string[] => name.split(/[-_.]|(?<=[a-z0-9])(?=[A-Z])/);

/** Words that mean nothing, in file names, folder names and exported names; `new-x` beside `x`. */
export const names: Rule = (graph) => modules(graph).flatMap(({ path, exports }) => {
  const breaches: string[] = [];
  for (const part of path.split('/')) {
    if (words(part).some((word) => banned.test(word))) breaches.push(`${path}: "${part}" says nothing about what is in it`);
    if (!/^[a-z0-9_.[\]-]+$/.test(part)) breaches.push(`${path}: "${part}" is not kebab-case`);
  }
  for (const name of exports) if (words(name).some((word) => banned.test(word))) breaches.push(`${path} exports ${name}: the name holds a word that means nothing`);
  const older = path.replace(/(?:new-|-new(?=\.))/, '');
  if (older !== path && graph.has(older)) breaches.push(`${path} stands beside ${basename(older)}: one of the two is to go`);
  return breaches;
});

/** Every relative import leads to a file of the project. */
export const noLostImports: Rule = (graph) => modules(graph).flatMap(({ path, imports }) =>
  imports.filter(({ request, to }) => request.startsWith('.') && to === undefined && /\.(?:ts|tsx|mjs)$/.test(request)).map(({ request }) => `${path} imports ${request}, which is not there`));
