import type { Conversation } from './api.ts';

export interface KnownPerson {
  id: string;
  name: string;
}

/** Everybody one talks with already, by name, once. */
export function knownPeople(conversations: readonly Conversation[], ownId: string): KnownPerson[] {
  const people = new Map(conversations.flatMap((one) => one.people).filter(({ id }) => id !== ownId).map(({ id, name }) => [id, { id, name }]));
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
