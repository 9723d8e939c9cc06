import { queryOptions, useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { SessionUser } from '../../../worker/features/auth/schema.ts';
import { http } from './http.ts';

export type { SessionUser };
export type Portal = SessionUser['portal'];

interface SessionAnswer {
  user: SessionUser | null;
}

const hintKey = 'pitchey-portal';
const portals: readonly string[] = ['creator', 'investor', 'production', 'admin'];

function readHint(): Portal | null {
  try {
    const kept = localStorage.getItem(hintKey);
    return kept !== null && portals.includes(kept) ? (kept as Portal) : null;
  } catch {
    return null; // storage is closed to this page: the frame is then chosen when the session answers
  }
}

/** Which portal was last used is remembered for the first frame of the next visit; null forgets it. */
export function keepHint(portal: Portal | null): void {
  try {
    if (portal === null) localStorage.removeItem(hintKey);
    else localStorage.setItem(hintKey, portal);
  } catch {
    // As above: only the first frame of the next visit depends on it.
  }
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
  hint: readHint(),
  set(user) {
    keepHint(user?.portal ?? null);
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
