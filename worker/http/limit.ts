// How often one caller may use a route. Declared where the route is, and listed beside access in the surface snapshot.
import type { Context, MiddlewareHandler } from 'hono';
import { take as takeFrom, type Taken, type Window } from '../../durable-objects/limiter/logic.ts';
import { AppError } from '../platform/app-error.ts';
import type { AppEnv } from './context.ts';

const MINUTE = 60_000;

/**
 * `read`: shed load, counted in the isolate (an approximation that costs nothing). The others are counted atomically in a Durable
 * Object. Auth routes count per account and address by themselves, in auth/.
 */
export const LIMITS = {
  read: { limit: 600, windowMs: MINUTE },
  write: { limit: 120, windowMs: MINUTE },
  create: { limit: 30, windowMs: 10 * MINUTE },
  upload: { limit: 600, windowMs: 10 * MINUTE },
  auth: { limit: 60, windowMs: 10 * MINUTE },
  event: { limit: 240, windowMs: MINUTE },
  /** Pages drawn for one reader: three turned every second for a whole minute, which nobody who reads does. */
  render: { limit: 180, windowMs: MINUTE },
} as const satisfies Record<string, Window>;

export type LimitName = keyof typeof LIMITS;

const tags = new WeakMap<object, LimitName>();
export const limitTag = (handler: object): LimitName | undefined => tags.get(handler);

/** Who is counted: the person, else the address the edge saw. A header that a client can set is never trusted. */
export function callerOf(c: Context<AppEnv>): string {
  const actor = c.get('actor');
  return actor.kind === 'user' ? `user:${actor.id}` : `ip:${addressOf(c)}`;
}

/** The client's address as the edge saw it; `local` where there is no edge. */
export const addressOf = (c: Context<AppEnv>): string => c.req.header('cf-connecting-ip') ?? 'local';

function refuse(ms: number): never {
  throw new AppError('rate_limited', 'That was a lot at once. Wait a moment and try again.', { retryAfter: ms / 1000 });
}

const counted = new Map<string, { at: number; count: number }>();

/** Fixed windows in the isolate: one map look-up a request. */
function shed(key: string, window: Window, now: number): void {
  const held = counted.get(key);
  if (!held || now - held.at >= window.windowMs) {
    if (counted.size > 50_000) counted.clear();
    counted.set(key, { at: now, count: 1 });
    return;
  }
  held.count += 1;
  if (held.count > window.limit) refuse(held.at + window.windowMs - now);
}

/** A strict stand-in while the Durable Object does not answer: writes fail closed to a quarter of the limit, in this isolate. */
const strict = new Map<string, Taken>();

function takeStrictly(bucket: string, window: Window, now: number): void {
  const { state, answer } = takeFrom(strict.get(bucket) ?? [], { ...window, limit: Math.ceil(window.limit / 4) }, now);
  if (strict.size > 10_000) strict.clear();
  strict.set(bucket, state);
  if (!answer.allowed) refuse(answer.retryAfterMs);
}

/** Limits a route. LIMITS=off (local runs only) switches it off. */
export function limit(name: LimitName): MiddlewareHandler<AppEnv> {
  const window = LIMITS[name];
  const shedding: MiddlewareHandler<AppEnv> = (c, next) => {
    if (c.get('settings').LIMITS !== 'off') shed(`${name}:${callerOf(c)}`, window, c.get('services').clock.now());
    return next();
  };
  const counting: MiddlewareHandler<AppEnv> = async (c, next) => {
    if (c.get('settings').LIMITS === 'off') return next();
    const { limiter, clock } = c.get('services');
    const bucket = `${name}:${callerOf(c)}`;
    try {
      const { allowed, retryAfterMs } = await limiter.take(bucket, window);
      if (!allowed) refuse(retryAfterMs);
    } catch (error) {
      if (error instanceof AppError) throw error;
      (c.get('event').degraded ??= []).push(`limiter: ${String(error)}`);
      takeStrictly(bucket, window, clock.now());
    }
    return next();
  };
  const handler = name === 'read' ? shedding : counting;
  tags.set(handler, name);
  return handler;
}
