// One wide JSON event a request: what `wrangler tail` shows. Also the request id, W3C traceparent and Server-Timing.
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { log } from '../platform/log.ts';
import type { AppEvent } from '../platform/events/events.ts';
import { uuidv7 } from '../platform/ids.ts';
import { protect, writeAnswer } from './answer-headers.ts';
import type { AppEnv } from './context.ts';

/** Logged as it is, and counted as it is (`kind`, `at`): no copy is made of it. */
export interface RequestEvent extends AppEvent {
  kind: 'request';
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
const round = (ms: number): number => Math.round(ms * 10) / 10;

/** Adds one timed call to a counter of the event. */
export function count(counter: { count: number; ms: number }, ms: number): void {
  counter.count += 1;
  counter.ms += ms;
}

export const requestEvent = createMiddleware<AppEnv>(async (c, next) => {
  const started = Date.now();
  const requestId = uuidv7(started);
  const traceparent = c.req.header('traceparent');
  // A request that begins a trace gives it its own id: 128 bits, random where W3C asks for it.
  const traceId = (traceparent ? TRACEPARENT.exec(traceparent)?.[1] : undefined) ?? requestId.replaceAll('-', '');
  const event: RequestEvent = {
    kind: 'request', at: started, requestId, traceId, method: c.req.method, path: c.req.path,
    db: { count: 0, ms: 0 }, kv: { count: 0, ms: 0 }, redis: { count: 0, ms: 0 }, cache: {},
  };
  c.set('requestId', requestId);
  c.set('event', event);
  await next();
  const { status } = c.res;
  event.ms = round(Date.now() - started);
  event.status = status;
  if (status !== 101) {
    let tier: string | undefined;
    for (const namespace in event.cache) tier = event.cache[namespace];
    writeAnswer(c, (headers) => {
      protect(headers);
      headers.set('x-request-id', requestId);
      headers.set('server-timing', `db;dur=${round(event.db.ms)};desc="${event.db.count}", total;dur=${event.ms}`);
      if (tier !== undefined) headers.set('x-cache', tier);
    });
  }
  if (c.get('settings')?.LOG === 'off') return;
  event.route = routePath(c, -1);
  const actor = c.get('actor');
  if (actor?.kind === 'user') {
    event.actor = actor.id;
    event.portal = actor.portal;
  }
  log(status >= 500 ? 'error' : 'info', 'request', event);
  c.get('services')?.events.send(event);
});
