// node scripts/checks/architecture.ts: the rules of docs/architecture.md over every source file.
import * as rules from './architecture-rules.ts';
import { moduleGraph } from './module-graph.ts';
import { type Manifest, undeclared, unused } from './packages.ts';
import { isSource, isTest, projectFiles, readProjectFile } from './source-files.ts';

const isText = (path: string): boolean => /\.(?:ts|tsx|mjs|css|html|json|jsonc|toml|yml|md)$/.test(path) && !/^package(?:-lock)?\.json$/.test(path);

const sources = new Map(projectFiles(isSource).map((path) => [path, readProjectFile(path)]));
const graph = moduleGraph(sources);
const manifest = JSON.parse(readProjectFile('package.json')) as Manifest;

const texts = new Map(projectFiles(isText).map((path) => [path, readProjectFile(path)]));

// Started from outside: named in package.json's scripts, a workflow or a configuration, or spawned by path from another source.
// A tool that people run by hand is named in the documents.
const scripts = Object.values(manifest.scripts ?? {}).join('\n');
const started = {
  has(path: string): boolean {
    const counts = (where: string): boolean => where !== path && !isTest(where) && (!where.endsWith('.md') || /^(?:scripts|bench)\//.test(path));
    const folder = path.split('/')[0] ?? '';
    // As its neighbours name it: './src/lib/x.ts' in a configuration, 'peers/x.ts' beside import.meta.dirname, "./x.mjs" in a page.
    const [own, last] = [path.split('/').slice(-2).join('/'), path.split('/').at(-1) ?? ''];
    const tails = [`'${last}'`, `'${own}'`, `./${last}"`, `./${path.replace(/^frontend\//, '')}`];
    const names = (where: string, text: string): boolean => text.includes(path) || (where.startsWith(`${folder}/`) && tails.some((tail) => text.includes(tail)));
    return scripts.includes(path) || [...texts].some(([where, text]) => counts(where) && names(where, text));
  },
};

const breaches = [
  ...rules.direction(graph), ...rules.doors(graph), ...rules.browserSide(graph), ...rules.testsApart(graph), ...rules.noCycles(graph), ...rules.noBarrels(graph),
  ...rules.noOrphans(started)(graph), ...rules.fileSizes(graph), ...rules.names(graph), ...rules.noLostImports(graph), ...undeclared(graph, manifest), ...unused(manifest, [...texts.values()]),
];

const sizes = [...graph.values()].map(({ lines }) => lines).sort((a, b) => a - b);
const edges = [...graph.values()].reduce((sum, { imports }) => sum + imports.filter(({ to }) => to !== undefined).length, 0);
if (edges === 0) throw new Error('The check found files but no import between them: its reader is broken.');
const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)] as number;
console.log(`architecture: ${sizes.length} files, ${edges} imports between them; lines: median ${at(0.5)}, nine of ten under ${at(0.9)}, most ${at(1)}`);
for (const breach of breaches) console.error(`  ${breach}`);
if (breaches.length > 0) process.exitCode = 1;
