// Groups: their name, who comes and who goes. Each change is a line in the conversation as well.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { deedStatement } from './deed-frame.ts';
import { platformMessage } from './open-statements.ts';
import { MOST_PEOPLE } from './schema.ts';
import { isAnyApart, isApart, isKnown } from './standing.ts';

export interface GroupChange { conversationId: string; userId: string; at: string; messageId: string; eventId: string; messageEventId: string }

/** The line that the platform says, and the change itself: `line` selects (body), one row when there is something to say; `told`: a query of (user_id). */
function groupStatement(change: GroupChange, parts: { ctes: Sql; line: Sql; kind: 'titled' | 'joined' | 'left'; userIds: Sql; told: Sql; verdict: Sql; facts?: Sql; audience?: Sql }): Sql {
  const { conversationId, at, messageId, eventId, messageEventId } = change;
  return deedStatement({
    conversationId, at,
    ctes: sql`${parts.ctes},
      line AS MATERIALIZED (SELECT x.body, (SELECT last_seq + 1 FROM room) AS seq FROM (${parts.line}) x),
      written AS (INSERT INTO messages (id, conversation_id, seq, client_id, body, sent_at) SELECT ${messageId}::uuid, ${conversationId}::uuid, seq, ${messageId}, body, ${at}::timestamptz FROM line),
      advanced AS (UPDATE conversations c SET last_seq = l.seq, last_at = ${at}::timestamptz FROM line l WHERE c.id = ${conversationId}::uuid)`,
    facts: sql`
      SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'conversation' AS kind, NULL::uuid AS subject_id, ${conversationId}::uuid AS conversation_id,
        jsonb_build_object('kind', 'conversation', 'conversationId', ${conversationId}::uuid, 'change', ${parts.kind}::text, 'userIds', ${parts.userIds}) AS payload FROM line
      UNION ALL SELECT 1, ${messageEventId}::uuid, 'message', ${messageId}::uuid, ${conversationId}::uuid, ${platformMessage({ conversationId, messageId, seq: sql`seq`, body: sql`body`, at })} FROM line
      ${parts.facts ?? sql.empty}`,
    audience: sql`SELECT e.ord, t.user_id, e.id AS event_id FROM (${parts.told}) t CROSS JOIN (VALUES (0, ${eventId}::uuid), (1, ${messageEventId}::uuid)) AS e(ord, id) WHERE EXISTS (SELECT FROM line) ${parts.audience ?? sql.empty}`,
    outcomes: sql`SELECT 0 AS ord, ${parts.verdict} AS verdict`,
  });
}

const nameOf = (userId: string): Sql => sql`(SELECT name FROM users WHERE id = ${userId}::uuid)`;
const isGroup = sql`(SELECT grouped FROM room)`;
const isIn = (userId: string): Sql => sql`EXISTS (SELECT FROM people WHERE user_id = ${userId}::uuid)`;
const isOpener = ({ conversationId, userId }: GroupChange): Sql => sql`EXISTS (SELECT FROM conversations c WHERE c.id = ${conversationId}::uuid AND c.created_by = ${userId}::uuid)`;

/** By its opener. */
export const titleStatement = (change: GroupChange, title: string): Sql => {
  const { conversationId, userId } = change;
  return groupStatement(change, {
    ctes: sql`judged AS MATERIALIZED (SELECT CASE WHEN NOT coalesce(${isGroup}, false) OR NOT ${isIn(userId)} THEN 'gone' WHEN NOT ${isOpener(change)} THEN 'other'
        WHEN (SELECT title FROM conversations WHERE id = ${conversationId}::uuid) = ${title} THEN 'same' ELSE 'ok' END AS verdict),
      titled AS (UPDATE conversations SET title = ${title} WHERE id = ${conversationId}::uuid AND (SELECT verdict FROM judged) = 'ok')`,
    line: sql`SELECT ${nameOf(userId)} || ' named the group "' || ${title}::text || '".' AS body FROM judged WHERE verdict = 'ok'`,
    kind: 'titled', userIds: sql`jsonb_build_array(${userId}::uuid)`, told: sql`SELECT user_id FROM people`, verdict: sql`(SELECT verdict FROM judged)`,
  });
};

