// Reading conversations: lists, one of them, its messages, and words in them. Everything is for one reader, who is in it now.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { type Db, optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { messageJson } from './message-json.ts';
import { Conversation, type ConversationList, type ConversationQuery, type FoundMessages, Message, type MessageList, type MessageQuery, type SearchQuery, UNANSWERED_MESSAGES } from './schema.ts';
import { apartFrom, isApart, showsPitch } from './standing.ts';

const other = (userId: string): Sql => sql`FROM conversation_participants q WHERE q.conversation_id = c.id AND q.user_id <> ${userId}::uuid AND q.left_at IS NULL`;

/** Columns of conversation `c` for participant `mine`. */
const columns = (userId: string): Sql => sql`
  c.id, c.kind, c.title, CASE WHEN p.id IS NOT NULL AND ${showsPitch(userId)} THEN jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'poster', (SELECT jsonb_build_object('url', '/api/files/' || f.id, 'width', f.width, 'height', f.height, 'blurhash', f.blurhash) FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND m.kind = 'poster')) END AS pitch, c.nda_id AS "ndaId", c.created_by AS "createdBy",
  (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'handle', pr.handle, 'portal', u.portal,
      'readSeq', CASE WHEN tells.yes THEN q.read_seq ELSE 0 END, 'readAt', CASE WHEN tells.yes THEN to_char(q.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END) ORDER BY q.joined_at, u.name, u.id)
    FROM conversation_participants q JOIN users u ON u.id = q.user_id JOIN profiles pr ON pr.user_id = u.id
    CROSS JOIN LATERAL (SELECT q.user_id = mine.user_id OR (q.folder = 'inbox' AND NOT ${isApart(sql`q.user_id`, sql`mine.user_id`)}) AS yes) tells
    WHERE q.conversation_id = c.id AND q.left_at IS NULL) AS people,
  c.last_seq AS "lastSeq", c.last_at AS "lastAt",
  (SELECT jsonb_build_object('seq', m.seq, 'senderId', m.sender_id, 'at', to_char(m.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'text', CASE
      WHEN m.deleted_at IS NOT NULL OR (c.kind = 'group' AND ${isApart(sql`m.sender_id`, sql`mine.user_id`)}) THEN '' WHEN m.body <> '' THEN left(m.body, 160)
      WHEN EXISTS (SELECT FROM conversation_files f WHERE f.message_id = m.id AND f.kind = 'voice') THEN 'Voice note' ELSE 'File' END)
    FROM messages m WHERE m.conversation_id = c.id AND m.seq = c.last_seq AND m.seq > mine.from_seq) AS last,
  mine.folder, greatest(c.last_seq - greatest(mine.read_seq, mine.from_seq), 0) AS unread, mine.muted_until AS "mutedUntil", mine.archived_at AS "archivedAt",
  CASE WHEN c.kind = 'group' THEN NULL
    WHEN NOT EXISTS (SELECT ${other(userId)}) OR EXISTS (SELECT ${other(userId)} AND ${isApart(sql`q.user_id`, sql`mine.user_id`)}) THEN 'closed'
    WHEN EXISTS (SELECT ${other(userId)} AND (q.folder = 'declined' OR (q.folder = 'requests'
      AND (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id AND m.sender_id = mine.user_id) >= ${UNANSWERED_MESSAGES}::int))) THEN 'waiting' END AS shut`;

const tables = (userId: string): Sql => sql`
  FROM conversation_participants mine JOIN conversations c ON c.id = mine.conversation_id LEFT JOIN pitches p ON p.id = c.pitch_id
  WHERE mine.user_id = ${userId}::uuid AND mine.left_at IS NULL`;

/** A conversation for somebody who is in it; null for everybody else. */
export const conversationFor = (id: string, userId: string): Sql => sql`SELECT ${columns(userId)} ${tables(userId)} AND c.id = ${id}::uuid`;
export const selectOptionalConversation = (db: Queryable, id: string, userId: string): Promise<Conversation | null> => optionalRow(db, Conversation, conversationFor(id, userId));

