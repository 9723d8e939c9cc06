// What goes on for messages on every page of a member: the outbox sends, and what is shown follows the stream. Fetched after the first paint.
import type { QueryClient } from '@tanstack/react-query';
import { followConversations } from './follow.ts';
import { startOutbox } from './outbox-tab.ts';

export function startMessages(client: QueryClient, userId: string): () => void {
  const stops = [followConversations(client, userId), startOutbox(client, userId)];
  return () => { for (const stop of stops) stop(); };
}
