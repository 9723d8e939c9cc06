// One wide JSON event a request: what `wrangler tail` shows. Also the request id, W3C traceparent and Server-Timing.
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { log } from '../platform/log.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { AppEnv } from './context.ts';

export interface RequestEvent {
  requestId: string;
  traceId: string;
  method: string;
  path: string;
  route?: string;
  status?: number;
  ms?: number;
  actor?: string;
  portal?: string;
  db: { count: number; ms: number };
  kv: { count: number; ms: number };
  redis: { count: number; ms: number };
  /** Tier that answered each cached read, by namespace. */
  cache: Record<string, string>;
  error?: string;
  cause?: string;
  /** Failures that the request survived, e.g. `redis: timeout`. */
  degraded?: string[];
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const hex = (bytes: number): string => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const round = (ms: number): number => Math.round(ms * 10) / 10;

/** Adds one timed call to a counter of the event. */
export function count(counter: { count: number; ms: number }, ms: number): void {
  counter.count += 1;
  counter.ms += ms;
}

export const requestEvent = createMiddleware<AppEnv>(async (c, next) => {
  const started = performance.now();
  const requestId = uuidv7(Date.now());
  const traceId = TRACEPARENT.exec(c.req.header('traceparent') ?? '')?.[1] ?? hex(16);
  const event: RequestEvent = {
    requestId, traceId, method: c.req.method, path: c.req.path,
    db: { count: 0, ms: 0 }, kv: { count: 0, ms: 0 }, redis: { count: 0, ms: 0 }, cache: {},
  };
  c.set('requestId', requestId);
  c.set('event', event);
  await next();
  event.ms = round(performance.now() - started);
  event.status = c.res.status;
  event.route = routePath(c, -1);
  const actor = c.get('actor');
  if (actor?.kind === 'user') {
    event.actor = actor.id;
    event.portal = actor.portal;
  }
  if (c.res.status !== 101) {
    const tiers = Object.values(event.cache);
    c.header('X-Request-Id', requestId);
    c.header('Server-Timing', `db;dur=${round(event.db.ms)};desc="${event.db.count}", total;dur=${event.ms}`);
    if (tiers.length > 0) c.header('X-Cache', tiers.at(-1));
  }
  if (c.get('settings')?.LOG !== 'off') log(event.status >= 500 ? 'error' : 'info', 'request', { ...event });
});
