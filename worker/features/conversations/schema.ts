// Wire types of conversations and messages: what routes answer with and what a person's stream tells are the same shapes.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';
import { Gate } from '../catalogue/schema.ts';
import { Poster } from '../pitches/schema.ts';
import { reactionWords } from './lists.ts';

/** People in one conversation, the opener among them. */
export const MOST_PEOPLE = 50;
export const LONGEST_MESSAGE = 8000;
/** Within this, ms, an edit or a deletion is an author's own; later the words stand. */
export const CHANGE_WITHIN_MS = 24 * 3_600_000;
/** What may be said to somebody who has not answered yet. */
export const UNANSWERED_MESSAGES = 3;
/** Conversations a person may begin within a day with people who have no agreement with them and have not answered. */
export const REQUESTS_A_DAY = 10;
/** Longest voice note, ms. */
export const LONGEST_VOICE_MS = 5 * 60_000;
/** Bytes of one file or voice note. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;

const Uuid = z.uuid();
const words = z.string().max(LONGEST_MESSAGE * 4).overwrite(cleanText).max(LONGEST_MESSAGE, 'At most 8,000 characters.');
const title = z.string().max(480).overwrite(cleanLine).min(1, 'A name is needed.').max(120, 'At most 120 characters.');

export const ReactionWord = z.enum(reactionWords.map(({ value }) => value) as [(typeof reactionWords)[number]['value'], ...(typeof reactionWords)[number]['value'][]]);
export type ReactionWord = z.output<typeof ReactionWord>;

export const MessageFile = z.object({
  id: z.string(),
  /** `conversation`: of this conversation alone. `pitch`: of a pitch, behind its gate; `url` opens it for whom the gate lets in. */
  source: z.enum(['conversation', 'pitch']),
  kind: z.enum(['file', 'voice']),
  /** Null for a file of a pitch where the gate is shut to the reader, and in what everybody is told at once: ask for the message to know. */
  fileName: z.string().nullable(),
  contentType: z.string().nullable(),
  /** Bytes. */
  size: z.number().nullable(),
  /** Of a voice note, by its sound; null where that does not tell. */
  durationMs: z.number().nullable(),
  gate: Gate.nullable(),
  url: z.string(),
});
export type MessageFile = z.output<typeof MessageFile>;

export const Message = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** 1, 2, 3… within the conversation, without gaps. */
  seq: z.number(),
  /** The sender's own id of it; null on what the platform says. */
  clientId: z.string().nullable(),
  /** Null: the platform itself. */
  sender: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Empty when deleted or hidden. */
  body: z.string(),
  sentAt: z.string(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  /** A block stands between the reader and the sender: in a group their words are left out for each other. */
  hidden: z.boolean(),
  replyTo: z.object({ id: z.string(), seq: z.number() }).nullable(),
  files: z.array(MessageFile),
  reactions: z.array(z.object({ userId: z.string(), word: ReactionWord })),
});
export type Message = z.output<typeof Message>;

/** Newest first. */
export const MessageList = z.object({ items: z.array(Message), nextCursor: z.string().nullable() });
export type MessageList = z.output<typeof MessageList>;

export const ConversationKind = z.enum(['nda', 'pitch', 'direct', 'group']);
export const Folder = z.enum(['inbox', 'requests', 'declined']);
export type Folder = z.output<typeof Folder>;

export const Conversation = z.object({
  id: z.string(),
  kind: ConversationKind,
  /** Of a group. */
  title: z.string().nullable(),
  pitch: z.object({ id: z.string(), slug: z.string(), title: z.string(), poster: Poster.nullable() }).nullable(),
  ndaId: z.string().nullable(),
  createdBy: z.string().nullable(),
  /** Everybody who is in it, the reader included. `readSeq`: what they have read up to. */
  people: z.array(z.object({ id: z.string(), name: z.string(), handle: z.string(), portal: z.string(), readSeq: z.number(), readAt: z.string().nullable() })),
  lastSeq: z.number(),
  lastAt: z.string(),
  /** The last message as a line of a list. */
  last: z.object({ seq: z.number(), senderId: z.string().nullable(), text: z.string(), at: z.string() }).nullable(),
  /** Of the reader. */
  folder: Folder,
  unread: z.number(),
  mutedUntil: z.string().nullable(),
  archivedAt: z.string().nullable(),
  /** Null: the reader may write. `waiting`: the other side has not answered yet. `closed`: nobody can write here now. */
  shut: z.enum(['waiting', 'closed']).nullable(),
});
export type Conversation = z.output<typeof Conversation>;

export const ConversationList = z.object({
  items: z.array(Conversation),
  nextCursor: z.string().nullable(),
  /** Conversations with something unread; muted ones are not counted. */
  counts: z.object({ unread: z.number(), requests: z.number() }),
});
export type ConversationList = z.output<typeof ConversationList>;

