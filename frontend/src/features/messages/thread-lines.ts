// How messages lie on the page: days, what continues the one before, and who has read up to where. Pure.
import { formatDay, formatClock } from '../../lib/format.ts';
import type { Conversation, Message } from './api.ts';
import { firstName } from './names.ts';

export interface ThreadLine {
  message: Message;
  /** Set on the first of a day. */
  day: string | null;
  /** Of the same person, soon after the one above: its head is not repeated. */
  continues: boolean;
  /** "Read by Harriet 12:01", "Sent": under one's own message where it tells something. */
  receipt: string | null;
}

const CONTINUES_WITHIN_MS = 5 * 60_000;
const dayOf = (date: Date): string => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;

/** "Today", "Yesterday", "Friday" within the week, else the day. */
export function dayName(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const midnight = (of: Date): number => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return days > 1 && days < 7 ? date.toLocaleDateString('en-GB', { weekday: 'long' }) : formatDay(iso, now);
}

/** In a list: the time today, a short weekday within the week, else the day. */
export function listTime(iso: string, now = new Date()): string {
  const name = dayName(iso, now);
  if (name === 'Today') return formatClock(iso);
  return name.endsWith('day') ? new Date(iso).toLocaleDateString('en-GB', { weekday: 'short' }) : name;
}

/** "12:01" on the day itself, "24 Nov, 12:01" on any other. */
export const clockAndDay = (iso: string, on = new Date()): string => (dayOf(new Date(iso)) === dayOf(on) ? formatClock(iso) : `${formatDay(iso)}, ${formatClock(iso)}`);

function receiptOf(readers: readonly Conversation['people'][number][], others: number, sentAt: string): string {
  if (others > 3 && readers.length === others) return `Read by all ${others}`;
  return `Read by ${readers.map(({ name, readAt }) => (readAt === null ? firstName(name) : `${firstName(name)} ${clockAndDay(readAt, new Date(sentAt))}`)).join(', ')}`;
}

/** `newestFirst` as the server lists them; gives them oldest first. */
export function linesOf(newestFirst: readonly Message[], people: Conversation['people'], ownId: string, now = new Date()): ThreadLine[] {
  const messages = newestFirst.toReversed();
  const own = messages.filter(({ sender, deletedAt }) => sender?.id === ownId && deletedAt === null);
  const others = people.filter(({ id }) => id !== ownId);
  // Each reader stands once, under the last of one's own messages that they have read.
  const readers = new Map<string, Conversation['people'][number][]>();
  for (const person of others) {
    const last = own.findLast(({ seq }) => seq <= person.readSeq);
    if (last) readers.set(last.id, [...(readers.get(last.id) ?? []), person]);
  }
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const isNewDay = before === undefined || dayOf(new Date(before.sentAt)) !== dayOf(new Date(message.sentAt));
    const read = readers.get(message.id);
    return {
      message,
      day: isNewDay ? dayName(message.sentAt, now) : null,
      continues: !isNewDay && message.sender !== null && message.replyTo === null && before?.sender?.id === message.sender.id && Date.parse(message.sentAt) - Date.parse(before.sentAt) < CONTINUES_WITHIN_MS,
      receipt: read ? receiptOf(read, others.length, message.sentAt) : message.id === own.at(-1)?.id && others.length > 0 ? 'Sent' : null,
    };
  });
}
