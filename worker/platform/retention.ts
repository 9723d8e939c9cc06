// Every night: rows that have served their time. In bounded bites, so that no statement holds locks for long.
import { execute, type Queryable } from './db/db.ts';
import { type Sql, sql } from './db/sql.ts';
import { log } from './log.ts';

const BITE = 5_000;
const MOST_BITES = 40;

/**
 * What was told thirty days ago. The floor rises in the same statement, so that a cursor below it is answered with a reset and never with a
 * gap. Streams are locked in the order of their people, as writers do.
 */
const dropStreamEntries = sql`
  WITH doomed AS MATERIALIZED (SELECT n.user_id, n.seq FROM live_events v JOIN stream_entries n ON n.event_id = v.id
      WHERE v.created_at < now() - interval '30 days' ORDER BY v.created_at, n.user_id, n.seq LIMIT ${BITE}),
    locked AS MATERIALIZED (SELECT user_id FROM streams WHERE user_id IN (SELECT user_id FROM doomed) ORDER BY user_id FOR UPDATE),
    raised AS (UPDATE streams s SET floor_seq = greatest(s.floor_seq, d.seq) FROM (SELECT user_id, max(seq) AS seq FROM doomed GROUP BY user_id) d
      WHERE s.user_id = d.user_id AND (SELECT count(*) FROM locked) > 0)
  DELETE FROM stream_entries n USING doomed d WHERE n.user_id = d.user_id AND n.seq = d.seq AND (SELECT count(*) FROM locked) > 0`;

const bites: Record<string, Sql> = {
  outbox: sql`DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE status = 'done' AND settled_at < now() - interval '7 days' LIMIT ${BITE})`,
  // A dead row is kept for a person to look at, but the link in it has lapsed and is nobody's business.
  links: sql`UPDATE outbox SET payload = payload - 'link' WHERE id IN (SELECT id FROM outbox WHERE status = 'dead' AND settled_at < now() - interval '1 day' AND payload ? 'link' LIMIT ${BITE})`,
  idempotencyKeys: sql`DELETE FROM idempotency_keys WHERE (user_id, key) IN (SELECT user_id, key FROM idempotency_keys WHERE created_at < now() - interval '1 day' LIMIT ${BITE})`,
  // Longer than a queue keeps a message.
  eventBatches: sql`DELETE FROM event_batches WHERE id IN (SELECT id FROM event_batches WHERE counted_at < now() - interval '7 days' LIMIT ${BITE})`,
  sessions: sql`DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < now() LIMIT ${BITE})`,
  streamEntries: dropStreamEntries,
  // Of nobody's stream any more.
  liveEvents: sql`DELETE FROM live_events WHERE id IN (SELECT v.id FROM live_events v WHERE v.created_at < now() - interval '31 days'
    AND NOT EXISTS (SELECT FROM stream_entries n WHERE n.event_id = v.id) LIMIT ${BITE})`,
  socketTickets: sql`DELETE FROM socket_tickets WHERE digest IN (SELECT digest FROM socket_tickets WHERE expires_at < now() LIMIT ${BITE})`,
  verifications: sql`DELETE FROM verifications WHERE id IN (SELECT id FROM verifications WHERE expires_at < now() LIMIT ${BITE})`,
};

/** Gives the rows touched, by kind. */
export async function dropLapsed({ db }: { db: Queryable }): Promise<Record<string, number>> {
  const touched: Record<string, number> = {};
  for (const [kind, bite] of Object.entries(bites)) {
    let total = 0;
    for (let round = 0; round < MOST_BITES; round += 1) {
      const count = await execute(db, bite);
      total += count;
      if (count < BITE) break;
    }
    touched[kind] = total;
  }
  log('info', 'retention', touched);
  return touched;
}
