// Opening conversations. Each statement answers with one row {id, made, verdict}; opening what is open gives the same one again.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { tellCtes, ToldStreams } from '../../platform/live/streams.ts';
import { toldColumns } from './deed-frame.ts';
import { MOST_PEOPLE, REQUESTS_A_DAY } from './schema.ts';
import { isAnyApart, isApart, isKnown } from './standing.ts';

export const Opened = z.object({ id: z.string().nullable(), made: z.boolean(), verdict: z.enum(['ok', 'nobody', 'many', 'strangers', 'apart']), payloads: z.record(z.string(), z.looseObject({ kind: z.string() })), streams: ToldStreams });

export interface Opening { id: string; eventId: string; openerId: string; at: string }

/** One opening of a person at a time, so that a cap is kept by parallel ones as well. */
export const lockOpener = (openerId: string): Sql => sql`SELECT pg_advisory_xact_lock(hashtextextended('conversations of ' || ${openerId}::text, 0))`;

const openedFact = ({ id, eventId }: Opening, userIds: Sql, from: Sql): Sql => sql`
  SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'conversation' AS kind, ${id}::uuid AS subject_id, ${id}::uuid AS conversation_id,
    jsonb_build_object('kind', 'conversation', 'conversationId', ${id}::uuid, 'change', 'opened', 'userIds', ${userIds}) AS payload ${from}`;

const answer = (id: Sql, made: Sql, verdict: Sql): Sql => sql`
  SELECT ${id} AS id, ${made} AS made, ${verdict} AS verdict, ${toldColumns}`;

/** `asked`: a query of (other, key, pitch_id, kind), at most one row: with whom, and what makes it the same conversation. */
function openWithOne(opening: Opening, asked: Sql): Sql {
  const { id, openerId, at } = opening;
  const me = sql`${openerId}::uuid`;
  const since = new Date(Date.parse(at) - 86_400_000).toISOString();
  return sql`
    WITH asked AS MATERIALIZED (${asked}),
    target AS MATERIALIZED (SELECT a.*, ${isKnown(me, sql`a.other`)} AS known FROM asked a JOIN users u ON u.id = a.other
      WHERE u.portal <> 'admin' AND a.other <> ${me} AND NOT ${isApart(me, sql`a.other`)}),
    there AS MATERIALIZED (
      SELECT c.id FROM conversations c JOIN target t ON c.opened_key = t.key
      UNION ALL SELECT c.id FROM target t JOIN conversations c ON c.kind = 'nda' AND c.pitch_id = t.pitch_id
        JOIN conversation_participants x ON x.conversation_id = c.id AND x.user_id = ${me} JOIN conversation_participants y ON y.conversation_id = c.id AND y.user_id = t.other WHERE t.kind = 'pitch'
      LIMIT 1),
    judged AS MATERIALIZED (SELECT t.*, CASE WHEN EXISTS (SELECT FROM there) THEN 'there' WHEN t.known THEN 'ok'
        WHEN (SELECT count(*) FROM conversations c WHERE c.created_by = ${me} AND c.created_at > ${since}::timestamptz
          AND EXISTS (SELECT FROM conversation_participants q WHERE q.conversation_id = c.id AND q.user_id <> ${me} AND q.folder <> 'inbox')) >= ${REQUESTS_A_DAY}::int THEN 'many' ELSE 'ok' END AS verdict FROM target t),
    made AS (INSERT INTO conversations (id, kind, pitch_id, created_at, last_at, created_by, opened_key)
      SELECT ${id}::uuid, kind, pitch_id, ${at}::timestamptz, ${at}::timestamptz, ${me}, key FROM judged WHERE verdict = 'ok' RETURNING id),
    joined AS (INSERT INTO conversation_participants (conversation_id, user_id, joined_at, folder, accepted_at)
      SELECT m.id, ${me}, ${at}::timestamptz, 'inbox', ${at}::timestamptz FROM made m
      UNION ALL SELECT m.id, j.other, ${at}::timestamptz, CASE WHEN j.known THEN 'inbox' ELSE 'requests' END, CASE WHEN j.known THEN ${at}::timestamptz END FROM made m, judged j),
    ${tellCtes(openedFact(opening, sql`jsonb_build_array(${me}, j.other)`, sql`FROM made, judged j`), sql`SELECT 0 AS ord, ${me} AS user_id, ${opening.eventId}::uuid AS event_id FROM made`, at)}
    ${answer(sql`coalesce((SELECT id FROM there), (SELECT id FROM made))`, sql`EXISTS (SELECT FROM made)`, sql`coalesce((SELECT CASE verdict WHEN 'there' THEN 'ok' ELSE verdict END FROM judged), 'nobody')`)}`;
}

