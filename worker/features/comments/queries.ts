// Comments of published pitches. Somebody whom the reader blocked, or who blocked the reader, is not shown.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { type Db, rows } from '../../platform/db/db.ts';
import { sql, type Sql } from '../../platform/db/sql.ts';
import { likable } from '../likes/queries.ts';
import { insertNoticeFrom } from '../notifications/actions.ts';
import { Comment, type CommentList, type CommentsQuery, Thread } from './schema.ts';

const REPLIES = 100;

/** Leaves out people between whom and the reader a block stands. Anonymous readers (null) have none. */
const unblocked = (authorId: Sql, readerId: string | null): Sql => (readerId === null ? sql.empty : sql`
  AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = ${readerId}::uuid AND b.blocked_id = ${authorId}) OR (b.blocker_id = ${authorId} AND b.blocked_id = ${readerId}::uuid))`);

const author = sql`CASE WHEN c.deleted_at IS NULL THEN json_build_object('id', u.id, 'name', u.name, 'handle', pr.handle) END`;
const columns = sql`c.id, CASE WHEN c.deleted_at IS NULL THEN c.body ELSE '' END AS body, ${author} AS author, c.created_at AS "createdAt", c.edited_at AS "editedAt", c.deleted_at IS NOT NULL AS "isDeleted"`;
const tables = sql`FROM pitch_comments c JOIN users u ON u.id = c.author_id JOIN profiles pr ON pr.user_id = c.author_id`;

const Position = z.object({ at: z.int(), id: z.uuid() });
const ThreadRow = Thread.extend({ position: z.int() });

