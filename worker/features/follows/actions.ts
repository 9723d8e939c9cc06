// Who is out of a reader's sight: people between whom and the reader a block stands, in either direction. Asked on every list that a
// signed-in person gets, so an isolate remembers it as long as it may remember their session: a block moves the epochs of both sides.
import { EPOCH_AGE_MS, epochOf } from '../../auth/session-reader.ts';
import type { AppEnv } from '../../http/context.ts';
import type { Context } from 'hono';
import { rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { z } from 'zod';

/** ms for which a list may be remembered, the epoch permitting. */
const KEPT_MS = 60_000;

interface Remembered { epoch: number; readAt: number; ids: ReadonlySet<string> }

const nobody: ReadonlySet<string> = new Set();
// One map an environment: an isolate has one, each test has its own.
const memories = new WeakMap<object, Map<string, Remembered>>();

function memoryOf(env: object): Map<string, Remembered> {
  let memory = memories.get(env);
  if (!memory || memory.size > 20_000) memories.set(env, (memory = new Map()));
  return memory;
}

const Other = z.object({ id: z.string() });

/** Ids of people whom the reader of this request shall not meet. No SQL for visitors, nor for a person whom this isolate knows. */
export async function hiddenPeople(c: Context<AppEnv>): Promise<ReadonlySet<string>> {
  const actor = c.get('actor');
  if (actor.kind === 'anonymous') return nobody;
  const { db, epochs, clock } = c.get('services');
  const memory = memoryOf(c.env);
  // Before the rows, as the session's reader does; where nobody can tell, only the rows are believed.
  const epoch = await epochs.current(epochOf(actor.id), EPOCH_AGE_MS).catch((error: unknown) => {
    (c.get('event').degraded ??= []).push(`epochs: ${String(error).slice(0, 200)}`);
    return null;
  });
  const now = clock.now();
  const held = memory.get(actor.id);
  if (held && held.epoch === epoch && now - held.readAt <= KEPT_MS) return held.ids;
  const found = await rows(db, Other, sql`
    SELECT blocked_id AS id FROM blocks WHERE blocker_id = ${actor.id} UNION SELECT blocker_id FROM blocks WHERE blocked_id = ${actor.id}`);
  const ids = found.length === 0 ? nobody : new Set(found.map(({ id }) => id));
  if (epoch !== null) memory.set(actor.id, { epoch, readAt: now, ids });
  return ids;
}