export const openDirect = (opening: Opening, personId: string): Sql => {
  const [low, high] = [opening.openerId, personId].sort();
  return openWithOne(opening, sql`SELECT ${personId}::uuid AS other, ${`direct:${low}:${high}`}::text AS key, NULL::uuid AS pitch_id, 'direct' AS kind`);
};

/** With the owner of a published pitch; the owner names the other person. Where an agreement on the pitch is signed, its conversation is the one. */
export const openAboutPitch = (opening: Opening, pitchId: string, personId: string | null): Sql => openWithOne(opening, sql`
  SELECT x.other, 'pitch:' || p.id || ':' || CASE WHEN p.owner_id = ${opening.openerId}::uuid THEN x.other ELSE ${opening.openerId}::uuid END AS key, p.id AS pitch_id, 'pitch' AS kind
  FROM pitches p CROSS JOIN LATERAL (SELECT CASE WHEN p.owner_id = ${opening.openerId}::uuid THEN ${personId}::uuid ELSE p.owner_id END AS other) x
  WHERE p.id = ${pitchId}::uuid AND (p.status = 'published' OR p.owner_id = ${opening.openerId}::uuid) AND x.other IS NOT NULL AND (p.owner_id = ${opening.openerId}::uuid OR ${personId}::uuid IS NULL OR ${personId}::uuid = p.owner_id)`);

/** Only people who need not be asked are put into a group; the first line says who opened it. */
export function openGroup(opening: Opening, group: { title: string; personIds: readonly string[]; pitchId: string | null; messageId: string; messageEventId: string }): Sql {
  const { id, openerId, at, eventId } = opening;
  const { title, personIds, pitchId, messageId, messageEventId } = group;
  const me = sql`${openerId}::uuid`;
  return sql`
    WITH wanted AS MATERIALIZED (SELECT DISTINCT x.id FROM unnest(${personIds}::uuid[]) AS x(id) WHERE x.id <> ${me}),
    fit AS MATERIALIZED (SELECT u.id, ${isKnown(me, sql`u.id`)} AS known FROM wanted w JOIN users u ON u.id = w.id WHERE u.portal <> 'admin' AND NOT ${isApart(me, sql`u.id`)}),
    judged AS MATERIALIZED (SELECT CASE
      WHEN (SELECT count(*) FROM wanted) = 0 OR (SELECT count(*) FROM fit) < (SELECT count(*) FROM wanted) THEN 'nobody'
      WHEN ${pitchId}::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM pitches p WHERE p.id = ${pitchId}::uuid AND (p.status = 'published' OR p.owner_id = ${me})) THEN 'nobody'
      WHEN EXISTS (SELECT FROM fit WHERE NOT known) THEN 'strangers' WHEN ${isAnyApart(sql`SELECT id FROM fit`, sql`SELECT id FROM fit`)} THEN 'apart'
      WHEN (SELECT count(*) FROM fit) >= ${MOST_PEOPLE}::int THEN 'many' ELSE 'ok' END AS verdict),
    made AS (INSERT INTO conversations (id, kind, pitch_id, title, created_at, last_seq, last_at, created_by)
      SELECT ${id}::uuid, 'group', ${pitchId}::uuid, ${title}, ${at}::timestamptz, 1, ${at}::timestamptz, ${me} FROM judged WHERE verdict = 'ok' RETURNING id),
    people AS MATERIALIZED (SELECT ${me} AS id FROM made UNION ALL SELECT f.id FROM fit f, made),
    joined AS (INSERT INTO conversation_participants (conversation_id, user_id, joined_at, accepted_at, read_seq)
      SELECT ${id}::uuid, p.id, ${at}::timestamptz, ${at}::timestamptz, CASE WHEN p.id = ${me} THEN 1 ELSE 0 END FROM people p),
    said AS MATERIALIZED (SELECT u.name || ' opened this group.' AS body FROM users u, made WHERE u.id = ${me}),
    written AS (INSERT INTO messages (id, conversation_id, seq, client_id, body, sent_at) SELECT ${messageId}::uuid, ${id}::uuid, 1, ${messageId}, body, ${at}::timestamptz FROM said),
    ${tellCtes(sql`${openedFact(opening, sql`(SELECT jsonb_agg(id) FROM people)`, sql`FROM made`)}
      UNION ALL SELECT 1, ${messageEventId}::uuid, 'message', ${messageId}::uuid, ${id}::uuid, ${platformMessage({ conversationId: id, messageId, seq: sql`1`, body: sql`body`, at })} FROM said`,
    sql`SELECT e.ord, p.id AS user_id, e.id AS event_id FROM people p CROSS JOIN (VALUES (0, ${eventId}::uuid), (1, ${messageEventId}::uuid)) AS e(ord, id)`, at)}
    ${answer(sql`(SELECT id FROM made)`, sql`EXISTS (SELECT FROM made)`, sql`(SELECT verdict FROM judged)`)}`;
}

