import type { QueryClient } from '@tanstack/react-query';
import { http } from '../../lib/http.ts';
import { sessionQuery, useSessionStore, type Portal, type SessionUser } from '../../lib/session.ts';

export interface SignUpBody {
  email: string;
  password: string;
  name: string;
  portal: Exclude<Portal, 'admin'>;
  companyName?: string;
}

export type SignInAnswer = { user: SessionUser } | { twoFactorRequired: true };

/** What is kept of the person before belongs to the person before. */
function become(client: QueryClient, user: SessionUser | null): void {
  client.clear();
  client.setQueryData(sessionQuery.queryKey, user);
  useSessionStore.getState().set(user);
}

export async function signIn(client: QueryClient, body: { email: string; password: string }): Promise<SignInAnswer> {
  const answer = await http.post<SignInAnswer>('/api/auth/sign-in', body);
  if ('user' in answer) become(client, answer.user);
  return answer;
}

export async function signOut(client: QueryClient): Promise<void> {
  await http.post('/api/auth/sign-out');
  become(client, null);
}

export const signUp = (body: SignUpBody) => http.post<unknown>('/api/auth/sign-up', body);
export const verifyEmail = (token: string) => http.post<unknown>('/api/auth/verify-email', { token });
export const requestPasswordReset = (email: string) => http.post<unknown>('/api/auth/request-password-reset', { email });
export const resetPassword = (body: { token: string; password: string }) => http.post<unknown>('/api/auth/reset-password', body);
