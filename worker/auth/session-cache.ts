// What a browser carries so that most requests need no SQL: who it is, as of when, and the person's epoch then. Signed together with
// the token, so it is worth nothing beside another session's cookie.
import { z } from 'zod';
import type { UserActor } from '../http/context.ts';
import type { Settings } from '../env.ts';
import { isSignedBy, sign } from './signing.ts';

/** ms for which a copy of a session may stand in for the database's row, epochs permitting. */
export const CACHE_MS = 60_000;

/** A copy of a session, in a cookie or in memory. Times in ms. */
export interface SessionCopy {
  actor: UserActor;
  epoch: number;
  readAt: number;
  expiresAt: number;
}

const Portal = z.enum(['creator', 'investor', 'production', 'admin']);
const Copy = z.object({
  actor: z.object({
    kind: z.literal('user'), id: z.string(), sessionId: z.string(), email: z.string(), name: z.string(), portal: Portal,
    roles: z.array(z.string()), emailVerified: z.boolean(), signedInAt: z.number(),
  }),
  epoch: z.number(), readAt: z.number(), expiresAt: z.number(),
});

/** The cookie's value. */
export function sealCopy(settings: Settings, token: string, copy: SessionCopy): string {
  const body = Buffer.from(JSON.stringify(copy)).toString('base64url');
  return `${body}.${sign(settings, 'session-cache', `${token}\n${body}`)}`;
}

/** The copy in a cookie's value, or null when it is not ours or not of this token. Whether it still holds is isCurrent()'s question. */
export function openCopy(settings: Settings, token: string, value: string | null): SessionCopy | null {
  const [body, signature] = value?.split('.') ?? [];
  if (!body || !signature || !isSignedBy(settings, 'session-cache', `${token}\n${body}`, signature)) return null;
  const parsed = Copy.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return parsed.success ? parsed.data : null;
}

/** Whether a copy may be believed at `now`, given the epoch that was asked for just before. */
export const isCurrent = (copy: SessionCopy, epoch: number, now: number): boolean =>
  copy.epoch === epoch && Math.abs(now - copy.readAt) <= CACHE_MS && copy.expiresAt > now;
