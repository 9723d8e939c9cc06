import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { TeamStatus } from '../catalogue/schema.ts';
import { insertNoticeFrom } from '../notifications/actions.ts';
import { Question } from './schema.ts';

const MemberRow = z.object({
  project: z.string(), creator: z.string(), status: TeamStatus,
  invitedAt: z.string().nullable(), confirmedAt: z.string().nullable(), declinedAt: z.string().nullable(),
});
export type MemberRow = z.output<typeof MemberRow>;

/** A person of the asker's own team, and what was asked of them before. */
export const selectOptionalMember = (db: Queryable, { pitchId, ownerId, name, role }: { pitchId: string; ownerId: string; name: string; role: string }): Promise<MemberRow | null> =>
  optionalRow(db, MemberRow, sql`
    SELECT p.title AS project, u.name AS creator, t.status, a.invited_at AS "invitedAt", a.confirmed_at AS "confirmedAt", a.declined_at AS "declinedAt"
    FROM pitches p JOIN users u ON u.id = p.owner_id JOIN pitch_team t ON t.pitch_id = p.id
      LEFT JOIN pitch_attachments a ON a.pitch_id = p.id AND a.name = t.name AND a.role = t.role AND a.status = t.status
    WHERE p.id = ${pitchId} AND p.owner_id = ${ownerId} AND t.name = ${name} AND t.role = ${role} ORDER BY t.position LIMIT 1`);

/** Writes the question down; an earlier link to it stops working. What was answered stays answered. */
export const upsertInvitation = (asked: { pitchId: string; name: string; role: string; status: string; digest: string; now: string; expires: string }): Sql => sql`
  INSERT INTO pitch_attachments (pitch_id, name, role, status, token_digest, invited_at, expires_at)
  VALUES (${asked.pitchId}, ${asked.name}, ${asked.role}, ${asked.status}, ${asked.digest}, ${asked.now}, ${asked.expires})
  ON CONFLICT (pitch_id, name, role, status) DO UPDATE SET token_digest = excluded.token_digest, invited_at = excluded.invited_at, expires_at = excluded.expires_at
  WHERE pitch_attachments.confirmed_at IS NULL AND pitch_attachments.declined_at IS NULL`;

/** The question behind a link, as long as it is open and the team still says so. */
const open = (digest: string, now: string): Sql => sql`
  a.token_digest = ${digest} AND a.expires_at > ${now}::timestamptz AND a.confirmed_at IS NULL AND a.declined_at IS NULL
  AND EXISTS (SELECT FROM pitch_team t WHERE t.pitch_id = a.pitch_id AND t.name = a.name AND t.role = a.role AND t.status = a.status)`;

export const selectOptionalQuestion = (db: Queryable, digest: string, now: string): Promise<Question | null> => optionalRow(db, Question, sql`
  SELECT p.title AS project, u.name AS creator, a.name, a.role, a.status
  FROM pitch_attachments a JOIN pitches p ON p.id = a.pitch_id JOIN users u ON u.id = p.owner_id WHERE ${open(digest, now)}`);

const AnsweredRow = Question.extend({ id: z.string(), slug: z.string(), pitchStatus: z.string() });

/** Takes the answer, once, and tells the owner; null when the link is spent. */
export const answerQuestion = (db: Queryable, digest: string, answer: 'confirmed' | 'declined', now: string, noticeId: string): Promise<z.output<typeof AnsweredRow> | null> => optionalRow(db, AnsweredRow, sql`
  WITH answered AS (UPDATE pitch_attachments a SET token_digest = NULL, ${answer === 'confirmed' ? sql`confirmed_at` : sql`declined_at`} = ${now}
  FROM pitches p JOIN users u ON u.id = p.owner_id WHERE p.id = a.pitch_id AND ${open(digest, now)}
  RETURNING p.id, p.owner_id, p.slug, p.status AS "pitchStatus", p.title AS project, u.name AS creator, a.name, a.role, a.status),
  told AS (${insertNoticeFrom(sql`SELECT owner_id AS user_id, id, jsonb_build_object('project', left(project, 200), 'other', left(name, 200), 'outcome', ${answer}::text) AS data FROM answered`, { id: noticeId, kind: 'attachment-answered', by: null, subject: sql`s.id` })})
  SELECT id, slug, "pitchStatus", project, creator, name, role, status FROM answered`);
