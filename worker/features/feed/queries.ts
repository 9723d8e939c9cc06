import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { type Db } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { cardColumns, CardRow, cardTables } from '../pitches/queries.ts';
import type { Feed, FeedQuery } from './schema.ts';

const Position = z.object({ at: z.int(), id: z.uuid() });
const Row = CardRow.extend({ position: z.int() });
const Count = z.object({ count: z.int() });

/** One page and the number of those followed, in one round trip. A block ended the following, so nobody blocked is in here. */
export async function selectFeed(db: Db, userId: string, query: z.output<typeof FeedQuery>, secret: string): Promise<Feed> {
  const list = `feed:${userId}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const [page, following] = await db.batch([
    sql`
      SELECT ${cardColumns}, (extract(epoch FROM p.published_at) * 1000000)::int8 AS position
      FROM follows f JOIN pitches p ON p.owner_id = f.followed_id ${cardTables}
      WHERE f.follower_id = ${userId} AND p.status = 'published'
        ${after === undefined ? sql.empty : sql`AND (p.published_at, p.id) < ('epoch'::timestamptz + ${after.at}::float8 * interval '1 microsecond', ${after.id}::uuid)`}
      ORDER BY p.published_at DESC, p.id DESC LIMIT ${query.limit + 1}`,
    sql`SELECT count(*)::int AS count FROM follows WHERE follower_id = ${userId}`,
  ]);
  const found = (page?.rows ?? []).map((row) => Row.parse(row));
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ position: _position, ...card }) => card),
    nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.id }) : null,
    following: Count.parse(following?.rows[0]).count,
  };
}
