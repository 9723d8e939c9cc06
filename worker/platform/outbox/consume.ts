// What happens to one message of the queue. The row decides: it is claimed, worked on and settled; the message only says when.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../db/db.ts';
import { sql } from '../db/sql.ts';
import { bury, markDone } from './settle.ts';

export interface OutboxJob {
  id: string;
  topic: string;
  payload: unknown;
  /** 1 for the first. */
  attempt: number;
}

/**
 * Does what a topic asks for. Called at least once an id: the effect must carry the id, so that whoever receives it can tell a
 * repetition (a mail's Message-ID, a unique key). Throws to be tried again; gives `undeliverable` when trying again is useless.
 */
export type Consumer = (job: OutboxJob) => Promise<void | { undeliverable: string }>;

export type Outcome =
  | { kind: 'done' | 'gone' }
  | { kind: 'retry'; delaySeconds: number; cause?: string }
  | { kind: 'dead'; topic: string; reason: string };

/** Seconds until the next try, by tries made: an outage of an hour is survived. wrangler.toml's max_retries is their number. */
export const RETRY_DELAYS = [5, 15, 60, 120, 300, 600, 600, 900, 900, 1200] as const;
export const MAX_ATTEMPTS = RETRY_DELAYS.length + 1;
/** Longer than any consumer may take: within it, a second delivery of the same id waits. */
const CLAIM_SECONDS = 60;

const Claimed = z.object({ topic: z.string(), payload: z.unknown(), attempts: z.number() });
const Held = z.object({ status: z.enum(['pending', 'done', 'dead']), wait: z.number() });

const claim = (db: Queryable, id: string) => optionalRow(db, Claimed, sql`
  UPDATE outbox SET attempts = attempts + 1, available_at = now() + make_interval(secs => ${CLAIM_SECONDS})
  WHERE id = ${id} AND status = 'pending' AND available_at <= now()
  RETURNING topic, payload, attempts`);

const selectHeld = (db: Queryable, id: string) => optionalRow(db, Held, sql`
  SELECT status, ceil(extract(epoch FROM available_at - now()))::int AS wait FROM outbox WHERE id = ${id}`);

const postpone = (db: Queryable, id: string, seconds: number, error: string) => db.query(sql`
  UPDATE outbox SET available_at = now() + make_interval(secs => ${seconds}), last_error = ${error} WHERE id = ${id} AND status = 'pending'`);

/** One message. Throws only when the database is away. */
export async function consumeOutbox(db: Queryable, consumerOf: (topic: string) => Consumer | undefined, id: string): Promise<Outcome> {
  const row = await claim(db, id);
  if (!row) {
    const held = await selectHeld(db, id);
    return held?.status === 'pending' ? { kind: 'retry', delaySeconds: Math.max(1, held.wait) } : { kind: 'gone' };
  }
  const { topic, payload, attempts } = row;
  const giveUp = async (reason: string): Promise<Outcome> => {
    await bury(db, id, reason);
    return { kind: 'dead', topic, reason };
  };
  const consumer = consumerOf(topic);
  if (!consumer) return giveUp(`no consumer for topic ${topic}`);
  if (attempts > MAX_ATTEMPTS) return giveUp('tried too often');
  try {
    const refused = await consumer({ id, topic, payload, attempt: attempts });
    if (refused) return await giveUp(refused.undeliverable);
    await markDone(db, id);
    return { kind: 'done' };
  } catch (error) {
    const delaySeconds = RETRY_DELAYS[attempts - 1] ?? (RETRY_DELAYS.at(-1) as number);
    const cause = String(error).slice(0, 500);
    await postpone(db, id, delaySeconds, cause);
    return { kind: 'retry', delaySeconds, cause };
  }
}
