// SQL of a hub that is not about rights.
import { execute, type Queryable } from '../../worker/platform/db/db.ts';
import { sql } from '../../worker/platform/db/sql.ts';

/** Notes when a person was last there; never back. */
export const keepLastSeen = async (db: Queryable, userId: string, at: string): Promise<void> => {
  await execute(db, sql`UPDATE profiles SET last_seen_at = greatest(last_seen_at, ${at}::timestamptz) WHERE user_id = ${userId}`);
};
