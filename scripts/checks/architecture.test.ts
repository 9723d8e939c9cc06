import { describe, expect, it } from 'vitest';
import * as rules from './architecture-rules.ts';
import { moduleGraph, startCycles } from './module-graph.ts';
import { undeclared, unused } from './packages.ts';

const house = (files: Record<string, string>) => moduleGraph(new Map(Object.entries(files)));
const x = 'export const x = 1;';

describe('the reader', () => {
  it('sees imports of every kind, and which of them vanish', () => {
    const graph = house({
      'worker/a.ts': "import { x } from './b.ts'; import type { T } from './c.ts'; import { type U } from './c.ts'; export { y } from './d.ts'; export type { V } from './c.ts';\nconst e: import('./c.ts').W = await import('./e.ts'); new URL('./f.ts', import.meta.url); export const z = [x, e] as unknown as [T, U];\n",
      'worker/b.ts': x, 'worker/c.ts': 'export type T = 1;', 'worker/d.ts': x, 'worker/e.ts': x, 'worker/f.ts': x,
    });
    const seen = graph.get('worker/a.ts')?.imports.map(({ to, typeOnly, lazy }) => `${to}${typeOnly ? ' type' : ''}${lazy ? ' lazy' : ''}`).sort();
    expect(seen).toEqual([
      'worker/b.ts', 'worker/c.ts type', 'worker/c.ts type', 'worker/c.ts type', 'worker/c.ts type', 'worker/d.ts', 'worker/e.ts lazy', 'worker/f.ts lazy',
    ]);
    expect(graph.get('worker/a.ts')?.lines).toBe(2);
  });

  it('refuses a file that it cannot read', () => {
    expect(() => house({ 'worker/a.ts': 'import { from;' })).toThrow('worker/a.ts');
  });
});

describe('direction', () => {
  const breach = (from: string, to: string, how = 'import') => rules.direction(house({ [from]: `${how} { x } from '${relative(from, to)}'; export const y: typeof x = 1;`, [to]: x }));
  it.each([
    ['worker/platform/log.ts', 'worker/features/pitches/schema.ts'],
    ['worker/http/session.ts', 'worker/features/me/queries.ts'],
    ['worker/features/me/routes.ts', 'worker/app.ts'],
    ['worker/platform/cache/kv.ts', 'worker/http/errors.ts'],
    ['durable-objects/draft/logic.ts', 'worker/platform/log.ts'],
    ['frontend/src/ui/card.tsx', 'frontend/src/features/market/api.ts'],
    ['frontend/src/lib/http.ts', 'frontend/src/ui/card.tsx'],
    ['frontend/src/features/market/api.ts', 'worker/features/market/queries.ts'],
    ['frontend/src/features/market/grid.tsx', 'frontend/src/app/router.tsx'],
  ])('%s may not import %s', (from, to) => expect(breach(from, to)).toHaveLength(1));

  it.each([
    ['worker/app.ts', 'worker/features/me/routes.ts'],
    ['worker/features/me/routes.ts', 'worker/http/access.ts'],
    ['worker/http/limit.ts', 'durable-objects/limiter/logic.ts'],
    ['frontend/src/features/market/api.ts', 'worker/features/market/schema.ts'],
    ['frontend/src/portals/public/routes.tsx', 'frontend/src/features/market/api.ts'],
  ])('%s may import %s', (from, to) => expect(breach(from, to)).toEqual([]));

  it('lets the platform look at the types of a request, and never at those of a feature', () => {
    expect(breach('worker/platform/cache/create.ts', 'worker/http/request-event.ts', 'import type')).toEqual([]);
    expect(breach('worker/platform/cache/create.ts', 'worker/features/me/schema.ts', 'import type')).toHaveLength(1);
  });

  it('knows a place for every file', () => {
    expect(() => breach('somewhere/else.ts', 'worker/app.ts')).toThrow('no part of the house');
  });
});

