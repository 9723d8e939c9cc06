// How often one account and one address may try. Counted atomically in Durable Objects, before the thing counted is done, so that two
// hundred attempts at once are as many as two hundred in a row.
import type { Context } from 'hono';
import { take as takeFrom, type Taken } from '../../durable-objects/limiter/logic.ts';
import type { AppEnv } from '../http/context.ts';
import { addressOf } from '../http/limit.ts';
import { AppError } from '../platform/app-error.ts';
import type { Take, Window } from '../platform/limiter.ts';
import { digestOf } from './signing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const LOCK_MS = 15 * MINUTE;

const WINDOWS = {
  /** Passwords tried at one account, right ones not counted. Used up, the account is locked until the window moves on. */
  passwordAccount: { limit: 5, windowMs: LOCK_MS },
  /** The same from one address, over any number of accounts. */
  passwordAddress: { limit: 20, windowMs: LOCK_MS },
  signUpAddress: { limit: 30, windowMs: HOUR },
  /** Mails with a link that anyone can ask us to send: to one address of a person, and asked for from one address of the network. */
  mailAccount: { limit: 5, windowMs: HOUR },
  mailAddress: { limit: 30, windowMs: HOUR },
  /** One mail a day about a locked account, however long somebody goes on. */
  lockMail: { limit: 1, windowMs: 24 * HOUR },
} as const satisfies Record<string, Window>;

export type AuthLimit = keyof typeof WINDOWS;

/** The address that is counted: one IPv6 customer has a whole /64. */
export function countedAddress(c: Context<AppEnv>): string {
  const address = addressOf(c).replace(/^::ffff:(?=\d+\.)/i, '');
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

// Names of objects end up in consoles and bills: no address of a person in them.
const bucketOf = (name: AuthLimit, key: string): string => `${name}:${digestOf(key.toLowerCase())}`;

/** Stands in while the Durable Object does not answer: a quarter of the limit, in this isolate. It fails closed, but not shut. */
const strict = new Map<string, Taken>();

function takeStrictly(bucket: string, window: Window, now: number): Take {
  const { state, answer } = takeFrom(strict.get(bucket) ?? [], { ...window, limit: Math.ceil(window.limit / 4) }, now);
  if (strict.size > 10_000) strict.clear();
  strict.set(bucket, state);
  return answer;
}

const unlimited: Take = { allowed: true, remaining: Number.POSITIVE_INFINITY, retryAfterMs: 0 };

function degraded(c: Context<AppEnv>, error: unknown): void {
  (c.get('event').degraded ??= []).push(`limiter: ${String(error).slice(0, 200)}`);
}

/** Counts one. */
export async function take(c: Context<AppEnv>, name: AuthLimit, key: string): Promise<Take> {
  if (c.get('settings').LIMITS === 'off') return unlimited;
  const { limiter, clock } = c.get('services');
  const bucket = bucketOf(name, key);
  try {
    return await limiter.take(bucket, WINDOWS[name]);
  } catch (error) {
    degraded(c, error);
    return takeStrictly(bucket, WINDOWS[name], clock.now());
  }
}

/** Counts one of an address, or refuses with 429. */
export async function takeAddress(c: Context<AppEnv>, name: 'passwordAddress' | 'signUpAddress' | 'mailAddress'): Promise<void> {
  const { allowed, retryAfterMs } = await take(c, name, countedAddress(c));
  if (!allowed) throw new AppError('rate_limited', 'Too many attempts from your network. Wait a little and try again.', { retryAfter: retryAfterMs / 1000 });
}

/** Uncounts one, or all. What cannot be uncounted only counts for longer than it should. */
export async function release(c: Context<AppEnv>, name: AuthLimit, key: string, what: 'one' | 'all'): Promise<void> {
  if (c.get('settings').LIMITS === 'off') return;
  const { limiter } = c.get('services');
  const bucket = bucketOf(name, key);
  strict.delete(bucket);
  try {
    await (what === 'one' ? limiter.giveBack(bucket) : limiter.clear(bucket));
  } catch (error) {
    degraded(c, error);
  }
}
