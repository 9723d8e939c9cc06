import { useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { unreadQuery } from '../features/messages/api.ts';
import { waitingQuery } from '../features/ndas/api.ts';
import type { Portal } from '../lib/session.ts';
import { useTitleCount } from '../lib/page-title.ts';
import type { NavEntry } from '../ui/navigation.ts';

/** The portal's entries with how many requests and unread conversations wait beside theirs. Only makers are asked by others. */
export function useWaiting(portal: Portal, entries: readonly NavEntry[]): readonly NavEntry[] {
  const isMaker = portal === 'creator' || portal === 'production';
  const { data } = useQuery({ ...waitingQuery, enabled: isMaker });
  const { data: counts } = useQuery({ ...unreadQuery, enabled: portal !== 'admin' });
  const unread = counts?.unread ?? 0;
  useTitleCount(unread);
  const requests = data?.counts.requested ?? 0;
  return entries.map((entry) => {
    if (unread > 0 && entry.href === paths.messages.href()) return { ...entry, waiting: { value: unread, of: unread === 1 ? 'unread conversation' : 'unread conversations' } };
    if (isMaker && requests > 0 && entry.href === paths.requests.href(portal)) return { ...entry, waiting: { value: requests, of: requests === 1 ? 'request' : 'requests' } };
    return entry;
  });
}