/** `a/b.ts`, `a/c/d.ts` -> `./c/d.ts`. */
function relative(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1) || './'}${to}`;
}

describe('the other rules', () => {
  it('another feature is entered through its door', () => {
    const files = { 'worker/features/a/routes.ts': x, 'worker/features/a/queries.ts': x };
    expect(rules.doors(house({ ...files, 'worker/features/b/routes.ts': "import '../a/routes.ts';" }))).toHaveLength(1);
    expect(rules.doors(house({ ...files, 'worker/features/b/routes.ts': "import '../a/queries.ts';" }))).toEqual([]);
  });

  it('a schema must not drag the server into the browser', () => {
    const files = { 'frontend/src/features/a/api.ts': "import '../../../../worker/features/a/schema.ts';", 'worker/platform/db/neon.ts': x };
    expect(rules.browserSide(house({ ...files, 'worker/features/a/schema.ts': x }))).toEqual([]);
    expect(rules.browserSide(house({ ...files, 'worker/features/a/schema.ts': "import '../../platform/db/neon.ts';" }))).toHaveLength(1);
  });

  it('testing code stays in tests', () => {
    const files = { 'worker/testing/clock.ts': x };
    expect(rules.testsApart(house({ ...files, 'worker/app.ts': "import './testing/clock.ts';" }))).toHaveLength(1);
    expect(rules.testsApart(house({ ...files, 'worker/app.test.ts': "import './testing/clock.ts';" }))).toEqual([]);
  });

  it('cycles are found, and types or lazy imports make none', () => {
    const b = "import './c.ts';";
    expect(startCycles(house({ 'worker/a.ts': "import './b.ts';", 'worker/b.ts': b, 'worker/c.ts': "import './a.ts';" }))).toEqual([['worker/a.ts', 'worker/b.ts', 'worker/c.ts']]);
    expect(startCycles(house({ 'worker/a.ts': "import './b.ts';", 'worker/b.ts': b, 'worker/c.ts': "import type { T } from './a.ts'; await import('./a.ts');" }))).toHaveLength(0);
  });

  it('a barrel is one, a module that also passes on a type is none', () => {
    expect(rules.noBarrels(house({ 'worker/http/index.ts': "export { x } from './a.ts'; export { y } from './b.ts';", 'worker/http/a.ts': x, 'worker/http/b.ts': x }))).toHaveLength(1);
    expect(rules.noBarrels(house({ 'worker/http/index.ts': "export * from './a.ts';", 'worker/http/a.ts': x }))).toHaveLength(1);
    expect(rules.noBarrels(house({ 'worker/http/b.ts': "export type { x } from './a.ts'; export const y = 2;", 'worker/http/a.ts': x }))).toEqual([]);
  });

  it('an orphan is a file that only tests import', () => {
    const files = { 'worker/http/a.ts': x, 'worker/http/a.test.ts': "import './a.ts';" };
    expect(rules.noOrphans(new Set())(house(files))).toHaveLength(1);
    expect(rules.noOrphans(new Set(['worker/http/a.ts']))(house(files))).toEqual([]);
    expect(rules.noOrphans(new Set())(house({ ...files, 'worker/index.ts': "import './http/a.ts';" }))).toEqual([]);
  });

  it('sizes, names and lost imports', () => {
    expect(rules.fileSizes(house({ 'worker/a.ts': 'x;\n'.repeat(401) }))).toHaveLength(1);
    expect(rules.fileSizes(house({ 'worker/a.ts': 'x;\n'.repeat(400) }))).toEqual([]);
    expect(rules.names(house({ 'worker/http/session-helper.ts': x }))).toHaveLength(1);
    expect(rules.names(house({ 'worker/http/a.ts': 'export class SessionManager {}' }))).toHaveLength(1);
    expect(rules.names(house({ 'worker/http/SessionCookie.ts': x }))).toHaveLength(1);
    expect(rules.names(house({ 'worker/http/session.ts': x, 'worker/http/session-new.ts': x }))).toHaveLength(1);
    expect(rules.names(house({ 'worker/http/session.ts': 'export const newId = 1;' }))).toEqual([]);
    expect(rules.noLostImports(house({ 'worker/a.ts': "import './gone.ts';" }))).toHaveLength(1);
  });

  it('packages are declared and used', () => {
    const graph = house({ 'worker/a.ts': "import 'hono/cors'; import '@neon/db/x'; import 'node:fs'; import 'cloudflare:workers';" });
    expect(undeclared(graph, { dependencies: { hono: '1.0.0' } })).toEqual(['worker/a.ts imports @neon/db/x, which package.json does not declare']);
    expect(unused({ dependencies: { hono: '1', zod: '1' }, devDependencies: { '@types/node': '1' } }, ["import 'hono/cors'"])).toHaveLength(1);
  });
});
