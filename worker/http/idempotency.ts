// Idempotency-Key: the same key with the same body has one effect and one answer. Key, effect and answer are one transaction, so a
// crash between them leaves either all or nothing, and of many at once one wins while the others wait for its commit and replay it.
import type { Context } from 'hono';
import { z } from 'zod';
import { AppError } from '../platform/app-error.ts';
import { optionalRow } from '../platform/db/db.ts';
import { type Sql, sql } from '../platform/db/sql.ts';
import { userOf } from './access.ts';
import type { AppEnv } from './context.ts';

interface Operation<S extends z.ZodType> {
  /** What was asked, after validation: two requests are the same when this is. */
  request: unknown;
  /** Statements of the effect. */
  effects: readonly Sql[];
  /** A SELECT of the one row that the answer is made of; it sees the effect. */
  answer: Sql;
  /** Its rows, also as they come back out of jsonb. */
  schema: S;
}

const Kept = z.object({ requestHash: z.string(), body: z.unknown() });

async function hashOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isTaken = (error: unknown): boolean => (error as { code?: string; constraint?: string } | null)?.constraint === 'idempotency_keys_pkey';

/**
 * Runs the effects and gives the answer's row; one round trip. With an Idempotency-Key that was used before, nothing runs: the row
 * of the first time comes back (and `Idempotent-Replayed: true` is set), or 422 when the request is another one.
 */
export async function once<S extends z.ZodType>(c: Context<AppEnv>, operation: Operation<S>): Promise<z.output<S>> {
  const { db } = c.get('services');
  const key = c.req.header('idempotency-key');
  if (key === undefined) {
    const results = await db.batch([...operation.effects, operation.answer]);
    return operation.schema.parse(results.at(-1)?.rows[0]);
  }
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new AppError('bad_request', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
  const userId = userOf(c).id;
  const requestHash = await hashOf([c.req.method, c.req.path, operation.request]);
  try {
    const results = await db.batch([
      sql`INSERT INTO idempotency_keys (user_id, key, request_hash) VALUES (${userId}, ${key}, ${requestHash})`,
      ...operation.effects,
      sql`UPDATE idempotency_keys k SET status = 201, body = to_jsonb(answer) FROM (${operation.answer}) AS answer
          WHERE k.user_id = ${userId} AND k.key = ${key} RETURNING k.body`,
    ]);
    return operation.schema.parse(results.at(-1)?.rows[0]?.body);
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  const kept = await optionalRow(db, Kept, sql`SELECT request_hash AS "requestHash", body FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key}`);
  if (!kept) throw new AppError('conflict', 'A request with this Idempotency-Key is still running. Ask again in a moment.', { retryAfter: 1 });
  if (kept.requestHash !== requestHash) throw new AppError('unprocessable', 'This Idempotency-Key was used for another request.');
  c.header('Idempotent-Replayed', 'true');
  return operation.schema.parse(kept.body);
}