/** One page of threads, newest first, each with its answers, oldest first. */
export async function selectThreads(db: Db, pitchId: string, readerId: string | null, query: z.output<typeof CommentsQuery>, secret: string): Promise<CommentList | null> {
  const list = `comments:${pitchId}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const [pitch, page] = await db.batch([
    sql`SELECT id FROM pitches WHERE id = ${pitchId} AND status = 'published'`,
    sql`
      SELECT ${columns}, (extract(epoch FROM c.created_at) * 1000000)::int8 AS position,
        (SELECT coalesce(json_agg(r ORDER BY r."createdAt"), '[]') FROM (
           SELECT a.id, CASE WHEN a.deleted_at IS NULL THEN a.body ELSE '' END AS body, CASE WHEN a.deleted_at IS NULL THEN json_build_object('id', au.id, 'name', au.name, 'handle', ap.handle) END AS author,
             to_char(a.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt", to_char(a.edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "editedAt", a.deleted_at IS NOT NULL AS "isDeleted"
           FROM pitch_comments a JOIN users au ON au.id = a.author_id JOIN profiles ap ON ap.user_id = a.author_id
           WHERE a.parent_id = c.id AND a.deleted_at IS NULL ${unblocked(sql`a.author_id`, readerId)} ORDER BY a.created_at LIMIT ${REPLIES}) r) AS replies
      ${tables}
      WHERE c.pitch_id = ${pitchId} AND c.parent_id IS NULL ${unblocked(sql`c.author_id`, readerId)}
        AND (c.deleted_at IS NULL OR EXISTS (SELECT FROM pitch_comments r WHERE r.parent_id = c.id AND r.deleted_at IS NULL))
        AND EXISTS (SELECT FROM pitches p WHERE p.id = c.pitch_id AND p.status = 'published')
        ${after === undefined ? sql.empty : sql`AND (c.created_at, c.id) < ('epoch'::timestamptz + ${after.at}::float8 * interval '1 microsecond', ${after.id}::uuid)`}
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${query.limit + 1}`,
  ]);
  if ((pitch?.rows.length ?? 0) === 0) return null;
  const found = (page?.rows ?? []).map((row) => ThreadRow.parse(row));
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(({ position: _position, ...thread }) => thread), nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.id }) : null };
}

interface NewComment { id: string; pitchId: string; authorId: string; parentId: string | undefined; body: string; at: string }

/** The comment as readers see it, or nothing: no such pitch, no such thread, or a block stands between. */
export const insertComment = ({ id, pitchId, authorId, parentId, body, at }: NewComment): Sql => sql`
  WITH target AS (${likable(pitchId, authorId)}),
    c AS (
      INSERT INTO pitch_comments (id, pitch_id, author_id, parent_id, body, created_at)
      SELECT ${id}::uuid, t.id, ${authorId}::uuid, ${parentId ?? null}::uuid, ${body}, ${at}::timestamptz FROM target t
      WHERE ${parentId ?? null}::uuid IS NULL OR EXISTS (
        SELECT FROM pitch_comments parent WHERE parent.id = ${parentId ?? null}::uuid AND parent.pitch_id = t.id AND parent.parent_id IS NULL AND parent.deleted_at IS NULL)
      RETURNING *),
    counted AS (INSERT INTO pitch_stats (pitch_id, comments) SELECT pitch_id, 1 FROM c ON CONFLICT (pitch_id) DO UPDATE SET comments = pitch_stats.comments + 1)
  SELECT ${columns} FROM c JOIN users u ON u.id = c.author_id JOIN profiles pr ON pr.user_id = c.author_id`;

/** Tells whom a comment just made concerns, under two ids of the outbox: the author of the comment it answers, and the pitch's owner; nobody hears of their own. */
export const tellOfComment = ({ id, pitchId, authorId }: Pick<NewComment, 'id' | 'pitchId' | 'authorId'>, [ownerNotice, threadNotice]: readonly [string, string]): Sql[] => {
  const data = sql`jsonb_build_object('project', left(p.title, 200), 'slug', p.slug) AS data`;
  const from = sql`FROM pitch_comments c JOIN pitches p ON p.id = c.pitch_id LEFT JOIN pitch_comments t ON t.id = c.parent_id WHERE c.id = ${id}`;
  const fact = { by: authorId, subject: sql`${pitchId}::text` };
  return [
    insertNoticeFrom(sql`SELECT p.owner_id AS user_id, ${data} ${from} AND p.owner_id <> c.author_id AND p.owner_id IS DISTINCT FROM t.author_id`, { ...fact, id: ownerNotice, kind: 'comment' }),
    insertNoticeFrom(sql`SELECT t.author_id AS user_id, ${data} ${from} AND t.author_id <> c.author_id`, { ...fact, id: threadNotice, kind: 'reply' }),
  ];
};

export const updateComment = (id: string, authorId: string, body: string, at: string): Sql => sql`
  WITH c AS (UPDATE pitch_comments SET body = ${body}, edited_at = ${at}::timestamptz WHERE id = ${id} AND author_id = ${authorId} AND deleted_at IS NULL RETURNING *)
  SELECT ${columns} FROM c JOIN users u ON u.id = c.author_id JOIN profiles pr ON pr.user_id = c.author_id`;

/** By its author, by the pitch's owner, or by whoever may take pitches down. Gives one row when something was deleted. */
export const deleteComment = (id: string, actorId: string, at: string): Sql => sql`
  WITH gone AS (
    UPDATE pitch_comments c SET deleted_at = ${at}::timestamptz, body = '' FROM pitches p
    WHERE c.id = ${id} AND c.deleted_at IS NULL AND p.id = c.pitch_id AND (c.author_id = ${actorId} OR p.owner_id = ${actorId}
      OR EXISTS (SELECT FROM user_roles r JOIN role_permissions rp ON rp.role_id = r.role_id WHERE r.user_id = ${actorId} AND rp.permission_id = 'pitch:moderate'))
    RETURNING c.pitch_id),
    counted AS (UPDATE pitch_stats SET comments = greatest(comments - 1, 0) WHERE pitch_id IN (SELECT pitch_id FROM gone))
  SELECT pitch_id FROM gone`;

export async function readComment(db: Db, statement: Sql): Promise<Comment | null> {
  return (await rows(db, Comment, statement))[0] ?? null;
}
