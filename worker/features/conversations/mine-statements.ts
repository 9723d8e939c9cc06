// What somebody does with their own view of a conversation: take or decline a request, mute it, put it away.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { deedStatement } from './deed-frame.ts';

export interface Mine { conversationId: string; userId: string; eventId: string; at: string }

const mineFact = ({ conversationId, eventId }: Mine): Sql => sql`
  SELECT 0 AS ord, ${eventId}::uuid AS event_id, 'conversation_mine' AS kind, NULL::uuid AS subject_id, ${conversationId}::uuid AS conversation_id,
    jsonb_build_object('kind', 'conversation_mine', 'conversationId', ${conversationId}::uuid, 'folder', folder,
      'mutedUntil', to_char(muted_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'archivedAt', to_char(archived_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS payload FROM changed`;

/** `change`: SET clause; `where`: what must hold for it to be a change. */
function mineStatement(mine: Mine, change: Sql, where: Sql, others?: { eventId: string }): Sql {
  const { conversationId, userId, eventId, at } = mine;
  const row = sql`p.conversation_id = ${conversationId}::uuid AND p.user_id = ${userId}::uuid AND p.left_at IS NULL`;
  return deedStatement({
    conversationId, at,
    ctes: sql`changed AS (UPDATE conversation_participants p SET ${change} WHERE ${row} AND ${where} RETURNING p.user_id, p.folder, p.muted_until, p.archived_at)`,
    facts: others === undefined ? mineFact(mine) : sql`${mineFact(mine)} UNION ALL SELECT 1, ${others.eventId}::uuid, 'conversation', NULL::uuid, ${conversationId}::uuid,
      jsonb_build_object('kind', 'conversation', 'conversationId', ${conversationId}::uuid, 'change', 'accepted', 'userIds', jsonb_build_array(${userId}::uuid)) FROM changed`,
    audience: sql`SELECT 0 AS ord, user_id, ${eventId}::uuid AS event_id FROM changed
      ${others === undefined ? sql.empty : sql`UNION ALL SELECT 1, p.user_id, ${others.eventId}::uuid FROM people p, changed WHERE p.folder <> 'declined' OR p.user_id = ${userId}::uuid`}`,
    outcomes: sql`SELECT 0 AS ord, CASE WHEN EXISTS (SELECT FROM changed) THEN 'ok' WHEN EXISTS (SELECT FROM people WHERE user_id = ${userId}::uuid) THEN 'same' ELSE 'gone' END AS verdict`,
  });
}

/** The other side learns that it was taken. */
export const acceptStatement = (mine: Mine, othersEventId: string): Sql =>
  mineStatement(mine, sql`folder = 'inbox', accepted_at = ${mine.at}::timestamptz`, sql`p.folder <> 'inbox'`, { eventId: othersEventId });

/** The other side learns nothing: to them it stays unanswered. */
export const declineStatement = (mine: Mine): Sql => mineStatement(mine, sql`folder = 'declined'`, sql`p.folder = 'requests'`);

export const muteStatement = (mine: Mine, until: string | null): Sql =>
  mineStatement(mine, sql`muted_until = ${until}::timestamptz`, sql`p.muted_until IS DISTINCT FROM ${until}::timestamptz`);

export const archiveStatement = (mine: Mine, archived: boolean): Sql =>
  mineStatement(mine, sql`archived_at = ${archived ? mine.at : null}::timestamptz`, archived ? sql`p.archived_at IS NULL` : sql`p.archived_at IS NOT NULL`);
