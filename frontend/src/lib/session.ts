import { queryOptions, useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { SessionUser } from '../../../worker/features/auth/schema.ts';
import { http } from './http.ts';
import { keepPortalHint, readPortalHint } from './portal-hint.ts';

export type { SessionUser };
export type Portal = SessionUser['portal'];

interface SessionAnswer {
  user: SessionUser | null;
}

interface SessionState {
  /** `unknown` until the first answer. */
  status: 'unknown' | 'anonymous' | 'signed-in';
  user: SessionUser | null;
  /** The portal of the last visit: which frame to draw before the session answers. Grants nothing. */
  hint: Portal | null;
  set(user: SessionUser | null): void;
}

/** What the app last heard about who is here. The server decides every request anew; this only chooses what to draw. */
export const useSessionStore = create<SessionState>((set) => ({
  status: 'unknown',
  user: null,
  hint: readPortalHint(),
  set(user) {
    keepPortalHint(user?.portal ?? null);
    set({ user, status: user === null ? 'anonymous' : 'signed-in', hint: user?.portal ?? null });
  },
}));

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const { user } = await http.get<SessionAnswer>('/api/auth/session', { signal });
    useSessionStore.getState().set(user);
    return user;
  },
  staleTime: 60_000,
});

/** The session, asked for once and shared. `status` stays `unknown` while the first answer is awaited; `error` tells when it can't be had. */
export function useSession() {
  const { error, refetch, isFetching } = useQuery(sessionQuery);
  const status = useSessionStore((state) => state.status);
  const user = useSessionStore((state) => state.user);
  const hint = useSessionStore((state) => state.hint);
  return { status, user, hint, error, refetch, isFetching };
}
