import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Mark, Marks } from '../../../../worker/features/marks/schema.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { http } from '../../lib/http.ts';

/** What ties the reader to these pitches, in one answer. */
export const marksQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['marks', ids],
    queryFn: async ({ signal }) => (await http.get<Marks>('/api/marks', { query: { ids: ids.join(',') }, signal })).items,
    enabled: ids.length > 0,
  });

export type Deed = 'liked' | 'watching' | 'following';

interface Target {
  pitchId: string;
  ownerId: string;
}

const address = (deed: Deed, { pitchId, ownerId }: Target): string => {
  if (deed === 'following') return `/api/users/${ownerId}/follow`;
  return `/api/pitches/${pitchId}/${deed === 'liked' ? 'like' : 'watch'}`;
};

export const setMark = (deed: Deed, target: Target, on: boolean) => (on ? http.put<void>(address(deed, target)) : http.delete<void>(address(deed, target)));

const counters = { liked: 'likes', watching: 'watchers' } as const;

/** Shows a deed everywhere it is seen, before the server has answered. The counter moves with it; pitches of one owner are followed together. */
export function showMark(client: QueryClient, deed: Deed, { pitchId, ownerId }: Target, on: boolean): void {
  const ofOwner = new Set(client.getQueriesData<Pitch>({ queryKey: ['pitches', 'one'] }).flatMap(([, pitch]) => (pitch?.creator.id === ownerId ? [pitch.id] : [])));
  client.setQueriesData<Mark[]>({ queryKey: ['marks'] }, (marks) =>
    marks?.map((mark) => (mark.pitchId === pitchId || (deed === 'following' && ofOwner.has(mark.pitchId)) ? { ...mark, [deed]: on } : mark)));
  if (deed === 'following') return;
  const counter = counters[deed];
  client.setQueriesData<Pitch>({ queryKey: ['pitches', 'one'] }, (pitch) =>
    (pitch?.id === pitchId ? { ...pitch, stats: { ...pitch.stats, [counter]: Math.max(0, pitch.stats[counter] + (on ? 1 : -1)) } } : pitch));
}
