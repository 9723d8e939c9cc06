// Tokens, their digests and their signatures. Native and synchronous, since every request with a session passes here.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../env.ts';

/** What a signature is for: one that was made for one purpose never passes for another. */
export type Purpose = 'session' | 'session-cache' | 'unsubscribe';

/** 256 random bits, base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** What a table holds instead of a token: SHA-256, base64url. Enough for 256 random bits; never for a password. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const signatureWith = (secret: string, purpose: Purpose, text: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');

/** HMAC-SHA-256 with the current secret, base64url. */
export const sign = (settings: Settings, purpose: Purpose, text: string): string => signatureWith(settings.BETTER_AUTH_SECRET, purpose, text);

/** Whether `signature` was made with the current secret, or with the former one while a rotation lasts. */
export function isSignedBy(settings: Settings, purpose: Purpose, text: string, signature: string): boolean {
  const given = Buffer.from(signature);
  return [settings.BETTER_AUTH_SECRET, settings.BETTER_AUTH_SECRET_OLD].some((secret) => {
    if (!secret) return false;
    const expected = Buffer.from(signatureWith(secret, purpose, text));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}
