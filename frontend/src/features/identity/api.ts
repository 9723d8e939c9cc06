import type { QueryClient } from '@tanstack/react-query';
import type { SignUp } from '../../../../worker/features/auth/schema.ts';
import { paths } from '../../app/paths.ts';
import { http } from '../../lib/http.ts';
import { keepPortalHint } from '../../lib/portal-hint.ts';
import { sessionQuery, useSessionStore, type SessionUser } from '../../lib/session.ts';

export async function signIn(client: QueryClient, body: { email: string; password: string }): Promise<void> {
  const { user } = await http.post<{ user: SessionUser }>('/api/auth/sign-in', body);
  client.clear(); // what is kept was answered to a visitor
  client.setQueryData(sessionQuery.queryKey, user);
  useSessionStore.getState().set(user);
}

/** Ends in a fresh page: nothing that was answered to this person stays in memory. `forget` clears what is kept elsewhere. */
export async function signOut(forget: () => Promise<void>): Promise<void> {
  await http.post('/api/auth/sign-out');
  await forget();
  keepPortalHint(null);
  window.location.assign(paths.landing.href());
}

export const signUp = (body: SignUp) => http.post<unknown>('/api/auth/sign-up', body);
export const verifyEmail = (token: string) => http.post<unknown>('/api/auth/verify-email', { token });
export const requestPasswordReset = (email: string) => http.post<unknown>('/api/auth/request-password-reset', { email });
export const resetPassword = (body: { token: string; password: string }) => http.post<unknown>('/api/auth/reset-password', body);
