// The whole surface of the API, read from the router: who may call what, and how often. The table beside this file is reviewed: a change of it is a
// change of permissions. ROUTES=write npx vitest run worker/app.routes.test.ts writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRouterName } from 'hono/dev';
import { Hono, type Handler } from 'hono';
import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { access, accessTag, type AccessTag } from './http/access.ts';
import type { AppEnv } from './http/context.ts';
import { limit, limitTag, type LimitName } from './http/limit.ts';

interface Surface {
  method: string;
  path: string;
  access: AccessTag[];
  limits: LimitName[];
}

type App = Pick<Hono<AppEnv>, 'routes'>;

/** Middleware mounted on a whole tree: it takes `next`, and no tag of its own. */
const isMiddleware = ({ path, handler }: { path: string; handler: unknown }): boolean => path.endsWith('*') && (handler as Handler).length === 2;

function surfaceOf({ routes }: App): Surface[] {
  const surface = new Map<string, Surface>();
  for (const route of routes) {
    if (isMiddleware(route)) continue;
    const key = `${route.method} ${route.path}`;
    const entry = surface.get(key) ?? { method: route.method, path: route.path, access: [], limits: [] };
    const [who, rate] = [accessTag(route.handler), limitTag(route.handler)];
    if (who) entry.access.push(who);
    if (rate) entry.limits.push(rate);
    surface.set(key, entry);
  }
  return [...surface.values()].sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1));
}

/** Breaches of "deny by default", one sentence each. */
function breachesOf(surface: readonly Surface[]): string[] {
  return surface.flatMap(({ method, path, access: tags, limits }) => {
    const at = `${method} ${path}`;
    const found: string[] = [];
    if (tags.length !== 1) found.push(`${at} has ${tags.length} access tags`);
    if (limits.length !== 1) found.push(`${at} has ${limits.length} limit tags`);
    if (method === 'ALL') found.push(`${at} answers to every method`);
    const reads = method === 'GET' || method === 'HEAD';
    if (reads && limits.some((name) => name === 'write' || name === 'create' || name === 'upload')) found.push(`${at} declares a write`);
    if (!reads && limits.includes('read')) found.push(`${at} changes something and is limited as a read`);
    return found;
  });
}

function tableOf(surface: readonly Surface[]): string {
  const rows = surface.map(({ method, path, access: tags, limits }) => [
    method, path, tags.map(({ who }) => who.join('|')).join(), tags.map(({ rule }) => rule ?? '-').join(), limits.join(),
  ]);
  const all = [['method', 'path', 'access', 'rule', 'limit'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return `${all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] as number)).join('  ').trimEnd()).join('\n')}\n`;
}

const file = join(import.meta.dirname, 'app.routes.snapshot.txt');
const app = createApp(() => { throw new Error('no request is made here'); });
const surface = surfaceOf(app);

describe('the surface', () => {
  it('lies under /api and /ws', () => {
    expect(surface.length).toBeGreaterThan(0);
    expect(surface.filter(({ path }) => !/^\/(?:api|ws)(?:\/|$)/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('has exactly one access and one limit on every route, and no read that writes', () => expect(breachesOf(surface)).toEqual([]));

  it('is the one that was reviewed', () => {
    const table = tableOf(surface);
    if (process.env.ROUTES === 'write') writeFileSync(file, table);
    expect(table).toBe(readFileSync(file, 'utf8'));
  });

  // A pattern that ours cannot hold would silently give every request a slower router.
  it('is matched by the fast router', () => expect(getRouterName(app)).toBe('SmartRouter + StaticFirstRouter'));
});

describe('the test itself', () => {
  const ok: Handler<AppEnv> = (c) => c.text('ok');
  const of = (build: (router: Hono<AppEnv>) => unknown): string[] => {
    const router = new Hono<AppEnv>();
    build(router);
    return breachesOf(surfaceOf(new Hono<AppEnv>().route('/api/x', router)));
  };

  it('finds what is open, unlimited, doubled or a read that writes', () => {
    expect(of((r) => r.get('/', access('public'), limit('read'), ok))).toEqual([]);
    expect(of((r) => r.get('/', limit('read'), ok))).toEqual(['GET /api/x has 0 access tags']);
    expect(of((r) => r.get('/', access('public'), ok))).toEqual(['GET /api/x has 0 limit tags']);
    expect(of((r) => r.get('/', access('public'), access('user'), limit('read'), ok))).toEqual(['GET /api/x has 2 access tags']);
    expect(of((r) => r.get('/', access('user'), limit('create'), ok))).toEqual(['GET /api/x declares a write']);
    expect(of((r) => r.post('/', access('user'), limit('read'), ok))).toEqual(['POST /api/x changes something and is limited as a read']);
    expect(of((r) => r.all('/', access('public'), limit('read'), (c) => c.text('any')))).toContain('ALL /api/x answers to every method');
  });
});
