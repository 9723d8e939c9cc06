import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Device } from '../../../../worker/features/auth/schema.ts';
import type { FollowList } from '../../../../worker/features/follows/schema.ts';
import type { Me, MePatch } from '../../../../worker/features/me/schema.ts';
import type { Credits } from '../../../../worker/features/people/schema.ts';
import { http } from '../../lib/http.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => http.get<Me>('/api/me', { signal }) });
export const changeMe = (patch: MePatch) => http.patch<Me>('/api/me', patch);

export const creditsQuery = queryOptions({ queryKey: ['me', 'credits'], queryFn: ({ signal }) => http.get<Credits>('/api/me/credits', { signal }) });
export const saveCredits = (credits: Credits) => http.put<Credits>('/api/me/credits', credits);

export const devicesQuery = queryOptions({ queryKey: ['me', 'devices'], queryFn: async ({ signal }) => (await http.get<{ items: Device[] }>('/api/auth/sessions', { signal })).items });
export const endDevice = (id: string) => http.delete<void>(`/api/auth/sessions/${id}`);

export const changePassword = (body: { currentPassword: string; newPassword: string }) => http.post<unknown>('/api/auth/change-password', body);

export const blockedQuery = infiniteQueryOptions({
  queryKey: ['blocked'],
  queryFn: ({ pageParam, signal }) => http.get<FollowList>('/api/me/blocked', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