/** An agreement of the person's, and its conversation. */
export const selectOptionalNdaConversation = (db: Queryable, ndaId: string, partyId: string) => optionalRow(db, z.object({ conversationId: z.string().nullable() }), sql`
  SELECT (SELECT c.id FROM conversations c WHERE c.nda_id = n.id) AS "conversationId" FROM ndas n WHERE n.id = ${ndaId}::uuid AND ${partyId}::uuid IN (n.owner_id, n.signer_id)`);

// Until something was said, a conversation is only there for who opened it. A request of somebody who was blocked since is out of sight.
const isListed = (userId: string): Sql => sql`(c.last_seq > 0 OR c.created_by = ${userId}::uuid)`;
const isUnwanted = (userId: string): Sql => sql`(mine.folder = 'requests' AND EXISTS (SELECT ${other(userId)} AND ${isApart(sql`q.user_id`, sql`mine.user_id`)}))`;
const FOLDERS = {
  inbox: sql`mine.folder = 'inbox' AND mine.archived_at IS NULL`,
  archived: sql`mine.folder = 'inbox' AND mine.archived_at IS NOT NULL`,
  requests: sql`mine.folder = 'requests'`,
} as const;

const Position = z.object({ at: z.int(), id: z.uuid() });
const Counts = z.object({ unread: z.int(), requests: z.int() });
const micros = (column: Sql): Sql => sql`(extract(epoch FROM ${column}) * 1000000)::int8`;
const after = (column: Sql, id: Sql, position: z.output<typeof Position> | undefined): Sql =>
  position === undefined ? sql.empty : sql`AND (${column}, ${id}) < ('epoch'::timestamptz + ${position.at}::float8 * interval '1 microsecond', ${position.id}::uuid)`;

/** One page of a folder, what moved last first, with the counts beside it. */
export async function selectConversations(db: Db, userId: string, { folder, limit, cursor }: z.output<typeof ConversationQuery>, now: string, secret: string): Promise<ConversationList> {
  const list = `conversations:${userId}:${folder}`;
  const position = cursor === undefined ? undefined : openCursor(secret, list, cursor, Position);
  const [page, counted] = await db.batch([
    sql`SELECT ${columns(userId)}, ${micros(sql`c.last_at`)} AS position ${tables(userId)} AND ${FOLDERS[folder]} AND ${isListed(userId)} AND NOT ${isUnwanted(userId)} ${after(sql`c.last_at`, sql`c.id`, position)}
      ORDER BY c.last_at DESC, c.id DESC LIMIT ${limit + 1}`,
    sql`SELECT count(*) FILTER (WHERE ${FOLDERS.inbox} AND c.last_seq > greatest(mine.read_seq, mine.from_seq) AND (mine.muted_until IS NULL OR mine.muted_until <= ${now}::timestamptz))::int AS unread,
      count(*) FILTER (WHERE ${FOLDERS.requests} AND NOT ${isUnwanted(userId)})::int AS requests ${tables(userId)} AND ${isListed(userId)}`,
  ]);
  const found = (page?.rows ?? []).map((row) => Conversation.extend({ position: z.int() }).parse(row));
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ position: _position, ...conversation }) => conversation), counts: Counts.parse(counted?.rows[0]),
    nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.id }) : null,
  };
}

const Apart = z.object({ id: z.string() });

/** What a reader in a group sees of a message: not the words, nor the answers, of those who are kept apart from them. */
function seenBy(message: Message, apart: ReadonlySet<string>): Message {
  const reactions = message.reactions.filter(({ userId }) => !apart.has(userId));
  return message.sender && apart.has(message.sender.id) ? { ...message, reactions, body: '', files: [], hidden: true } : { ...message, reactions };
}

