import type { Conversation } from './api.ts';

export interface Group {
  /** Null: about no project. */
  pitch: NonNullable<Conversation['pitch']> | null;
  items: Conversation[];
}

/** By project, the one last spoken about first; what is about none stands together, in its turn. */
export function byProject(conversations: readonly Conversation[]): Group[] {
  const groups = new Map<string, Group>();
  for (const conversation of conversations) {
    const key = conversation.pitch?.id ?? '';
    const group = groups.get(key);
    if (group) group.items.push(conversation);
    else groups.set(key, { pitch: conversation.pitch, items: [conversation] });
  }
  return [...groups.values()];
}