/** What the platform itself says in a conversation, as the payload of a `message`. */
export const platformMessage = (m: { conversationId: string; messageId: string; seq: Sql; body: Sql; at: string }): Sql => sql`
  jsonb_build_object('kind', 'message', 'conversationId', ${m.conversationId}::uuid, 'message', jsonb_build_object('id', ${m.messageId}::uuid, 'conversationId', ${m.conversationId}::uuid, 'seq', ${m.seq},
    'clientId', NULL, 'sender', NULL, 'body', ${m.body}, 'sentAt', ${m.at}::text, 'editedAt', NULL, 'deletedAt', NULL, 'hidden', false, 'replyTo', NULL, 'files', '[]'::jsonb, 'reactions', '[]'::jsonb))`;

/** The conversation of an agreement, open to both sides with its first line. One row: whether it was opened now. */
export const insertUnderNda = (c: { id: string; messageId: string; ndaId: string; pitchId: string; people: readonly string[]; body: string; at: string }): Sql => sql`
  WITH opened AS (
    INSERT INTO conversations (id, kind, pitch_id, nda_id, created_at, last_seq, last_at) VALUES (${c.id}, 'nda', ${c.pitchId}, ${c.ndaId}, ${c.at}, 1, ${c.at}) ON CONFLICT (nda_id) DO NOTHING RETURNING id),
  joined AS (INSERT INTO conversation_participants (conversation_id, user_id, joined_at, accepted_at) SELECT o.id, p.id, ${c.at}::timestamptz, ${c.at}::timestamptz FROM opened o, unnest(${c.people}::uuid[]) AS p (id)),
  written AS (INSERT INTO messages (id, conversation_id, seq, client_id, body, sent_at) SELECT ${c.messageId}::uuid, o.id, 1, ${c.messageId}, ${c.body}, ${c.at}::timestamptz FROM opened o),
  -- What one of them had asked the other before needs no answer now.
  taken AS (UPDATE conversation_participants p SET folder = 'inbox', accepted_at = ${c.at}::timestamptz FROM opened o, conversations k
    WHERE k.id = p.conversation_id AND k.kind <> 'group' AND p.folder = 'requests' AND p.user_id = ANY(${c.people}::uuid[])
      AND EXISTS (SELECT FROM conversation_participants q WHERE q.conversation_id = k.id AND q.user_id = ANY(${c.people}::uuid[]) AND q.user_id <> p.user_id))
  SELECT EXISTS (SELECT FROM opened) AS made`;
