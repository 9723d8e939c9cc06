// A message as JSON, made in SQL: the same for what a route answers and what the streams tell.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { openedTier } from '../content-access/queries.ts';
import { openGates } from '../pitches/gates.ts';

/** An ISO time in a JSON value. */
export const utc = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** For whom names of gated files are looked up; null: for nobody in particular, so only what every participant may know. */
export type Reader = { id: string; now: string } | null;

/** Whether the gate of file `f` of pitch `p` is open to a person. */
const isOpen = ({ id, now }: { id: string; now: string }): Sql => sql`
  f.gate = ANY(CASE WHEN p.owner_id = ${id}::uuid THEN ${openGates('owner')}::text[] WHEN p.status <> 'published' THEN '{}'::text[]
    ELSE CASE ${openedTier(sql`p.id`, id, now)} WHEN 'deal' THEN ${openGates('deal')}::text[] WHEN 'nda' THEN ${openGates('nda')}::text[] WHEN 'confidential' THEN ${openGates('confidential')}::text[]
      ELSE ${openGates('member')}::text[] END END)`;

const ownFile = sql`jsonb_build_object('id', cf.id, 'source', 'conversation', 'kind', cf.kind, 'fileName', cf.file_name, 'contentType', cf.content_type, 'size', cf.size, 'durationMs', cf.duration_ms, 'gate', NULL,
  'url', '/api/conversations/' || cf.conversation_id || '/files/' || cf.id)`;

const pitchFile = (reader: Reader): Sql => sql`jsonb_build_object('id', f.id, 'source', 'pitch', 'kind', 'file',
  ${reader === null
    ? sql`'fileName', NULL, 'contentType', NULL, 'size', NULL`
    : sql`'fileName', CASE WHEN ${isOpen(reader)} THEN f.file_name END, 'contentType', CASE WHEN ${isOpen(reader)} THEN f.content_type END, 'size', CASE WHEN ${isOpen(reader)} THEN f.size END`},
  'durationMs', NULL, 'gate', f.gate, 'url', '/api/files/' || f.id)`;

/** The files of a message `m`, in their order. */
const filesOf = (reader: Reader): Sql => sql`
  CASE WHEN m.deleted_at IS NOT NULL THEN '[]'::jsonb ELSE coalesce((SELECT jsonb_agg(x.item ORDER BY x.position) FROM (
    SELECT cf.position, ${ownFile} AS item FROM conversation_files cf WHERE cf.message_id = m.id
    UNION ALL SELECT mf.position, ${pitchFile(reader)} FROM message_pitch_files mf JOIN files f ON f.id = mf.file_id JOIN pitch_media pm ON pm.file_id = f.id JOIN pitches p ON p.id = pm.pitch_id
      WHERE mf.message_id = m.id AND f.deleted_at IS NULL) x), '[]'::jsonb) END`;

/** The files that `ids` (a uuid[] expression) name and `sender` may attach, as JSON: what is about to be written. */
export const attachable = (conversationId: string, ids: Sql, sender: Sql): Sql => sql`
  SELECT array_position(${ids}, cf.id) AS position, cf.id, true AS own, ${ownFile} AS item FROM conversation_files cf
  WHERE cf.id = ANY(${ids}) AND cf.conversation_id = ${conversationId}::uuid AND cf.owner_id = ${sender} AND cf.message_id IS NULL
  UNION ALL SELECT array_position(${ids}, f.id), f.id, false, ${pitchFile(null)} FROM files f JOIN pitch_media pm ON pm.file_id = f.id
  WHERE f.id = ANY(${ids}) AND f.owner_id = ${sender} AND f.deleted_at IS NULL`;

/** Message `m` with its sender `u` (left-joined), a value of `Message` for a reader whom nothing is hidden from. */
export const messageJson = (reader: Reader): Sql => sql`jsonb_build_object(
  'id', m.id, 'conversationId', m.conversation_id, 'seq', m.seq, 'clientId', CASE WHEN m.sender_id IS NOT NULL THEN m.client_id END,
  'sender', CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END, 'body', m.body, 'sentAt', ${utc(sql`m.sent_at`)}, 'editedAt', ${utc(sql`m.edited_at`)},
  'deletedAt', ${utc(sql`m.deleted_at`)}, 'hidden', false, 'replyTo', (SELECT jsonb_build_object('id', o.id, 'seq', o.seq) FROM messages o WHERE o.id = m.reply_to), 'files', ${filesOf(reader)},
  'reactions', coalesce((SELECT jsonb_agg(jsonb_build_object('userId', x.user_id, 'word', x.word) ORDER BY x.created_at, x.user_id) FROM message_reactions x WHERE x.message_id = m.id), '[]'::jsonb))`;

/** What is left of a message for those between whom and its sender a block stands. */
export const masked = (message: Sql): Sql => sql`${message} || '{"body": "", "files": [], "hidden": true}'::jsonb`;
