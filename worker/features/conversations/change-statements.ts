// Changing what was said: edits, deletions, words under it, and what somebody has read.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { DISCARD_TOPIC } from '../files/queries.ts';
import { deedStatement } from './deed-frame.ts';
import { masked, messageJson } from './message-json.ts';
import { readNotices } from './notices.ts';
import { CHANGE_WITHIN_MS, type ReactionWord } from './schema.ts';

export interface Change {
  conversationId: string;
  userId: string;
  messageId: string;
  eventId: string;
  maskedId: string;
  at: string;
}

/** Groups up to this size tell each other who has read what in their streams; larger ones only ask for it. */
export const RECEIPTS_UP_TO = 10;

/** The message, as far as the person may see it. */
const target = ({ conversationId, userId, messageId }: Change): Sql => sql`
  target AS MATERIALIZED (SELECT m.*, p.folder FROM messages m JOIN people p ON p.user_id = ${userId}::uuid AND m.seq > p.from_seq WHERE m.id = ${messageId}::uuid AND m.conversation_id = ${conversationId}::uuid)`;

const closed = (userId: string): Sql => sql`NOT r.grouped AND (EXISTS (SELECT FROM apart a WHERE a.one = ${userId}::uuid) OR (SELECT count(*) FROM people) < 2)`;

/** Everybody of the conversation; `apartFrom` is left out of the hearing of those who are kept apart. */
const everybody = (eventId: string, userId: string): Sql => sql`
  SELECT 0 AS ord, p.user_id, ${eventId}::uuid AS event_id FROM people p WHERE p.folder <> 'declined' AND NOT EXISTS (SELECT FROM apart a WHERE a.one = ${userId}::uuid AND a.other = p.user_id) AND EXISTS (SELECT FROM changed)`;

const hasOpenReport = sql`EXISTS (SELECT FROM reports x WHERE x.subject_kind = 'message' AND x.subject_id = t.id AND x.status = 'open')`;

export function editStatement(change: Change & { body: string }): Sql {
  const { conversationId, userId, eventId, maskedId, at, body } = change;
  const since = new Date(Date.parse(at) - CHANGE_WITHIN_MS).toISOString();
  const after = sql`(SELECT ${messageJson(null)} || jsonb_build_object('body', ${body}::text, 'editedAt', ${at}::text) FROM messages m LEFT JOIN users u ON u.id = m.sender_id WHERE m.id = t.id)`;
  const payload = (message: Sql): Sql => sql`jsonb_build_object('kind', 'message_edited', 'conversationId', ${conversationId}::uuid, 'message', ${message})`;
  return deedStatement({
    conversationId, at,
    ctes: sql`${target(change)},
      judged AS MATERIALIZED (SELECT t.*, ${after} AS after, CASE
          WHEN t.id IS NULL OR t.deleted_at IS NOT NULL THEN 'gone' WHEN t.sender_id IS DISTINCT FROM ${userId}::uuid THEN 'other' WHEN t.body = ${body} THEN 'same' WHEN ${closed(userId)} THEN 'closed'
          WHEN t.sent_at < ${since}::timestamptz THEN 'late' ELSE 'ok' END AS verdict FROM room r LEFT JOIN target t ON true),
      changed AS MATERIALIZED (SELECT * FROM judged WHERE verdict = 'ok'),
      kept AS (INSERT INTO message_edits (message_id, replaced_at, body) SELECT id, ${at}::timestamptz, body FROM changed ON CONFLICT DO NOTHING),
      written AS (UPDATE messages m SET body = ${body}, edited_at = ${at}::timestamptz FROM changed c WHERE m.id = c.id)`,
    facts: sql`
      SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'message_edited' AS kind, id AS subject_id, ${conversationId}::uuid AS conversation_id, ${payload(sql`after`)} AS payload FROM changed
      UNION ALL SELECT 0, ${maskedId}::uuid, 'message_edited', id, ${conversationId}::uuid, ${payload(masked(sql`after`))} FROM changed WHERE EXISTS (SELECT FROM apart a WHERE a.one = ${userId}::uuid)`,
    audience: sql`
      SELECT 0 AS ord, p.user_id, CASE WHEN EXISTS (SELECT FROM apart a WHERE a.one = ${userId}::uuid AND a.other = p.user_id) THEN ${maskedId}::uuid ELSE ${eventId}::uuid END AS event_id
      FROM people p WHERE p.folder <> 'declined' AND EXISTS (SELECT FROM changed)`,
    outcomes: sql`SELECT 0 AS ord, verdict, after AS message FROM judged`,
  });
}

