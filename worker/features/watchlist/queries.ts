// The watchlist of one person: ownership is the first condition of every statement.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import type { Db } from '../../platform/db/db.ts';
import { sql, type Sql } from '../../platform/db/sql.ts';
import { likable } from '../likes/queries.ts';
import { cardColumns, CardRow, cardTables } from '../pitches/queries.ts';
import { PitchCard } from '../pitches/schema.ts';
import type { Watchlist, WatchlistQuery } from './schema.ts';

interface Note { folder?: string | undefined; note?: string | undefined }

/** One row `{found, isNew}`. Watching again changes nothing. */
export const insertWatch = (pitchId: string, userId: string, at: string): Sql => sql`
  WITH target AS (${likable(pitchId, userId)}),
    made AS (INSERT INTO watchlist_items (user_id, pitch_id, created_at) SELECT ${userId}::uuid, id, ${at}::timestamptz FROM target ON CONFLICT DO NOTHING RETURNING pitch_id),
    counted AS (INSERT INTO pitch_stats (pitch_id, watchers) SELECT pitch_id, 1 FROM made ON CONFLICT (pitch_id) DO UPDATE SET watchers = pitch_stats.watchers + 1)
  SELECT EXISTS (SELECT FROM target) AS found, EXISTS (SELECT FROM made) AS "isNew"`;

export const updateWatch = (pitchId: string, userId: string, { folder, note }: Note): Sql => sql`
  UPDATE watchlist_items SET folder = coalesce(${folder}::text, folder), note = coalesce(${note}::text, note) WHERE user_id = ${userId} AND pitch_id = ${pitchId}`;

export const deleteWatch = (pitchId: string, userId: string): Sql => sql`
  WITH gone AS (DELETE FROM watchlist_items WHERE user_id = ${userId} AND pitch_id = ${pitchId} RETURNING pitch_id)
  UPDATE pitch_stats SET watchers = greatest(watchers - 1, 0) WHERE pitch_id IN (SELECT pitch_id FROM gone)`;

const ItemRow = z.object({ pitchId: z.string(), title: z.string(), folder: z.string(), note: z.string(), watchedAt: z.string(), position: z.int(), isPublic: z.boolean() }).and(CardRow.loose());
const FolderRow = z.object({ name: z.string(), count: z.int() });
const Position = z.object({ at: z.int(), id: z.uuid() });

/** One page, newest first, and the folders with their counts, in one round trip. A pitch that left the market shows its title only. */
export async function selectWatchlist(db: Db, userId: string, query: z.output<typeof WatchlistQuery>, secret: string): Promise<Watchlist> {
  const list = `watchlist:${userId}:${query.folder ?? '*'}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const [page, folders] = await db.batch([
    sql`
      SELECT ${cardColumns}, w.pitch_id AS "pitchId", w.folder, w.note, w.created_at AS "watchedAt", (extract(epoch FROM w.created_at) * 1000000)::int8 AS position, p.status = 'published' AS "isPublic"
      FROM watchlist_items w JOIN pitches p ON p.id = w.pitch_id ${cardTables}
      WHERE w.user_id = ${userId}
        ${query.folder === undefined ? sql.empty : sql`AND w.folder = ${query.folder}`}
        ${after === undefined ? sql.empty : sql`AND (w.created_at, w.pitch_id) < ('epoch'::timestamptz + ${after.at}::float8 * interval '1 microsecond', ${after.id}::uuid)`}
      ORDER BY w.created_at DESC, w.pitch_id DESC LIMIT ${query.limit + 1}`,
    sql`SELECT folder AS name, count(*)::int AS count FROM watchlist_items WHERE user_id = ${userId} GROUP BY folder ORDER BY folder`,
  ]);
  const found = (page?.rows ?? []).map((row) => ItemRow.parse(row));
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ pitchId, title, folder, note, watchedAt, isPublic, ...row }) => ({ pitchId, title, folder, note, watchedAt, pitch: isPublic ? PitchCard.parse({ ...row, title }) : null })),
    nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.pitchId }) : null,
    folders: (folders?.rows ?? []).map((row) => FolderRow.parse(row)),
  };
}
