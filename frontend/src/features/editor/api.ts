import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { PatchResult } from '../../../../durable-objects/draft/protocol.ts';
import type { DraftPatch } from '../../../../durable-objects/hub/protocol.ts';
import type { Access, PitchAccess, PitchCreate, PitchMineList, PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import type { PitchVersionList } from '../../../../worker/features/pitch-versions/schema.ts';
import { http } from '../../lib/http.ts';
import type { patchOf } from './fields.ts';

const ifMatch = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The person's own pitches, last changed first. */
export const mineQuery = queryOptions({
  queryKey: ['pitches', 'mine'],
  queryFn: ({ signal }) => http.get<PitchMineList>('/api/pitches/mine', { query: { limit: 50 }, signal }),
});

export const ownPitchQuery = (id: string) =>
  queryOptions({
    queryKey: ['pitches', 'own', id],
    queryFn: ({ signal }) => http.get<PitchOwner>(`/api/pitches/${id}`, { signal }),
    // The editor holds the newest words itself; a refetch under it would only fight them.
    staleTime: Infinity,
    gcTime: 0,
  });

export const loadPitch = (id: string) => http.get<PitchOwner>(`/api/pitches/${id}`);
/** `key` makes a retry of the same form the same pitch. */
export const createPitch = (body: PitchCreate, key: string) => http.post<PitchOwner>('/api/pitches', body, { headers: { 'Idempotency-Key': key } });
export const patchPitch = (id: string, version: number, body: ReturnType<typeof patchOf>) => http.patch<PitchOwner>(`/api/pitches/${id}`, body, ifMatch(version));
/** A patch for the room of the draft, where there is no socket to say it on. The same id again has no second effect. */
export const sendToRoom = (id: string, patchId: string, patches: readonly DraftPatch[]) => http.post<PatchResult>(`/api/pitches/${id}/draft`, { id: patchId, patches });
export const setAccess = (id: string, fields: Partial<PitchAccess>) => http.put<Access>(`/api/pitches/${id}/access`, { fields });
export const deletePitch = (id: string) => http.delete<undefined>(`/api/pitches/${id}`);

/** Against the takedown of one's own pitch. */
export const appealTakedown = (id: string, text: string) => http.post<void>(`/api/pitches/${id}/appeals`, { text });

export type Move = 'publish' | 'unpublish' | 'archive' | 'restore';
export const movePitch = (id: string, move: Move) => http.post<PitchOwner>(`/api/pitches/${id}/${move}`);

/** What the pitch was, newest first. */
export const versionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['pitches', 'own', id, 'versions'],
    queryFn: ({ signal, pageParam }) => http.get<PitchVersionList>(`/api/pitches/${id}/versions`, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
export const restoreVersion = (id: string, version: number, current: number) => http.post<PitchOwner>(`/api/pitches/${id}/versions/${version}/restore`, undefined, ifMatch(current));

/** Everything that may show a pitch asks anew. */
export const forgetPitches = (client: QueryClient) => client.invalidateQueries({ queryKey: ['pitches'], predicate: (query) => query.queryKey[1] !== 'own' });
