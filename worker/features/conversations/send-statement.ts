// Sending, many at once: who may, in which order, and who is told is decided by the statement that writes.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { deedStatement } from './deed-frame.ts';
import { attachable, masked } from './message-json.ts';
import { noticesOf } from './notices.ts';
import { type Message, UNANSWERED_MESSAGES } from './schema.ts';

export interface Send {
  ord: number;
  eventId: string;
  /** Event for those who are kept apart from the sender. */
  maskedId: string;
  /** In the outbox, for people who are not here: one for those who know the sender, one for those who are asked. */
  noticeId: string;
  requestId: string;
  fileIds: readonly string[];
  replyTo: string | null;
  /** Everything but what the database knows: `seq`, `replyTo`, `files`. */
  message: Omit<Message, 'seq' | 'replyTo' | 'files'>;
}

/** `here`: people who have the conversation open, and need not be told elsewhere that something was said. */
export function sendStatement(conversationId: string, sends: readonly Send[], at: string, here: readonly string[]): Sql {
  const input = JSON.stringify(sends.map(({ message, ...send }) => ({ ...send, id: message.id, senderId: message.sender?.id, clientId: message.clientId, message })));
  const inRoom = sql`${conversationId}::uuid`;
  // Most is text alone, and planning a statement that knows of files as well is half of what a message costs.
  const hasFiles = sends.some(({ fileIds }) => fileIds.length > 0);
  const hasReplies = sends.some(({ replyTo }) => replyTo !== null);
  return deedStatement({
    conversationId, at,
    ctes: sql`
      input AS MATERIALIZED (
        SELECT i.ord, i.id, i."eventId" AS event_id, i."maskedId" AS masked_id, i."noticeId" AS notice_id, i."requestId" AS request_id, i."senderId" AS sender_id, i."clientId" AS client_id, i."fileIds" AS file_ids, i."replyTo" AS reply_to, i.message,
          row_number() OVER (PARTITION BY i."senderId" ORDER BY i.ord) AS nth
        FROM jsonb_to_recordset(${input}::jsonb) AS i(ord int, id uuid, "eventId" uuid, "maskedId" uuid, "noticeId" uuid, "requestId" uuid, "senderId" uuid, "clientId" text, "fileIds" uuid[], "replyTo" uuid, message jsonb)),
      judged AS MATERIALIZED (
        SELECT i.*, r.last_seq, known.id AS stored_id, ${hasReplies ? sql`answered.seq` : sql`NULL::int`} AS reply_seq, CASE
            WHEN p.user_id IS NULL THEN 'gone'
            WHEN known.id IS NOT NULL THEN 'repeated'
            WHEN NOT r.grouped AND (EXISTS (SELECT FROM apart a WHERE a.one = i.sender_id) OR (SELECT count(*) FROM people) < 2) THEN 'closed'
            WHEN NOT r.grouped AND EXISTS (SELECT FROM people o WHERE o.user_id <> i.sender_id AND (o.folder = 'declined' OR (o.folder = 'requests'
              AND (SELECT count(*) FROM messages s WHERE s.conversation_id = ${inRoom} AND s.sender_id = i.sender_id) + i.nth > ${UNANSWERED_MESSAGES}::int))) THEN 'waiting'
            ${hasReplies ? sql`WHEN i.reply_to IS NOT NULL AND answered.id IS NULL THEN 'reply'` : sql.empty}
            ${hasFiles ? sql`WHEN cardinality(i.file_ids) <> (SELECT count(DISTINCT x.id) FROM (${attachable(conversationId, sql`i.file_ids`, sql`i.sender_id`)}) x) THEN 'files'` : sql.empty}
            ELSE 'ok' END AS verdict
        FROM input i JOIN room r ON true LEFT JOIN people p ON p.user_id = i.sender_id
        -- One by one: joined as tables, all that was ever said here would be read.
        LEFT JOIN LATERAL (SELECT m.id FROM messages m WHERE m.conversation_id = ${inRoom} AND m.sender_id = i.sender_id AND m.client_id = i.client_id LIMIT 1) known ON true
        ${hasReplies ? sql`LEFT JOIN LATERAL (SELECT m.id, m.seq FROM messages m WHERE m.id = i.reply_to AND m.conversation_id = ${inRoom} AND m.seq > p.from_seq LIMIT 1) answered ON true` : sql.empty}),
      numbered AS MATERIALIZED (SELECT *, last_seq + row_number() OVER (ORDER BY ord) AS seq FROM judged WHERE verdict = 'ok'),
      composed AS MATERIALIZED (
        SELECT n.*, n.message || jsonb_build_object('seq', n.seq, 'replyTo', CASE WHEN n.reply_seq IS NOT NULL THEN jsonb_build_object('id', n.reply_to, 'seq', n.reply_seq) END,
          'files', ${hasFiles ? sql`coalesce((SELECT jsonb_agg(x.item ORDER BY x.position) FROM (${attachable(conversationId, sql`n.file_ids`, sql`n.sender_id`)}) x), '[]'::jsonb)` : sql`'[]'::jsonb`}) AS told_message
        FROM numbered n),
      written AS (INSERT INTO messages (id, conversation_id, seq, sender_id, client_id, body, sent_at, reply_to)
        SELECT id, ${inRoom}, seq, sender_id, client_id, message->>'body', ${at}::timestamptz, reply_to FROM numbered),
      advanced AS (UPDATE conversations SET last_seq = (SELECT max(seq) FROM numbered), last_at = ${at}::timestamptz WHERE id = ${inRoom} AND EXISTS (SELECT FROM numbered)),
      ${hasFiles ? sql`carried AS (UPDATE conversation_files cf SET message_id = n.id, position = array_position(n.file_ids, cf.id) FROM numbered n
        WHERE cf.id = ANY(n.file_ids) AND cf.conversation_id = ${inRoom} AND cf.owner_id = n.sender_id AND cf.message_id IS NULL),
      shown AS (INSERT INTO message_pitch_files (message_id, file_id, position)
        SELECT n.id, f.id, array_position(n.file_ids, f.id) FROM numbered n JOIN files f ON f.id = ANY(n.file_ids) AND f.owner_id = n.sender_id),` : sql.empty}
      -- Who writes has read, and takes a request by answering it; what was put away comes back for everybody.
      stirred AS (UPDATE conversation_participants p SET archived_at = NULL, read_seq = greatest(p.read_seq, s.seq), read_at = CASE WHEN s.seq IS NULL THEN p.read_at ELSE ${at}::timestamptz END,
          folder = CASE WHEN s.seq IS NULL THEN p.folder ELSE 'inbox' END, accepted_at = CASE WHEN s.seq IS NULL OR p.folder = 'inbox' THEN p.accepted_at ELSE ${at}::timestamptz END
        FROM (SELECT x.user_id, (SELECT max(n.seq) FROM numbered n WHERE n.sender_id = x.user_id) AS seq FROM people x WHERE EXISTS (SELECT FROM numbered)) s
        WHERE p.conversation_id = ${inRoom} AND p.user_id = s.user_id AND (s.seq IS NOT NULL OR p.archived_at IS NOT NULL)),
      noticed AS (${noticesOf(conversationId, at, here)})`,
    facts: sql`
      SELECT ord * 2 AS ord, event_id, 'message' AS kind, id AS subject_id, ${inRoom} AS conversation_id, jsonb_build_object('kind', 'message', 'conversationId', ${inRoom}, 'message', told_message) AS payload FROM composed
      UNION ALL SELECT ord * 2 + 1, masked_id, 'message', id, ${inRoom}, jsonb_build_object('kind', 'message', 'conversationId', ${inRoom}, 'message', ${masked(sql`told_message`)})
      FROM composed WHERE EXISTS (SELECT FROM apart a WHERE a.one = sender_id)`,
    audience: sql`
      SELECT c.ord, p.user_id, CASE WHEN EXISTS (SELECT FROM apart a WHERE a.one = c.sender_id AND a.other = p.user_id) THEN c.masked_id ELSE c.event_id END AS event_id
      FROM composed c CROSS JOIN people p WHERE p.folder <> 'declined' OR p.user_id = c.sender_id`,
    outbox: sql`SELECT id FROM noticed`,
    outcomes: sql`SELECT j.ord, j.verdict, c.event_id AS "eventId", j.stored_id AS "messageId" FROM judged j LEFT JOIN composed c ON c.ord = j.ord`,
  });
}
