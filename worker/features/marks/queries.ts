import { type Sql, sql } from '../../platform/db/sql.ts';

/** Of those pitches that the reader may see; the others are left out as if they were not there. */
export const selectMarks = (userId: string, ids: readonly string[]): Sql => sql`
  SELECT p.id AS "pitchId", p.owner_id = ${userId} AS own,
    EXISTS (SELECT FROM pitch_likes l WHERE l.pitch_id = p.id AND l.user_id = ${userId}) AS liked,
    EXISTS (SELECT FROM watchlist_items w WHERE w.user_id = ${userId} AND w.pitch_id = p.id) AS watching,
    EXISTS (SELECT FROM follows f WHERE f.follower_id = ${userId} AND f.followed_id = p.owner_id) AS following
  FROM pitches p WHERE p.id = ANY(${ids}::uuid[]) AND (p.status = 'published' OR p.owner_id = ${userId})`;
