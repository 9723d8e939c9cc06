// Idempotency-Key for what needs an interactive transaction: the key is written with the fact, so a retry finds either both or neither.
import { z } from 'zod';
import { AppError } from '../../platform/app-error.ts';
import { execute, optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { sha256Hex } from '../../platform/digest.ts';

export interface ReplayKey {
  userId: string;
  key: string;
  /** Of what was asked: the same key with another request is refused. */
  hash: string;
}

/** The key of a request, or null when it carries none. */
export async function replayKey(userId: string, header: string | undefined, request: unknown): Promise<ReplayKey | null> {
  if (header === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) throw new AppError('bad_request', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
  return { userId, key: header, hash: await sha256Hex(JSON.stringify(['ndas', request])) };
}

const Kept = z.object({ hash: z.string(), id: z.uuid().nullable() });

/** The id that this key gave before; null when it is fresh. */
export async function replayed(db: Queryable, { userId, key, hash }: ReplayKey): Promise<string | null> {
  const kept = await optionalRow(db, Kept, sql`SELECT request_hash AS hash, body ->> 'ndaId' AS id FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key}`);
  if (kept && kept.hash !== hash) throw new AppError('unprocessable', 'This Idempotency-Key was used for another request.');
  return kept?.id ?? null;
}

/** Keeps the id under the key, in the transaction of the fact. */
export const keepReplay = (tx: Queryable, { userId, key, hash }: ReplayKey, ndaId: string): Promise<number> => execute(tx, sql`
  INSERT INTO idempotency_keys (user_id, key, request_hash, status, body) VALUES (${userId}, ${key}, ${hash}, 201, ${JSON.stringify({ ndaId })}::jsonb)`);
