// Paths without parameters are looked up, the others matched by one regular expression. Hono's own fast router refuses `/pitches/mine` beside
// `/pitches/:id` and would leave every request to a slower one. What is new here: a fixed path wins over a parameter, whichever came first.
import { type Result, type Router, UnsupportedPathError } from 'hono/router';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { SmartRouter } from 'hono/router/smart-router';
import { TrieRouter } from 'hono/router/trie-router';

interface Route<T> {
  method: string;
  path: string;
  handler: T;
}

const ALL = 'ALL';
const isFixed = (path: string): boolean => !/[:*?{]/.test(path);

/** Whether a fixed path lies under `*`, `/*` or `/a/b/*`. */
function covers(pattern: string, path: string): boolean {
  if (pattern === '*' || pattern === '/*') return true;
  if (!pattern.endsWith('/*')) return false;
  const prefix = pattern.slice(0, -2);
  return path === prefix || path.startsWith(`${prefix}/`);
}

/** Fixed paths first. Throws Hono's UnsupportedPathError for patterns that this cannot hold, which makes SmartRouter choose another. */
export function createStaticFirstRouter<T>(): Router<T> {
  const routes: Route<T>[] = [];
  const patterns = new RegExpRouter<T>();
  let fixed: Map<string, Map<string, Result<T>>> | undefined;

  function build(): Map<string, Map<string, Result<T>>> {
    const methods = new Set([ALL, ...routes.map(({ method }) => method)]);
    const byMethod = new Map<string, Map<string, Result<T>>>();
    for (const method of methods) {
      const mine = routes.filter((route) => route.method === method || route.method === ALL);
      const byPath = new Map<string, Result<T>>();
      for (const { path } of mine) {
        if (!isFixed(path) || byPath.has(path)) continue;
        byPath.set(path, [mine.filter((route) => route.path === path || covers(route.path, path)).map(({ handler }) => [handler, {}])]);
      }
      byMethod.set(method, byPath);
    }
    return byMethod;
  }

  return {
    name: 'StaticFirstRouter',
    add(method, path, handler) {
      if (path.includes('*') && /[:?{]|\*./.test(path)) throw new UnsupportedPathError(path);
      routes.push({ method, path, handler });
      if (!isFixed(path)) patterns.add(method, path, handler);
    },
    match(method, path) {
      fixed ??= build();
      return (fixed.get(method) ?? fixed.get(ALL))?.get(path) ?? patterns.match(method, path);
    },
  };
}

/** The router of the app. */
export const createRouter = <T>(): Router<T> => new SmartRouter<T>({ routers: [createStaticFirstRouter<T>(), new TrieRouter<T>()] });