/** One page of messages, newest first; null for who is not in the conversation. */
export async function selectMessages(db: Db, conversationId: string, reader: { id: string; now: string }, { limit, before, cursor }: z.output<typeof MessageQuery>, secret: string): Promise<MessageList | null> {
  const list = `messages:${reader.id}:${conversationId}`;
  const below = cursor === undefined ? before ?? null : openCursor(secret, list, cursor, z.object({ seq: z.int() })).seq;
  const mine = sql`FROM conversation_participants mine JOIN conversations c ON c.id = mine.conversation_id WHERE mine.conversation_id = ${conversationId}::uuid AND mine.user_id = ${reader.id}::uuid AND mine.left_at IS NULL`;
  const [standing, page, apart] = await db.batch([
    sql`SELECT c.kind ${mine}`,
    sql`SELECT ${messageJson(reader)} AS message FROM messages m LEFT JOIN users u ON u.id = m.sender_id
      WHERE m.conversation_id = ${conversationId}::uuid AND m.seq > (SELECT mine.from_seq ${mine}) AND (${below}::int IS NULL OR m.seq < ${below}::int) ORDER BY m.seq DESC LIMIT ${limit + 1}`,
    apartFrom(reader.id),
  ]);
  if (!standing?.rows[0]) return null;
  const hidden = new Set(standing.rows[0]['kind'] === 'group' ? (apart?.rows ?? []).map((row) => Apart.parse(row).id) : []);
  const found = (page?.rows ?? []).map((row) => Message.parse(row['message']));
  const items = found.slice(0, limit).map((message) => seenBy(message, hidden));
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? sealCursor(secret, list, { seq: last.seq }) : null };
}

const Found = z.object({ message: Message, position: z.int(), conversation: z.object({ id: z.string(), kind: Conversation.shape.kind, title: z.string().nullable(), pitchTitle: z.string().nullable(), people: z.array(z.string()) }) });

/** Messages of the reader's own conversations that hold these words, the latest first. */
export async function searchMessages(db: Db, reader: { id: string; now: string }, { q, conversationId, limit, cursor }: z.output<typeof SearchQuery>, secret: string): Promise<FoundMessages> {
  const list = `found:${reader.id}:${conversationId ?? ''}:${q}`;
  const position = cursor === undefined ? undefined : openCursor(secret, list, cursor, Position);
  const found = await rows(db, Found, sql`
    SELECT ${messageJson(reader)} AS message, ${micros(sql`m.sent_at`)} AS position, jsonb_build_object('id', c.id, 'kind', c.kind, 'title', c.title,
      'pitchTitle', CASE WHEN ${showsPitch(reader.id)} THEN p.title END,
      'people', coalesce((SELECT jsonb_agg(v.name ORDER BY v.name) FROM conversation_participants q JOIN users v ON v.id = q.user_id WHERE q.conversation_id = c.id AND q.left_at IS NULL AND q.user_id <> ${reader.id}::uuid), '[]'::jsonb)) AS conversation
    FROM conversation_participants mine JOIN conversations c ON c.id = mine.conversation_id JOIN messages m ON m.conversation_id = c.id AND m.seq > mine.from_seq
    LEFT JOIN users u ON u.id = m.sender_id LEFT JOIN pitches p ON p.id = c.pitch_id
    WHERE mine.user_id = ${reader.id}::uuid AND mine.left_at IS NULL AND mine.folder <> 'declined' AND m.deleted_at IS NULL AND m.search @@ websearch_to_tsquery('public.market', ${q})
      AND (c.kind <> 'group' OR m.sender_id IS NULL OR NOT ${isApart(sql`m.sender_id`, sql`mine.user_id`)}) AND (${conversationId ?? null}::uuid IS NULL OR c.id = ${conversationId ?? null}::uuid)
      ${after(sql`m.sent_at`, sql`m.id`, position)}
    ORDER BY m.sent_at DESC, m.id DESC LIMIT ${limit + 1}`);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ position: _position, ...item }) => item),
    nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.message.id }) : null,
  };
}