/** Takes the words, their earlier versions and the files away, out of what streams still hold as well. Words under an open report are kept for the operator. */
export function deleteStatement(change: Change & { outboxId: string }): Sql {
  const { conversationId, userId, eventId, at, outboxId } = change;
  return deedStatement({
    conversationId, at,
    ctes: sql`${target(change)},
      judged AS MATERIALIZED (SELECT t.*, CASE WHEN t.id IS NULL THEN 'gone' WHEN t.sender_id IS DISTINCT FROM ${userId}::uuid THEN 'other' WHEN t.deleted_at IS NOT NULL THEN 'same' ELSE 'ok' END AS verdict FROM room r LEFT JOIN target t ON true),
      changed AS MATERIALIZED (SELECT t.*, ${hasOpenReport} AS reported FROM judged t WHERE verdict = 'ok'),
      forgotten AS (DELETE FROM message_edits e USING changed c WHERE e.message_id = c.id AND NOT c.reported),
      kept AS (INSERT INTO message_edits (message_id, replaced_at, body) SELECT id, ${at}::timestamptz, body FROM changed WHERE reported ON CONFLICT DO NOTHING),
      words AS (DELETE FROM message_reactions x USING changed c WHERE x.message_id = c.id),
      shown AS (DELETE FROM message_pitch_files f USING changed c WHERE f.message_id = c.id),
      dropped AS (DELETE FROM conversation_files f USING changed c WHERE f.message_id = c.id AND NOT c.reported RETURNING f.storage_key),
      discarded AS (INSERT INTO outbox (id, topic, payload) SELECT ${outboxId}::uuid, ${DISCARD_TOPIC}, jsonb_build_object('objects', jsonb_agg(storage_key)) FROM dropped HAVING count(*) > 0 RETURNING id),
      blanked AS (UPDATE live_events v SET payload = jsonb_set(v.payload, '{message}', (v.payload->'message') || jsonb_build_object('body', '', 'files', '[]'::jsonb, 'reactions', '[]'::jsonb, 'deletedAt', ${at}::text))
        FROM changed c WHERE v.subject_id = c.id AND v.kind IN ('message', 'message_edited')),
      written AS (UPDATE messages m SET body = '', deleted_at = ${at}::timestamptz FROM changed c WHERE m.id = c.id)`,
    facts: sql`
      SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'message_deleted' AS kind, id AS subject_id, ${conversationId}::uuid AS conversation_id,
        jsonb_build_object('kind', 'message_deleted', 'conversationId', ${conversationId}::uuid, 'messageId', id, 'seq', seq, 'at', ${at}::text) AS payload FROM changed`,
    audience: sql`SELECT 0 AS ord, p.user_id, ${eventId}::uuid AS event_id FROM people p WHERE p.folder <> 'declined' AND EXISTS (SELECT FROM changed)`,
    outcomes: sql`SELECT 0 AS ord, verdict, seq FROM judged`,
    outbox: sql`SELECT id FROM discarded`,
  });
}

