// Who asks. Hot path first: a copy in memory, a copy in the browser's second cookie, then one statement. No copy is believed without the
// person's epoch, at most EPOCH_AGE_MS old, so an ended session is refused everywhere within 5 s. Where no epoch can be had, only the
// database is believed.
import type { Context } from 'hono';
import type { Actor, AppEnv, UserActor } from '../http/context.ts';
import { AppError } from '../platform/app-error.ts';
import { CACHE_COOKIE, readCookie, SESSION_COOKIE, setCookie } from './cookies.ts';
import { CACHE_MS, isCurrent, openCopy, sealCopy, type SessionCopy } from './session-cache.ts';
import { selectOptionalSession, touchSession, type SessionRow } from './session-queries.ts';
import { toCookieValue, tokenIn, userIdIn } from './session-token.ts';
import { digestOf } from './signing.ts';

const DAY = 86_400_000;
/** ms without use after which a session ends. */
export const IDLE_MS = 7 * DAY;
/** ms after which a session ends however much it is used. */
export const LONGEST_MS = 30 * DAY;
/** ms that a person's epoch may be old: what ends with it ends everywhere within 5 s. */
export const EPOCH_AGE_MS = 4_000;
/** ms between two notes of "last seen". */
const TOUCH_MS = 10 * 60_000;

export interface ReadSession {
  actor: Actor;
  /** Set-Cookie headers for the answer. */
  cookies: readonly string[];
  /** Why nobody could tell who asks, when nobody could. */
  failure?: AppError;
}

/** The epoch's name for a person's sessions. */
export const epochOf = (userId: string): string => `user:${userId}`;

const ANONYMOUS: Actor = { kind: 'anonymous' };
const nobody: ReadSession = { actor: ANONYMOUS, cookies: [] };

// Copies of this isolate, by the cookie's value. One map an environment: an isolate has one, each test has its own.
const memories = new WeakMap<object, Map<string, { token: string; copy: SessionCopy }>>();

function memoryOf(env: object): Map<string, { token: string; copy: SessionCopy }> {
  let memory = memories.get(env);
  if (!memory || memory.size > 20_000) memories.set(env, (memory = new Map()));
  return memory;
}

/** The actor of a session's row. */
export const actorOf = (row: SessionRow): UserActor => ({
  kind: 'user', id: row.user_id, sessionId: row.id, email: row.email, name: row.name, portal: row.portal,
  roles: row.roles, emailVerified: row.email_verified, signedInAt: row.created_at,
});

async function currentEpoch(c: Context<AppEnv>, userId: string): Promise<number | null> {
  try {
    return await c.get('services').epochs.current(epochOf(userId), EPOCH_AGE_MS);
  } catch (error) {
    (c.get('event').degraded ??= []).push(`epochs: ${String(error).slice(0, 200)}`);
    return null;
  }
}

async function read(c: Context<AppEnv>): Promise<ReadSession> {
  const header = c.req.header('cookie');
  const value = readCookie(header, SESSION_COOKIE);
  if (!value) return nobody;
  const services = c.get('services');
  const settings = c.get('settings');
  const memory = memoryOf(c.env);
  const held = memory.get(value);
  const token = held?.token ?? tokenIn(settings, value);
  if (!token) return nobody;

  // Before the database, never after: a session that ends between the two reads must leave its copy with the older number.
  const epoch = await currentEpoch(c, userIdIn(token));
  const now = services.clock.now();
  if (epoch !== null) {
    if (held && isCurrent(held.copy, epoch, now)) return { actor: held.copy.actor, cookies: [] };
    const carried = openCopy(settings, token, readCookie(header, CACHE_COOKIE));
    if (carried && isCurrent(carried, epoch, now)) {
      memory.set(value, { token, copy: carried });
      return { actor: carried.actor, cookies: [] };
    }
  }

  const row = await selectOptionalSession(services.db, digestOf(token), now);
  if (!row || row.user_id !== userIdIn(token)) {
    memory.delete(value);
    return nobody;
  }
  const cookies: string[] = [];
  if (now - row.updated_at > TOUCH_MS) {
    services.defer(touchSession(services.db, row.id, now, IDLE_MS, LONGEST_MS));
    cookies.push(setCookie(settings, SESSION_COOKIE, toCookieValue(settings, token), IDLE_MS / 1000));
  }
  const actor = actorOf(row);
  if (epoch !== null) {
    const copy: SessionCopy = { actor, epoch, readAt: now, expiresAt: row.expires_at };
    memory.set(value, { token, copy });
    cookies.push(setCookie(settings, CACHE_COOKIE, sealCopy(settings, token, copy), CACHE_MS / 1000));
  }
  return { actor, cookies };
}

/** What this isolate knows without asking anybody: nine of ten requests. */
function held(c: Context<AppEnv>): ReadSession | undefined {
  const value = readCookie(c.req.header('cookie'), SESSION_COOKIE);
  if (!value) return nobody;
  const copy = memoryOf(c.env).get(value)?.copy;
  if (!copy) return undefined;
  const { epochs, clock } = c.get('services');
  const epoch = epochs.known(epochOf(copy.actor.id), EPOCH_AGE_MS);
  return epoch !== undefined && isCurrent(copy, epoch, clock.now()) ? { actor: copy.actor, cookies: [] } : undefined;
}

/** Reads the session of a request. Never throws: what could not be read is `failure`, and the actor is anonymous. */
export function readSession(c: Context<AppEnv>): ReadSession | Promise<ReadSession> {
  return held(c) ?? readSlowly(c);
}

async function readSlowly(c: Context<AppEnv>): Promise<ReadSession> {
  try {
    return await read(c);
  } catch (error) {
    const failure = error instanceof AppError ? error : new AppError('internal', 'Your session could not be read. Try again in a moment.', { cause: error });
    return { actor: ANONYMOUS, cookies: [], failure };
  }
}
