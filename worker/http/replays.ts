// Idempotency-Key for what is not one batch of statements (idempotency.ts has those): the key is written with the fact, so a retry finds either both or neither.
import type { Context } from 'hono';
import { z } from 'zod';
import { AppError } from '../platform/app-error.ts';
import { optionalRow, type Queryable } from '../platform/db/db.ts';
import { type Sql, sql } from '../platform/db/sql.ts';
import { sha256Hex } from '../platform/digest.ts';
import { userOf } from './access.ts';
import type { AppEnv } from './context.ts';

export interface ReplayKey {
  userId: string;
  key: string;
  /** Of what was asked: the same key with another request is refused. */
  hash: string;
}

/** The key of a request, or null when it carries none. `request`: what was asked, after validation. */
export async function replayKey(c: Context<AppEnv>, request: unknown): Promise<ReplayKey | null> {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new AppError('bad_request', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
  return { userId: userOf(c).id, key, hash: await sha256Hex(JSON.stringify([c.req.method, c.req.path, request])) };
}

export const Kept = z.object({ hash: z.string(), id: z.uuid().nullable() });

/** What a key gave before, a row of `Kept`; no row when it is fresh. For a statement that asks more at once. */
export const selectReplay = ({ userId, key }: ReplayKey): Sql => sql`SELECT request_hash AS hash, body ->> 'id' AS id FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key}`;

/** The id that was kept, or null. Throws 422 when the key was used for another request. */
export function replayOf(kept: z.output<typeof Kept> | null, { hash }: ReplayKey): string | null {
  if (kept && kept.hash !== hash) throw new AppError('unprocessable', 'This Idempotency-Key was used for another request.');
  return kept?.id ?? null;
}

/** The id that this key gave before; null when it is fresh. */
export const replayed = async (db: Queryable, key: ReplayKey): Promise<string | null> => replayOf(await optionalRow(db, Kept, selectReplay(key)), key);

/** Keeps the id under the key: runs in the transaction of the fact. `from`: rows without which nothing is kept, e.g. `FROM made`. */
export const keepReplay = ({ userId, key, hash }: ReplayKey, id: string, from: Sql = sql.empty): Sql => sql`
  INSERT INTO idempotency_keys (user_id, key, request_hash, status, body) SELECT ${userId}, ${key}, ${hash}, 201, ${JSON.stringify({ id })}::jsonb ${from}`;

/**
 * Makes something once a key. `make` writes the statements it is given beside its fact, in one transaction, and gives the id; with a key that was used
 * before nothing is made and the id of the first time comes back. `Idempotent-Replayed: true` is set then.
 */
export async function onceById(c: Context<AppEnv>, request: unknown, make: (keep: (id: string) => Sql[]) => Promise<string>): Promise<string> {
  const { db } = c.get('services');
  const key = await replayKey(c, request);
  if (!key) return make(() => []);
  const again = async (): Promise<string | null> => {
    const id = await replayed(db, key);
    if (id !== null) c.header('Idempotent-Replayed', 'true');
    return id;
  };
  const before = await again();
  if (before !== null) return before;
  try {
    return await make((id) => [keepReplay(key, id)]);
  } catch (error) {
    // The same request, sent twice at once: the other one won, and what stood in this one's way may be its own.
    const made = await again();
    if (made === null) throw error;
    return made;
  }
}
