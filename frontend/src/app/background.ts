// What goes on beside the pages of a member: the outbox sends, and what is shown follows the stream. Fetched after the first paint.
import type { QueryClient } from '@tanstack/react-query';
import { followConversations } from '../features/messages/follow.ts';
import { startOutbox } from '../features/messages/outbox-tab.ts';
import { followNdas } from '../features/ndas/follow.ts';
import { followNotifications } from '../features/notifications/follow.ts';

// What asks before signing out has to be here when nothing can be fetched: that is when messages are kept.
const forLater = [() => import('../features/messages/leaving.ts'), () => import('../features/identity/kept-warning.tsx')];

export function startBackground(client: QueryClient, userId: string): () => void {
  for (const load of forLater) load().catch(() => undefined); // asked for again when it is needed
  const stops = [followConversations(client, userId), startOutbox(client, userId), followNdas(client), followNotifications(client)];
  return () => { for (const stop of stops) stop(); };
}