/** By its opener; they read from here on. Somebody who is in it already stays. */
export const addStatement = (change: GroupChange, personIds: readonly string[]): Sql => {
  const { conversationId, userId, at } = change;
  const me = sql`${userId}::uuid`;
  return groupStatement(change, {
    ctes: sql`
      wanted AS MATERIALIZED (SELECT DISTINCT x.id FROM unnest(${personIds}::uuid[]) AS x(id) WHERE NOT EXISTS (SELECT FROM people p WHERE p.user_id = x.id)),
      fit AS MATERIALIZED (SELECT u.id, u.name, ${isKnown(me, sql`u.id`)} AS known FROM wanted w JOIN users u ON u.id = w.id WHERE u.portal <> 'admin' AND NOT ${isApart(me, sql`u.id`)}),
      judged AS MATERIALIZED (SELECT CASE WHEN NOT coalesce(${isGroup}, false) OR NOT ${isIn(userId)} THEN 'gone' WHEN NOT ${isOpener(change)} THEN 'other'
        WHEN (SELECT count(*) FROM fit) < (SELECT count(*) FROM wanted) THEN 'gone' WHEN EXISTS (SELECT FROM fit WHERE NOT known) THEN 'strangers'
        WHEN ${isAnyApart(sql`SELECT id FROM fit`, sql`SELECT user_id FROM people UNION ALL SELECT id FROM fit`)} THEN 'apart'
        WHEN (SELECT count(*) FROM people) + (SELECT count(*) FROM fit) > ${MOST_PEOPLE}::int THEN 'many' WHEN NOT EXISTS (SELECT FROM fit) THEN 'same' ELSE 'ok' END AS verdict),
      joined AS (INSERT INTO conversation_participants (conversation_id, user_id, joined_at, accepted_at, from_seq, read_seq)
        SELECT ${conversationId}::uuid, f.id, ${at}::timestamptz, ${at}::timestamptz, r.last_seq, r.last_seq FROM fit f, room r, judged j WHERE j.verdict = 'ok'
        ON CONFLICT (conversation_id, user_id) DO UPDATE SET left_at = NULL, joined_at = excluded.joined_at, accepted_at = excluded.accepted_at, from_seq = excluded.from_seq, read_seq = excluded.read_seq, folder = 'inbox', archived_at = NULL)`,
    line: sql`SELECT ${nameOf(userId)} || ' added ' || (SELECT string_agg(name, ', ' ORDER BY name) FROM fit) || '.' AS body FROM judged WHERE verdict = 'ok'`,
    kind: 'joined', userIds: sql`(SELECT jsonb_agg(id) FROM fit)`, told: sql`SELECT user_id FROM people UNION ALL SELECT id FROM fit`, verdict: sql`(SELECT verdict FROM judged)`,
  });
};

/** One goes, or the opener takes somebody out. When the opener goes, who has been there longest is the opener from then on. */
export const leaveStatement = (change: GroupChange & { mineEventId: string }, goneId: string): Sql => {
  const { conversationId, userId, at, mineEventId } = change;
  const gone = sql`${goneId}::uuid`;
  return groupStatement(change, {
    ctes: sql`
      judged AS MATERIALIZED (SELECT CASE WHEN NOT coalesce(${isGroup}, false) OR NOT ${isIn(userId)} OR NOT ${isIn(goneId)} THEN 'gone' WHEN ${goneId} <> ${userId} AND NOT ${isOpener(change)} THEN 'other' ELSE 'ok' END AS verdict),
      parted AS (UPDATE conversation_participants p SET left_at = ${at}::timestamptz FROM judged j WHERE j.verdict = 'ok' AND p.conversation_id = ${conversationId}::uuid AND p.user_id = ${gone})`,
    line: sql`SELECT ${goneId === userId ? sql`${nameOf(userId)} || ' left.'` : sql`${nameOf(userId)} || ' took ' || ${nameOf(goneId)} || ' out of the group.'`} AS body FROM judged WHERE verdict = 'ok'`,
    kind: 'left', userIds: sql`jsonb_build_array(${gone})`, told: sql`SELECT user_id FROM people WHERE user_id <> ${gone}`, verdict: sql`(SELECT verdict FROM judged)`,
    // Of no conversation: who has left is told nothing of it any more but this.
    facts: sql`UNION ALL SELECT 2, ${mineEventId}::uuid, 'conversation_mine', NULL::uuid, NULL::uuid,
      jsonb_build_object('kind', 'conversation_mine', 'conversationId', ${conversationId}::uuid, 'folder', 'left', 'mutedUntil', NULL, 'archivedAt', NULL) FROM line`,
    audience: sql`UNION ALL SELECT 2, ${gone}, ${mineEventId}::uuid FROM line`,
  });
};

/** After its opener left. */
export const handOver = (conversationId: string): Sql => sql`
  UPDATE conversations c SET created_by = (SELECT p.user_id FROM conversation_participants p WHERE p.conversation_id = c.id AND p.left_at IS NULL ORDER BY p.joined_at, p.user_id LIMIT 1)
  WHERE c.id = ${conversationId}::uuid AND c.kind = 'group' AND NOT EXISTS (SELECT FROM conversation_participants p WHERE p.conversation_id = c.id AND p.user_id = c.created_by AND p.left_at IS NULL)`;
