// What a person reads of their notifications, and marks as read. The person stands in every WHERE clause.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import type { Portal } from '../../http/context.ts';
import type { Db } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { appendCtes } from '../../platform/live/streams.ts';
import { catalogue, NoticeData, type Told } from './catalogue.ts';
import { NoticeKind, type Notification, type NotificationList, type NotificationsQuery } from './schema.ts';

const Position = z.object({ at: z.int(), id: z.uuid() });

/** A stored line with the name of who did it, which may have changed since. */
export const StoredLine = z.object({
  id: z.string(), kind: NoticeKind, group_key: z.string(), subject_id: z.string(), payload: NoticeData, count: z.int(), at: z.string(), readAt: z.string().nullable(),
  actorName: z.string().nullable(), actorHandle: z.string().nullable(), actorCompany: z.string().nullable(),
});
export type StoredLine = z.output<typeof StoredLine>;
export const lineColumns = sql`n.id, n.kind, n.group_key, n.subject_id, n.payload, n.count, n.created_at AS at, n.read_at AS "readAt", a.name AS "actorName", ap.handle AS "actorHandle", ap.company_name AS "actorCompany"`;
export const lineTables = sql`LEFT JOIN users a ON a.id = n.actor_id LEFT JOIN profiles ap ON ap.user_id = n.actor_id`;

export const toldOf = ({ payload, actorName, actorHandle, subject_id: subjectId, count }: StoredLine, portal: Portal): Told => ({ data: payload, other: actorName ?? payload.other ?? 'Somebody', handle: actorHandle, subjectId, portal, count });

/** A line as its reader sees it. */
export function lineOf({ id, kind, group, at, readAt }: Pick<Notification, 'id' | 'kind' | 'group' | 'at' | 'readAt'>, told: Told): Notification {
  const { title, body, path } = catalogue[kind];
  return { id, kind, group, title: title(told), body: body(told), link: path(told), count: told.count, at, readAt };
}

const Row = StoredLine.extend({ position: z.int() });
const shown = sql`n.in_app AND NOT n.superseded`;

/** One page, newest first, and how many lines are unread. One round trip. */
export async function selectNotifications(db: Db, { id: userId, portal }: { id: string; portal: Portal }, query: z.output<typeof NotificationsQuery>, secret: string): Promise<NotificationList> {
  const list = `notifications:${userId}:${query.unread ?? ''}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const [page, count] = await db.batch([
    sql`SELECT ${lineColumns}, (extract(epoch FROM n.created_at) * 1000000)::int8 AS position FROM notifications n ${lineTables}
      WHERE n.user_id = ${userId} AND ${shown} ${query.unread === 'true' ? sql`AND n.read_at IS NULL` : sql.empty}
        ${after === undefined ? sql.empty : sql`AND (n.created_at, n.id) < ('epoch'::timestamptz + ${after.at}::float8 * interval '1 microsecond', ${after.id}::uuid)`}
      ORDER BY n.created_at DESC, n.id DESC LIMIT ${query.limit + 1}`,
    sql`SELECT count(*)::int AS unread FROM notifications n WHERE n.user_id = ${userId} AND n.read_at IS NULL AND ${shown}`,
  ]);
  const found = (page?.rows ?? []).map((row) => Row.parse(row));
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => lineOf({ ...row, group: row.group_key }, toldOf(row, portal))),
    nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.id }) : null,
    unread: z.object({ unread: z.int() }).parse(count?.rows[0]).unread,
  };
}

/** One row a line of the stream: who is told, besides whether there was such a line. */
const readAnd = (marked: Sql, { userId, at, eventId, ids, subject }: { userId: string; at: string; eventId: string; ids: Sql; subject: Sql }): Sql => sql`
  WITH ${marked},
    ${appendCtes(sql`SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'notification_read' AS kind, ${subject} AS subject_id, NULL::uuid AS conversation_id,
      jsonb_build_object('kind', 'notification_read', 'ids', ${ids}, 'at', ${at}::text) AS payload, ${userId}::uuid AS user_id WHERE EXISTS (SELECT FROM marked)`, at)}
  SELECT user_id, seq, at, event FROM appended`;

/** Marks a line as read, with everything it stands for. Read already: nothing happens, nobody is told. */
export const markRead = (id: string, userId: string, at: string, eventId: string): Sql => readAnd(sql`
  target AS (SELECT group_key FROM notifications WHERE id = ${id} AND user_id = ${userId} AND read_at IS NULL),
  marked AS (UPDATE notifications n SET read_at = ${at}::timestamptz FROM target t WHERE n.user_id = ${userId} AND n.group_key = t.group_key AND n.read_at IS NULL
    AND n.created_at <= (SELECT created_at FROM notifications WHERE id = ${id}) RETURNING n.id)`, { userId, at, eventId, ids: sql`jsonb_build_array(${id}::text)`, subject: sql`${id}::uuid` });

/** Marks everything as read. */
export const markAllRead = (userId: string, at: string, eventId: string): Sql => readAnd(sql`
  marked AS (UPDATE notifications SET read_at = ${at}::timestamptz WHERE user_id = ${userId} AND read_at IS NULL RETURNING id)`, { userId, at, eventId, ids: sql`NULL::jsonb`, subject: sql`NULL::uuid` });

export const selectOwnLine = (id: string, userId: string): Sql => sql`SELECT id FROM notifications WHERE id = ${id} AND user_id = ${userId} AND in_app`;
