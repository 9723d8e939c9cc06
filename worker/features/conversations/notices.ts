// Telling people elsewhere (bell, mail, push) that something was said, and not telling them any more once they have read it.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { NOTICE_TOPIC } from '../notifications/actions.ts';

/**
 * Outbox rows of what `numbered` wrote, one a sender and kind: for people who are not here, have not muted it, hear the sender, and had
 * nothing of others left to read. More of the same is told by the conversation itself.
 */
export const noticesOf = (conversationId: string, at: string, here: readonly string[]): Sql => sql`
  INSERT INTO outbox (id, topic, payload)
  SELECT t.id, ${NOTICE_TOPIC}, jsonb_build_object('kind', t.kind, 'to', jsonb_agg(t.user_id), 'by', t.sender_id, 'subject', ${conversationId}::text, 'data', t.data) FROM (
    SELECT CASE p.folder WHEN 'inbox' THEN n.notice_id ELSE n.request_id END AS id, CASE p.folder WHEN 'inbox' THEN 'message' ELSE 'message-request' END AS kind, p.user_id, n.sender_id,
      coalesce((SELECT jsonb_build_object('project', left(x.title, 200)) FROM conversations c JOIN pitches x ON x.id = c.pitch_id WHERE c.id = ${conversationId}::uuid AND (x.status = 'published' OR c.kind = 'nda')), '{}'::jsonb) AS data
    FROM (SELECT DISTINCT ON (sender_id) sender_id, notice_id, request_id FROM numbered ORDER BY sender_id, ord) n CROSS JOIN people p
    WHERE p.user_id <> n.sender_id AND p.folder <> 'declined' AND p.user_id <> ALL(${here}::uuid[]) AND (p.muted_until IS NULL OR p.muted_until <= ${at}::timestamptz)
      AND NOT EXISTS (SELECT FROM apart a WHERE a.one = n.sender_id AND a.other = p.user_id)
      -- The first one ends the search, however much somebody has not read.
      AND (SELECT m.seq FROM messages m WHERE m.conversation_id = ${conversationId}::uuid AND m.seq > greatest(p.read_seq, p.from_seq) AND m.sender_id <> p.user_id AND m.deleted_at IS NULL ORDER BY m.seq LIMIT 1) IS NULL) t
  GROUP BY t.id, t.kind, t.sender_id, t.data RETURNING id`;

/** Notices of a conversation that `changed` (user_id, seq) has read to its end: (user_id, id, in_app). */
export const readNotices = (conversationId: string, at: string): Sql => sql`
  UPDATE notifications n SET read_at = ${at}::timestamptz FROM changed c, room r
  WHERE n.user_id = c.user_id AND n.group_key = ${`conversation:${conversationId}`} AND n.read_at IS NULL AND c.seq >= r.last_seq RETURNING n.user_id, n.id, n.in_app`;
