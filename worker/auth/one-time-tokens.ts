// Links that work once: kept as a digest of purpose and token, consumed by PostgreSQL in one statement, so that of two clicks one wins.
import type { AuthEngine } from './auth.ts';
import { randomToken } from './signing.ts';

export type Purpose = 'verify-email' | 'reset-password';

const HOUR = 3_600_000;
/** ms for which a link works. */
export const TOKEN_MS = { 'verify-email': 24 * HOUR, 'reset-password': HOUR } as const satisfies Record<Purpose, number>;

/** What a row of `verifications` says it is for. */
export const tokenValue = (purpose: Purpose, userId: string): string => `${purpose}:${userId}`;

/** Writes a token for a person and gives it: the only time that it is seen. `now` in ms. */
export async function issueToken(engine: AuthEngine, purpose: Purpose, userId: string, now: number): Promise<string> {
  const token = randomToken();
  const at = new Date(now);
  await engine.createVerificationValue({
    identifier: `${purpose}:${token}`, value: tokenValue(purpose, userId), expiresAt: new Date(now + TOKEN_MS[purpose]), createdAt: at, updatedAt: at,
  });
  return token;
}

/** Consumes a token. Gives the person's id, or null when it is unknown, used, lapsed or for something else. */
export async function redeemToken(engine: AuthEngine, purpose: Purpose, token: string, now: number): Promise<string | null> {
  const found = await engine.consumeVerificationValue(`${purpose}:${token}`);
  if (!found || found.expiresAt.getTime() <= now || !found.value.startsWith(`${purpose}:`)) return null;
  return found.value.slice(purpose.length + 1);
}
