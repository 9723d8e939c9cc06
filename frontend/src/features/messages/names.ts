import { formatList } from '../../lib/format.ts';
import type { Conversation } from './api.ts';

type Person = Conversation['people'][number];

/** Everybody but the reader. */
export const othersOf = ({ people }: Pick<Conversation, 'people'>, ownId: string): Person[] => people.filter(({ id }) => id !== ownId);

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** A group's name, else its people: by first names in a list, where space is short and several are there. */
export function nameOf(conversation: Pick<Conversation, 'title' | 'people'>, ownId: string, length: 'short' | 'full' = 'full'): string {
  if (conversation.title !== null) return conversation.title;
  const others = othersOf(conversation, ownId);
  if (others.length === 0) return 'Only you';
  if (length === 'full') return others.map(({ name }) => name).join(', ');
  return others.length === 1 ? (others[0]?.name ?? '') : others.map(({ name }) => firstName(name)).join(', ');
}

/** "Harriet and Callum": whom a message goes to. */
export const addressees = (conversation: Pick<Conversation, 'title' | 'people'>, ownId: string): string => conversation.title ?? formatList(othersOf(conversation, ownId).map(({ name }) => firstName(name)));

/** Whether the reader wants to hear nothing of it now. */
export const isMuted = ({ mutedUntil }: Pick<Conversation, 'mutedUntil'>, now = Date.now()): boolean => mutedUntil !== null && Date.parse(mutedUntil) > now;

/** "Harriet is writing", "Harriet and Callum are writing", "3 people are writing". */
export function writingSentence(names: readonly string[], tense: 'now' | 'then' = 'now'): string {
  const [is, are] = tense === 'now' ? ['is', 'are'] : ['was', 'were'];
  if (names.length === 0) return '';
  if (names.length === 1) return `${firstName(names[0] ?? '')} ${is} writing`;
  return names.length === 2 ? `${formatList(names.map(firstName))} ${are} writing` : `${names.length} people ${are} writing`;
}
