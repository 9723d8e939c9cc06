// Every package that is imported is declared, and every one that is declared is used.
import { builtinModules } from 'node:module';
import type { Graph } from './module-graph.ts';

export interface Manifest {
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Declared for another package's sake: a peer, the types of something, or a program that is found by name. */
const forOthers = /^@types\/|^node-(?:linux|win|darwin)|^oxlint-tsgolint$|^openapi-types$|^@cloudflare\/workers-types$/;

/** `@scope/name/deep` -> `@scope/name`. */
const packageOf = (request: string): string => request.split('/').slice(0, request.startsWith('@') ? 2 : 1).join('/');

const isPackage = (request: string): boolean =>
  !/^(?:\.|\/|node:|cloudflare:|virtual:|data:|\(computed\))/.test(request) && !builtinModules.includes(request);

/** Imports of packages that package.json does not name, one sentence each. */
export function undeclared(graph: Graph, manifest: Manifest): string[] {
  const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }));
  return [...graph.values()].flatMap(({ path, imports }) => imports
    .filter(({ request }) => isPackage(request) && !declared.has(packageOf(request)))
    .map(({ request }) => `${path} imports ${request}, which package.json does not declare`));
}

/** Declared packages that no text of the project names. `texts`: everything but package.json and the lock. */
export function unused(manifest: Manifest, texts: readonly string[]): string[] {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) => !forOthers.test(name));
  const scripts = Object.values(manifest.scripts ?? {}).join('\n');
  return declared.filter((name) => !scripts.includes(name) && !texts.some((text) => text.includes(name))).map((name) => `${name} is declared in package.json and named nowhere`);
}
