// Keeps the requests of a batch.
import { z } from 'zod';
import { claimed } from '../../platform/events/claims.ts';
import type { EventCounter } from '../../platform/events/consume.ts';
import { hourOf } from '../../platform/events/days.ts';
import { keepRequests, type LogRow } from './queries.ts';

const Calls = z.object({ count: z.number(), ms: z.number() });
/** A request's event as it left the request; what is not named here stays in the live log. */
const RequestEvent = z.object({
  at: z.number(), requestId: z.uuid(), traceId: z.string(), method: z.string(), route: z.string().default('*'), path: z.string(), status: z.int(), ms: z.number(),
  actor: z.string().optional(), portal: z.string().optional(), db: Calls, kv: Calls, redis: Calls, cache: z.record(z.string(), z.string()), error: z.string().optional(),
});

const SMALLINT = 32_767;
const LONGEST_PATH = 200;

/** A path may hold anything; PostgreSQL takes no NUL and no half of a surrogate pair. */
const safe = (path: string): string => path.slice(0, LONGEST_PATH).toWellFormed().replaceAll('\0', '');

function rowOf(event: unknown): LogRow {
  const { at, requestId, traceId, method, route, path, status, ms, actor, portal, db, kv, redis, cache, error } = RequestEvent.parse(event);
  return {
    at: new Date(at).toISOString(), hour: hourOf(at), id: requestId, trace_id: traceId, method: method.slice(0, 10), route, path: safe(path), status, ms,
    actor_id: actor ?? null, portal: portal ?? null, db_count: Math.min(db.count, SMALLINT), db_ms: db.ms, kv_count: Math.min(kv.count, SMALLINT), redis_count: Math.min(redis.count, SMALLINT),
    cache: Object.keys(cache).length > 0 ? cache : null, error: error ?? null,
  };
}

export const requestLogs: EventCounter = { kinds: ['request'], tables: ['request_logs'], statements: (claim, events) => [keepRequests(claimed(claim), events.map(rowOf))] };
