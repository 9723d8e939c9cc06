// A queue delivers at least once, and maybe to two consumers at a time. Who inserts the batch's row first counts it, in that transaction.
import { sql, type Sql } from '../db/sql.ts';

export interface Claim {
  batchId: string;
  /** Of this delivery. */
  claim: string;
}

/** The first statement of a batch's transaction. */
export const claimBatch = ({ batchId, claim }: Claim, events: number, at: string): Sql => sql`
  INSERT INTO event_batches (id, claim, events, counted_at) VALUES (${batchId}, ${claim}, ${events}, ${at}) ON CONFLICT (id) DO NOTHING`;

/** The condition of every further statement. */
export const claimed = ({ batchId, claim }: Claim): Sql => sql`EXISTS (SELECT FROM event_batches b WHERE b.id = ${batchId} AND b.claim = ${claim})`;
