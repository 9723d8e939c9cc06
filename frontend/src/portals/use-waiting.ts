import { useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { waitingQuery } from '../features/ndas/api.ts';
import type { Portal } from '../lib/session.ts';
import type { NavEntry } from '../ui/navigation.ts';

/** The portal's entries with how many requests wait beside theirs. Only makers are asked by others. */
export function useWaiting(portal: Portal, entries: readonly NavEntry[]): readonly NavEntry[] {
  const isMaker = portal === 'creator' || portal === 'production';
  const { data } = useQuery({ ...waitingQuery, enabled: isMaker });
  const value = data?.counts.requested ?? 0;
  if (!isMaker || value === 0) return entries;
  return entries.map((entry) => (entry.href === paths.requests.href(portal) ? { ...entry, waiting: { value, of: value === 1 ? 'request' : 'requests' } } : entry));
}
