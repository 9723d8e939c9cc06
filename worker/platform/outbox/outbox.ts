// The outbox port. A fact and what must leave because of it are written in one transaction; the queue only carries ids.
import { sql, type Sql } from '../db/sql.ts';

export interface OutboxMessage {
  id: string;
  /** `mail.verify-email`, `pitch.published`, …: decides the consumer. */
  topic: string;
  payload: Record<string, unknown>;
}

export interface OutboxRelay {
  /** Sends the ids to the queue after commit. Never throws: what the queue loses, the sweeper finds. */
  relay(ids: readonly string[]): Promise<void>;
}

/** The statement that adds messages; run it in the transaction (or batch, or CTE) of the fact. */
export function insertOutbox(messages: readonly OutboxMessage[]): Sql {
  const values = messages.map(({ id, topic, payload }) => sql`(${id}, ${topic}, ${JSON.stringify(payload)}::jsonb)`);
  return sql`INSERT INTO outbox (id, topic, payload) VALUES ${sql.join(values, ', ')}`;
}
