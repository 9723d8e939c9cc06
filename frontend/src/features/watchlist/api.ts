import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Watchlist } from '../../../../worker/features/watchlist/schema.ts';
import { http } from '../../lib/http.ts';

/** One folder, or all when it is undefined. `''` is what lies in no folder, and has to be said. */
export const watchlistQuery = (folder: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['watchlist', folder ?? null],
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ ...(folder !== undefined && { folder }), ...(pageParam !== undefined && { cursor: pageParam }) }).toString();
      return http.get<Watchlist>(`/api/watchlist${params === '' ? '' : `?${params}`}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const changeItem = (pitchId: string, patch: { folder?: string; note?: string }) => http.patch<void>(`/api/watchlist/${pitchId}`, patch);
export const stopWatching = (pitchId: string) => http.delete<void>(`/api/pitches/${pitchId}/watch`);
export const watchAgain = (pitchId: string) => http.put<void>(`/api/pitches/${pitchId}/watch`);
