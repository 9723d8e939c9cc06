import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Ties } from '../../../../worker/features/follows/schema.ts';
import type { Person } from '../../../../worker/features/people/schema.ts';
import { http } from '../../lib/http.ts';

/** The profile as everybody gets it. A failed look-up of nobody is not asked again. */
export const personQuery = (handle: string) =>
  queryOptions({ queryKey: ['people', handle], queryFn: ({ signal }) => http.get<Person>(`/api/users/${encodeURIComponent(handle)}`, { signal }) });

/** What ties the reader to this person. */
export const tiesQuery = (id: string) =>
  queryOptions({ queryKey: ['ties', id], queryFn: ({ signal }) => http.get<Ties>(`/api/users/${id}/ties`, { signal }) });

export const setFollow = (id: string, on: boolean) => (on ? http.put<void>(`/api/users/${id}/follow`) : http.delete<void>(`/api/users/${id}/follow`));
export const setBlock = (id: string, on: boolean) => (on ? http.put<void>(`/api/users/${id}/block`) : http.delete<void>(`/api/users/${id}/block`));

/** Shows a tie before the server has answered; followers are counted along. Following ends with a block. */
export function showTies(client: QueryClient, { id, handle }: Pick<Person, 'id' | 'handle'>, change: Partial<Ties>): void {
  const before = client.getQueryData(tiesQuery(id).queryKey);
  if (before === undefined) return;
  const after = { ...before, ...change, ...(change.blocked && { following: false }) };
  client.setQueryData(tiesQuery(id).queryKey, after);
  const step = Number(after.following) - Number(before.following);
  client.setQueryData(personQuery(handle).queryKey, (person) => person && { ...person, followers: Math.max(0, person.followers + step) });
}

/** After a change of ties: lists in which the person could stand are asked for again. */
export const refreshLists = (client: QueryClient) =>
  Promise.all([['feed'], ['marks'], ['blocked'], ['pitches'], ['comments']].map((queryKey) => client.invalidateQueries({ queryKey, refetchType: 'none' })));
