// A session token names its person in front of its random part. That is no secret and no proof; it lets a reader ask for the
// person's epoch before it asks the database, which is what makes a cached answer safe to keep.
import type { Settings } from '../env.ts';
import { isSignedBy, randomToken, sign } from './signing.ts';

const VALUE = /^([0-9a-f]{32}[\w-]{43})\.([\w-]{43})$/;

/** A fresh token for a person. */
export const createSessionToken = (userId: string): string => `${userId.replaceAll('-', '')}${randomToken()}`;

/** The person a token claims to be of. */
export const userIdIn = (token: string): string => token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The cookie's value: a signed token, so that junk is refused without a look at the database. */
export const toCookieValue = (settings: Settings, token: string): string => `${token}.${sign(settings, 'session', token)}`;

/** The token in a cookie's value, or null when we never issued it. */
export function tokenIn(settings: Settings, value: string): string | null {
  const [, token, signature] = VALUE.exec(value) ?? [];
  return token && signature && isSignedBy(settings, 'session', token, signature) ? token : null;
}