export const ConversationQuery = z.strictObject({
  folder: z.enum(['inbox', 'requests', 'archived']).default('inbox'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(400).optional(),
});

export const MessageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Only what has a smaller `seq`. */
  before: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  cursor: z.string().max(400).optional(),
});

export const SearchQuery = z.strictObject({
  q: z.string().max(800).overwrite(cleanLine).min(1, 'What do you look for?').max(200),
  conversationId: Uuid.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(400).optional(),
});
export const FoundMessages = z.object({
  items: z.array(z.object({ message: Message, conversation: z.object({ id: z.string(), kind: ConversationKind, title: z.string().nullable(), pitchTitle: z.string().nullable(), people: z.array(z.string()) }) })),
  nextCursor: z.string().nullable(),
});
export type FoundMessages = z.output<typeof FoundMessages>;

export const ConversationCreate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('direct'), personId: Uuid }),
  /** With the owner of a pitch; its owner names the other person. */
  z.strictObject({ kind: z.literal('pitch'), pitchId: Uuid, personId: Uuid.optional() }),
  z.strictObject({ kind: z.literal('nda'), ndaId: Uuid }),
  z.strictObject({ kind: z.literal('group'), title, personIds: z.array(Uuid).min(1).max(MOST_PEOPLE - 1), pitchId: Uuid.optional() }),
]);
export type ConversationCreate = z.output<typeof ConversationCreate>;

export const ConversationPatch = z.strictObject({ title });
export const MembersAdd = z.strictObject({ personIds: z.array(Uuid).min(1).max(MOST_PEOPLE - 1) });

export const MessageCreate = z.strictObject({
  /** The client's own: the same id again is the same message. */
  clientId: z.string().min(1).max(64),
  body: words.default(''),
  /** Files stored in this conversation before, or files of one's own pitch. */
  attachments: z.array(Uuid).max(10).default([]),
  replyTo: Uuid.optional(),
}).refine(({ body, attachments }) => body.length > 0 || attachments.length > 0, { path: ['body'], message: 'Write something, or attach a file.' });
export type MessageCreate = z.output<typeof MessageCreate>;
export const MessageEdit = z.strictObject({ body: words.min(1, 'Write something.') });
export const ReactionPut = z.strictObject({ word: ReactionWord.nullable() });
export const ReadPut = z.strictObject({ seq: z.int().min(0) });
/** Null: speak again. */
export const MutePut = z.strictObject({ until: z.iso.datetime().nullable() });
export const ArchivePut = z.strictObject({ archived: z.boolean() });

export const FileQuery = z.strictObject({
  kind: z.enum(['file', 'voice']),
  name: z.string().min(1).max(1000).overwrite((name) => cleanLine(name).replace(/[/\\:*?"<>|]+/g, '-').slice(0, 200)).pipe(z.string().min(1, 'A file name is needed.')),
});

/** What an ack of a deed carries, and what the routes answer with. */
export const DeedResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('send'), message: Message, repeated: z.boolean() }),
  z.object({ kind: z.literal('edit'), message: Message }),
  z.object({ kind: z.literal('delete'), messageId: z.string(), seq: z.number() }),
  z.object({ kind: z.literal('react'), messageId: z.string(), word: ReactionWord.nullable() }),
  z.object({ kind: z.literal('read'), seq: z.number() }),
]);
export type DeedResult = z.output<typeof DeedResult>;

/** What the stream tells of conversations. */
export const conversationEvents = [
  z.object({ kind: z.literal('message'), conversationId: z.string(), message: Message }),
  z.object({ kind: z.literal('message_edited'), conversationId: z.string(), message: Message }),
  z.object({ kind: z.literal('message_deleted'), conversationId: z.string(), messageId: z.string(), seq: z.number(), at: z.string() }),
  z.object({ kind: z.literal('reaction'), conversationId: z.string(), messageId: z.string(), seq: z.number(), userId: z.string(), word: ReactionWord.nullable(), at: z.string() }),
  /** Somebody has read up to `seq`; oneself on another device, or another person. */
  z.object({ kind: z.literal('read'), conversationId: z.string(), userId: z.string(), seq: z.number(), at: z.string() }),
  /** It was opened, named, joined or left: ask for it anew. */
  z.object({ kind: z.literal('conversation'), conversationId: z.string(), change: z.enum(['opened', 'accepted', 'titled', 'joined', 'left']), userIds: z.array(z.string()) }),
  /** The reader's own view of it. `left`: it is not theirs any more. */
  z.object({ kind: z.literal('conversation_mine'), conversationId: z.string(), folder: Folder.or(z.literal('left')), mutedUntil: z.string().nullable(), archivedAt: z.string().nullable() }),
] as const;
