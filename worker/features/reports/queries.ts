// Reports. A subject must exist and be visible to the reporter; a second open report of the same thing changes nothing.
import type { Db } from '../../platform/db/db.ts';
import { sql, type Sql } from '../../platform/db/sql.ts';
import { isSuspended, isTakenDown } from '../moderation/queries.ts';
import { insertNoticeFrom } from '../notifications/actions.ts';
import { Report, ReportList } from './schema.ts';

type Kind = 'pitch' | 'comment' | 'user' | 'message';

const subjects: Record<Kind, (id: string, reporterId: string) => Sql> = {
  pitch: (id) => sql`SELECT id FROM pitches WHERE id = ${id} AND status = 'published'`,
  comment: (id) => sql`SELECT c.id FROM pitch_comments c JOIN pitches p ON p.id = c.pitch_id WHERE c.id = ${id} AND c.deleted_at IS NULL AND p.status = 'published'`,
  user: (id) => sql`SELECT id FROM users WHERE id = ${id} AND portal <> 'admin'`,
  message: (id, reporterId) => sql`SELECT m.id FROM messages m JOIN conversation_participants p ON p.conversation_id = m.conversation_id
    WHERE m.id = ${id} AND m.deleted_at IS NULL AND m.sender_id <> ${reporterId} AND p.user_id = ${reporterId} AND p.left_at IS NULL AND m.seq > p.from_seq`,
};

interface NewReport { id: string; reporterId: string; kind: Kind; subjectId: string; reason: string; note: string; at: string }

/** One row `{found}`. */
export const insertReport = ({ id, reporterId, kind, subjectId, reason, note, at }: NewReport): Sql => sql`
  WITH target AS (${subjects[kind](subjectId, reporterId)}),
    made AS (
      INSERT INTO reports (id, reporter_id, subject_kind, subject_id, reason, note, created_at)
      SELECT ${id}::uuid, ${reporterId}::uuid, ${kind}, id, ${reason}, ${note}, ${at}::timestamptz FROM target
      ON CONFLICT (reporter_id, subject_kind, subject_id) WHERE status = 'open' DO NOTHING)
  SELECT EXISTS (SELECT FROM target) AS found`;

const columns = sql`
  r.id, r.reason, r.note, r.status, json_build_object('id', u.id, 'name', u.name) AS reporter, r.resolution, r.resolved_at AS "resolvedAt", r.created_at AS "createdAt",
  json_build_object('kind', r.subject_kind, 'id', r.subject_id,
    'text', CASE r.subject_kind WHEN 'pitch' THEN p.title WHEN 'comment' THEN nullif(left(c.body, 300), '')
      -- Words taken back after somebody reported them are kept for whoever decides.
      WHEN 'message' THEN left(coalesce(nullif(m.body, ''), (SELECT e.body FROM message_edits e WHERE e.message_id = m.id ORDER BY e.replaced_at DESC LIMIT 1)), 2000) ELSE s.name END,
    'state', CASE
      WHEN r.subject_kind = 'user' THEN CASE WHEN s.id IS NULL THEN 'gone' WHEN ${isSuspended(sql`s.id`)} THEN 'suspended' ELSE 'shown' END
      WHEN r.subject_kind = 'message' THEN CASE WHEN m.id IS NULL THEN 'gone' WHEN m.deleted_at IS NOT NULL THEN 'hidden' ELSE 'shown' END
      WHEN p.id IS NULL OR (r.subject_kind = 'comment' AND c.deleted_at IS NOT NULL) THEN 'gone'
      WHEN p.status = 'published' THEN 'shown' WHEN ${isTakenDown(sql`p.id`)} THEN 'taken_down' ELSE 'hidden' END,
    'pitch', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) END,
    'person', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name, 'handle', sp.handle, 'suspended', ${isSuspended(sql`s.id`)}) END) AS subject`;
const tables = sql`
  JOIN users u ON u.id = r.reporter_id
  LEFT JOIN pitch_comments c ON r.subject_kind = 'comment' AND c.id = r.subject_id
  LEFT JOIN messages m ON r.subject_kind = 'message' AND m.id = r.subject_id
  LEFT JOIN pitches p ON p.id = CASE r.subject_kind WHEN 'pitch' THEN r.subject_id WHEN 'comment' THEN c.pitch_id END
  LEFT JOIN users s ON s.id = CASE r.subject_kind WHEN 'user' THEN r.subject_id WHEN 'comment' THEN c.author_id WHEN 'message' THEN m.sender_id ELSE p.owner_id END
  LEFT JOIN profiles sp ON sp.user_id = s.id`;

/** The operator's queue: what waits longest first, of what is settled the latest first. With the counts, in one round trip. */
export async function selectReports(db: Db, status: 'open' | 'upheld' | 'dismissed'): Promise<ReportList> {
  const order = status === 'open' ? sql`r.created_at, r.id` : sql`r.resolved_at DESC, r.id DESC`;
  const [page, counted] = await db.batch([
    sql`SELECT ${columns} FROM reports r ${tables} WHERE r.status = ${status} ORDER BY ${order} LIMIT 200`,
    sql`SELECT count(*) FILTER (WHERE status = 'open')::int AS open, count(*) FILTER (WHERE status = 'upheld')::int AS upheld, count(*) FILTER (WHERE status = 'dismissed')::int AS dismissed FROM reports`,
  ]);
  return { items: (page?.rows ?? []).map((row) => Report.parse(row)), counts: ReportList.shape.counts.parse(counted?.rows[0]), nextCursor: null };
}

/** Settles an open report; no row when it is settled already. */
export const settleReport = (id: string, operatorId: string, decision: string, resolution: string, at: string, noticeId: string): Sql => sql`
  WITH r AS (UPDATE reports SET status = ${decision}, resolution = ${resolution}, resolved_by = ${operatorId}, resolved_at = ${at}::timestamptz WHERE id = ${id} AND status = 'open' RETURNING *),
    told AS (${insertNoticeFrom(sql`SELECT reporter_id AS user_id, jsonb_build_object('outcome', status) AS data FROM r`, { id: noticeId, kind: 'report-decided', by: null, subject: sql`${id}::text` })})
  SELECT ${columns} FROM r ${tables}`;
