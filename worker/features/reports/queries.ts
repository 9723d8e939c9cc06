// Reports. A subject must exist and be visible to the reporter; a second open report of the same thing changes nothing.
import { sql, type Sql } from '../../platform/db/sql.ts';

type Kind = 'pitch' | 'comment' | 'user';

const subjects: Record<Kind, (id: string) => Sql> = {
  pitch: (id) => sql`SELECT id FROM pitches WHERE id = ${id} AND status = 'published'`,
  comment: (id) => sql`SELECT c.id FROM pitch_comments c JOIN pitches p ON p.id = c.pitch_id WHERE c.id = ${id} AND c.deleted_at IS NULL AND p.status = 'published'`,
  user: (id) => sql`SELECT id FROM users WHERE id = ${id} AND portal <> 'admin'`,
};

interface NewReport { id: string; reporterId: string; kind: Kind; subjectId: string; reason: string; note: string; at: string }

/** One row `{found}`. */
export const insertReport = ({ id, reporterId, kind, subjectId, reason, note, at }: NewReport): Sql => sql`
  WITH target AS (${subjects[kind](subjectId)}),
    made AS (
      INSERT INTO reports (id, reporter_id, subject_kind, subject_id, reason, note, created_at)
      SELECT ${id}::uuid, ${reporterId}::uuid, ${kind}, id, ${reason}, ${note}, ${at}::timestamptz FROM target
      ON CONFLICT (reporter_id, subject_kind, subject_id) WHERE status = 'open' DO NOTHING)
  SELECT EXISTS (SELECT FROM target) AS found`;

const columns = sql`
  r.id, json_build_object('kind', r.subject_kind, 'id', r.subject_id, 'text', coalesce(p.title, left(c.body, 300), s.name)) AS subject, r.reason, r.note, r.status,
  json_build_object('id', u.id, 'name', u.name) AS reporter, r.resolution, r.resolved_at AS "resolvedAt", r.created_at AS "createdAt"`;
const tables = sql`
  JOIN users u ON u.id = r.reporter_id
  LEFT JOIN pitches p ON r.subject_kind = 'pitch' AND p.id = r.subject_id
  LEFT JOIN pitch_comments c ON r.subject_kind = 'comment' AND c.id = r.subject_id
  LEFT JOIN users s ON r.subject_kind = 'user' AND s.id = r.subject_id`;

/** The operator's queue, the oldest first. */
export const selectReports = (status: string): Sql => sql`SELECT ${columns} FROM reports r ${tables} WHERE r.status = ${status} ORDER BY r.created_at, r.id LIMIT 200`;

/** Settles an open report; no row when it is settled already. */
export const settleReport = (id: string, operatorId: string, decision: string, resolution: string, at: string): Sql => sql`
  WITH r AS (UPDATE reports SET status = ${decision}, resolution = ${resolution}, resolved_by = ${operatorId}, resolved_at = ${at}::timestamptz WHERE id = ${id} AND status = 'open' RETURNING *)
  SELECT ${columns} FROM r ${tables}`;