export function reactStatement(change: Change & { word: ReactionWord | null }): Sql {
  const { conversationId, userId, eventId, at, word } = change;
  return deedStatement({
    conversationId, at,
    ctes: sql`${target(change)},
      judged AS MATERIALIZED (SELECT t.*, CASE WHEN t.id IS NULL OR t.deleted_at IS NOT NULL OR EXISTS (SELECT FROM apart a WHERE a.one = ${userId}::uuid AND a.other = t.sender_id AND r.grouped) THEN 'gone'
          WHEN ${closed(userId)} THEN 'closed' WHEN t.folder <> 'inbox' THEN 'waiting'
          WHEN (SELECT x.word FROM message_reactions x WHERE x.message_id = t.id AND x.user_id = ${userId}::uuid) IS NOT DISTINCT FROM ${word}::text THEN 'same' ELSE 'ok' END AS verdict FROM room r LEFT JOIN target t ON true),
      changed AS MATERIALIZED (SELECT * FROM judged WHERE verdict = 'ok'),
      ${word === null
        ? sql`written AS (DELETE FROM message_reactions x USING changed c WHERE x.message_id = c.id AND x.user_id = ${userId}::uuid)`
        : sql`written AS (INSERT INTO message_reactions (message_id, user_id, word, created_at) SELECT id, ${userId}::uuid, ${word}, ${at}::timestamptz FROM changed
            ON CONFLICT (message_id, user_id) DO UPDATE SET word = excluded.word, created_at = excluded.created_at)`}`,
    facts: sql`
      SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'reaction' AS kind, id AS subject_id, ${conversationId}::uuid AS conversation_id,
        jsonb_build_object('kind', 'reaction', 'conversationId', ${conversationId}::uuid, 'messageId', id, 'seq', seq, 'userId', ${userId}::uuid, 'word', ${word}::text, 'at', ${at}::text) AS payload FROM changed`,
    audience: everybody(eventId, userId),
    outcomes: sql`SELECT 0 AS ord, verdict, seq FROM judged`,
  });
}

export interface Read { ord: number; eventId: string; noticeEventId: string; userId: string; seq: number }

/** Marks what people have read, one line a person. It only moves forward; whoever has not accepted a request tells nobody but themselves. */
export function readStatement(conversationId: string, reads: readonly Read[], at: string): Sql {
  return deedStatement({
    conversationId, at,
    ctes: sql`
      input AS MATERIALIZED (SELECT i.ord, i."eventId" AS event_id, i."noticeEventId" AS notice_event_id, i."userId" AS user_id, i.seq
        FROM jsonb_to_recordset(${JSON.stringify(reads)}::jsonb) AS i(ord int, "eventId" uuid, "noticeEventId" uuid, "userId" uuid, seq int)),
      judged AS MATERIALIZED (SELECT i.ord, i.event_id, i.notice_event_id, i.user_id, p.folder, greatest(p.read_seq, least(i.seq, r.last_seq)) AS seq,
          CASE WHEN p.user_id IS NULL THEN 'gone' WHEN p.read_seq >= least(i.seq, r.last_seq) THEN 'same' ELSE 'ok' END AS verdict
        FROM input i JOIN room r ON true LEFT JOIN people p ON p.user_id = i.user_id),
      changed AS MATERIALIZED (SELECT * FROM judged WHERE verdict = 'ok'),
      written AS (UPDATE conversation_participants p SET read_seq = c.seq, read_at = ${at}::timestamptz FROM changed c WHERE p.conversation_id = ${conversationId}::uuid AND p.user_id = c.user_id),
      settled AS (${readNotices(conversationId, at)}),
      settled_by AS MATERIALIZED (SELECT c.ord, c.notice_event_id, c.user_id, jsonb_agg(s.id) AS ids FROM changed c JOIN settled s ON s.user_id = c.user_id AND s.in_app GROUP BY c.ord, c.notice_event_id, c.user_id)`,
    facts: sql`
      SELECT ord, event_id, 'read' AS kind, NULL::uuid AS subject_id, ${conversationId}::uuid AS conversation_id,
        jsonb_build_object('kind', 'read', 'conversationId', ${conversationId}::uuid, 'userId', user_id, 'seq', seq, 'at', ${at}::text) AS payload FROM changed
      UNION ALL SELECT ord, notice_event_id, 'notification_read', NULL::uuid, NULL::uuid, jsonb_build_object('kind', 'notification_read', 'ids', ids, 'at', ${at}::text) FROM settled_by`,
    audience: sql`
      SELECT ord * 2 + 1 AS ord, user_id, notice_event_id AS event_id FROM settled_by UNION ALL
      SELECT c.ord * 2, p.user_id, c.event_id FROM changed c CROSS JOIN people p
      WHERE p.user_id = c.user_id OR (c.folder = 'inbox' AND p.folder <> 'declined' AND (SELECT count(*) FROM people) <= ${RECEIPTS_UP_TO}::int AND NOT EXISTS (SELECT FROM apart a WHERE a.one = c.user_id AND a.other = p.user_id))`,
    outcomes: sql`SELECT ord, verdict, seq FROM judged`,
  });
}
