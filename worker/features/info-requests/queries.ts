// SQL of questions under an NDA, and of everything that was said under it.
import { z } from 'zod';
import { execute, optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Gate } from '../catalogue/lists.ts';
import { openGates } from '../pitches/gates.ts';
import { Party } from '../nda-documents/schema.ts';
import { InfoRequest } from './schema.ts';

const utc = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Files behind a gate that is shut to the reader are left out: their names say something as well. */
const request = (open: readonly Gate[]): Sql => sql`r.id, r.nda_id AS "ndaId", jsonb_build_object('id', u.id, 'name', u.name) AS author, r.subject, r.priority, r.body, r.status, r.created_at AS "createdAt", r.answered_at AS "answeredAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'author', jsonb_build_object('id', au.id, 'name', au.name), 'body', a.body, 'createdAt', ${utc(sql`a.created_at`)},
    'files', coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name, 'size', f.size, 'contentType', f.content_type, 'url', '/api/files/' || f.id) ORDER BY f.created_at)
      FROM info_answer_files af JOIN files f ON f.id = af.file_id WHERE af.answer_id = a.id AND f.deleted_at IS NULL AND f.gate = ANY(${open}::text[])), '[]')) ORDER BY a.created_at)
    FROM info_answers a JOIN users au ON au.id = a.author_id WHERE a.request_id = r.id), '[]') AS answers`;

/** The questions of an NDA with their answers, oldest first. The caller has checked that the reader is a party, and which gates of the pitch are open to them. */
export const selectInfoRequests = (db: Queryable, ndaId: string, open: readonly Gate[]): Promise<InfoRequest[]> =>
  rows(db, InfoRequest, sql`SELECT ${request(open)} FROM info_requests r JOIN users u ON u.id = r.author_id WHERE r.nda_id = ${ndaId} ORDER BY r.created_at, r.id LIMIT 500`);

const Desk = z.object({ ndaId: z.uuid(), ndaStatus: z.string(), pitchId: z.uuid().nullable(), pitchTitle: z.string(), owner: Party, signer: Party });

const DESK = sql`n.id AS "ndaId", n.status AS "ndaStatus", n.pitch_id AS "pitchId", n.pitch_title AS "pitchTitle",
  jsonb_build_object('id', o.id, 'name', o.name, 'email', o.email, 'portal', o.portal, 'company', op.company_name) AS owner,
  jsonb_build_object('id', s.id, 'name', s.name, 'email', s.email, 'portal', s.portal, 'company', sp.company_name) AS signer`;
const PEOPLE = sql`JOIN users o ON o.id = n.owner_id JOIN profiles op ON op.user_id = o.id JOIN users s ON s.id = n.signer_id JOIN profiles sp ON sp.user_id = s.id`;

/** The NDA a question belongs to, for one of its parties. */
export const selectOptionalDesk = (db: Queryable, ndaId: string, partyId: string) =>
  optionalRow(db, Desk, sql`SELECT ${DESK} FROM ndas n ${PEOPLE} WHERE n.id = ${ndaId} AND ${partyId}::uuid IN (n.owner_id, n.signer_id)`);

/** A question with its NDA, for one of the parties. */
export const selectOptionalQuestion = (db: Queryable, id: string, partyId: string) => optionalRow(db, Desk.extend({ id: z.uuid(), status: z.string(), authorId: z.uuid() }), sql`
  SELECT r.id, r.status, r.author_id AS "authorId", ${DESK} FROM info_requests r JOIN ndas n ON n.id = r.nda_id ${PEOPLE} WHERE r.id = ${id} AND ${partyId}::uuid IN (n.owner_id, n.signer_id)`);

export const insertInfoRequest = (r: { id: string; ndaId: string; authorId: string; subject: string; priority: string; body: string; at: string }): Sql => sql`
  INSERT INTO info_requests (id, nda_id, author_id, subject, priority, body, created_at) VALUES (${r.id}, ${r.ndaId}, ${r.authorId}, ${r.subject}, ${r.priority}, ${r.body}, ${r.at})`;

export const insertInfoAnswer = (a: { id: string; requestId: string; authorId: string; body: string; at: string }): Sql => sql`
  INSERT INTO info_answers (id, request_id, author_id, body, created_at) VALUES (${a.id}, ${a.requestId}, ${a.authorId}, ${a.body}, ${a.at})`;

/** Only files of the answering person that hang on the NDA's pitch, behind a gate that the agreement opens. */
export const insertAnswerFiles = (answerId: string, fileIds: readonly string[], authorId: string, pitchId: string): Sql => sql`
  INSERT INTO info_answer_files (answer_id, file_id) SELECT ${answerId}, f.id FROM files f JOIN pitch_media m ON m.file_id = f.id
  WHERE f.id = ANY(${fileIds}) AND f.owner_id = ${authorId} AND f.deleted_at IS NULL AND m.pitch_id = ${pitchId} AND f.gate = ANY(${openGates('nda')}::text[])`;

export const markAnswered = (id: string, at: string): Sql => sql`UPDATE info_requests SET status = 'answered', answered_at = coalesce(answered_at, ${at}::timestamptz) WHERE id = ${id} AND status <> 'closed'`;

export const closeInfoRequest = (db: Queryable, id: string, authorId: string, at: string): Promise<number> =>
  execute(db, sql`UPDATE info_requests SET status = 'closed', closed_at = ${at} WHERE id = ${id} AND author_id = ${authorId} AND status <> 'closed'`);

const Said = z.object({
  at: z.string(), sender: z.string().nullable(), body: z.string(), editedAt: z.string().nullable(),
  /** Taken back by its author; the words are gone, that they were there is not. */
  deletedAt: z.string().nullable(),
  /** What it said before, each until it was changed. */
  earlier: z.array(z.object({ until: z.string(), body: z.string() })), files: z.array(z.string()),
});

/** Questions and the conversation of an NDA, as they go into its evidence. Names of files that are gated are left out. */
export async function selectNdaThread(db: Queryable, ndaId: string, open: readonly Gate[]): Promise<{ questions: InfoRequest[]; conversation: z.output<typeof Said>[] }> {
  const conversation = await rows(db, Said, sql`
    SELECT m.sent_at AS at, u.name AS sender, m.body, m.edited_at AS "editedAt", m.deleted_at AS "deletedAt",
      CASE WHEN m.deleted_at IS NULL THEN coalesce((SELECT jsonb_agg(jsonb_build_object('until', ${utc(sql`e.replaced_at`)}, 'body', e.body) ORDER BY e.replaced_at) FROM message_edits e WHERE e.message_id = m.id), '[]') ELSE '[]' END AS earlier,
      CASE WHEN m.deleted_at IS NULL THEN coalesce((SELECT jsonb_agg(f.file_name ORDER BY f.position) FROM conversation_files f WHERE f.message_id = m.id), '[]') ELSE '[]' END AS files
    FROM conversations c JOIN messages m ON m.conversation_id = c.id LEFT JOIN users u ON u.id = m.sender_id
    WHERE c.nda_id = ${ndaId} ORDER BY m.seq LIMIT 10000`);
  return { questions: await selectInfoRequests(db, ndaId, open), conversation };
}
