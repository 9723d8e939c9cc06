// What the stream tells, put into what is already shown. Pure: each takes what is there and gives what is there next; `null` means
// that it cannot be known from here and has to be asked for.
import type { InfiniteData } from '@tanstack/react-query';
import type { EventOf } from '../../lib/live/live.ts';
import type { Conversation, ConversationList, Message, MessageList } from './api.ts';

export type Messages = InfiniteData<MessageList, string | undefined>;
export type Conversations = InfiniteData<ConversationList, string | undefined>;

const mapMessages = (data: Messages, change: (message: Message) => Message): Messages => ({ ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) });

/** Newest first; one that is there already stays one. */
export function withMessage(data: Messages, message: Message): Messages | null {
  const [page, ...rest] = data.pages;
  if (page === undefined) return null;
  if (data.pages.some(({ items }) => items.some(({ id }) => id === message.id))) return mapMessages(data, (shown) => (shown.id === message.id && shown.editedAt === null ? message : shown));
  const newest = page.items[0]?.seq;
  // Numbers have no gaps: if one is missing here, more than this was missed.
  if (newest !== undefined && message.seq !== newest + 1) return null;
  return { ...data, pages: [{ ...page, items: [message, ...page.items] }, ...rest] };
}

export const withEdit = (data: Messages, message: Message): Messages => mapMessages(data, (shown) => (shown.id === message.id ? { ...message, reactions: shown.reactions } : shown));

export const withDeletion = (data: Messages, { messageId, at }: EventOf<'message_deleted'>): Messages =>
  mapMessages(data, (shown) => (shown.id === messageId ? { ...shown, body: '', files: [], reactions: [], deletedAt: at } : shown));

export const withReaction = (data: Messages, { messageId, userId, word }: Pick<EventOf<'reaction'>, 'messageId' | 'userId' | 'word'>): Messages =>
  mapMessages(data, (shown) => (shown.id === messageId ? { ...shown, reactions: [...shown.reactions.filter((one) => one.userId !== userId), ...(word === null ? [] : [{ userId, word }])] } : shown));

/** The line of a list for a message. */
export function lineOf({ body, files, deletedAt }: Message): string {
  if (deletedAt !== null) return 'Deleted';
  if (body !== '') return body.replace(/\s+/g, ' ').slice(0, 200);
  const [file] = files;
  return file?.kind === 'voice' ? 'Voice note' : (file?.fileName ?? 'A file');
}

export function afterMessage(conversation: Conversation, message: Message, ownId: string): Conversation {
  if (message.seq <= conversation.lastSeq) return conversation;
  const isOwn = message.sender?.id === ownId;
  return {
    ...conversation, lastSeq: message.seq, lastAt: message.sentAt, unread: isOwn ? 0 : conversation.unread + 1, archivedAt: null,
    last: { seq: message.seq, senderId: message.sender?.id ?? null, text: lineOf(message), at: message.sentAt },
    people: conversation.people.map((person) => (person.id === message.sender?.id ? { ...person, readSeq: message.seq, readAt: message.sentAt } : person)),
  };
}

/** The last words of a list are those that stand now. */
export const afterEdit = (conversation: Conversation, message: Message): Conversation =>
  (conversation.last?.seq === message.seq ? { ...conversation, last: { ...conversation.last, text: lineOf(message) } } : conversation);

/** Receipts only move forward. */
export function afterRead(conversation: Conversation, { userId, seq, at }: Pick<EventOf<'read'>, 'userId' | 'seq' | 'at'>, ownId: string): Conversation {
  return {
    ...conversation,
    unread: userId === ownId ? Math.min(conversation.unread, Math.max(0, conversation.lastSeq - seq)) : conversation.unread,
    people: conversation.people.map((person) => (person.id === userId && person.readSeq < seq ? { ...person, readSeq: seq, readAt: at } : person)),
  };
}

/** A list in which one conversation is different, the latest first; null when it is not in it. */
export function withConversation(data: Conversations, id: string, change: (conversation: Conversation) => Conversation): Conversations | null {
  const found = data.pages.flatMap(({ items }) => items).find((one) => one.id === id);
  if (found === undefined) return null;
  const next = change(found);
  if (next.lastAt === found.lastAt) return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((one) => (one.id === id ? next : one)) })) };
  return { ...data, pages: data.pages.map((page, index) => ({ ...page, items: [...(index === 0 ? [next] : []), ...page.items.filter((one) => one.id !== id)] })) };
}
