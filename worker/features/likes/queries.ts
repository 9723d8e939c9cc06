// Likes. The counter moves by the rows that really came or went, in the same statement: a hundred presses in parallel count once.
import { sql, type Sql } from '../../platform/db/sql.ts';

/** A published pitch that the person may see; nobody likes through a block. */
export const likable = (pitchId: string, userId: string): Sql => sql`
  SELECT p.id FROM pitches p WHERE p.id = ${pitchId} AND p.status = 'published'
    AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = p.owner_id AND b.blocked_id = ${userId})`;

/** One row `{found, isNew}`: whether there is such a pitch. */
export const insertLike = (pitchId: string, userId: string, at: string): Sql => sql`
  WITH target AS (${likable(pitchId, userId)}),
    made AS (INSERT INTO pitch_likes (pitch_id, user_id, created_at) SELECT id, ${userId}::uuid, ${at}::timestamptz FROM target ON CONFLICT DO NOTHING RETURNING pitch_id),
    counted AS (INSERT INTO pitch_stats (pitch_id, likes) SELECT pitch_id, 1 FROM made ON CONFLICT (pitch_id) DO UPDATE SET likes = pitch_stats.likes + 1)
  SELECT EXISTS (SELECT FROM target) AS found, EXISTS (SELECT FROM made) AS "isNew"`;

export const deleteLike = (pitchId: string, userId: string): Sql => sql`
  WITH gone AS (DELETE FROM pitch_likes WHERE pitch_id = ${pitchId} AND user_id = ${userId} RETURNING pitch_id)
  UPDATE pitch_stats SET likes = greatest(likes - 1, 0) WHERE pitch_id IN (SELECT pitch_id FROM gone)`;
