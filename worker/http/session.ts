// Finds out who asks, and keeps what a person gets out of shared caches. Never throws: who cannot be read is anonymous, and a route
// that needs a person then says 503 rather than 401, so that nobody is signed out by a database that is away.
import { createMiddleware } from 'hono/factory';
import { readSession } from '../auth/session-reader.ts';
import type { AppEnv } from './context.ts';
import { errorResponse } from './errors.ts';

export const session = createMiddleware<AppEnv>(async (c, next) => {
  const { actor, cookies, failure } = await readSession(c);
  c.set('actor', actor);
  if (failure) {
    c.set('sessionFailure', failure);
    (c.get('event').degraded ??= []).push(`session: ${String(failure.cause ?? failure).slice(0, 200)}`);
  }
  await next();
  if (failure && c.res.status === 401) c.res = errorResponse(c, failure);
  if (c.res.status === 101 || c.get('actor').kind !== 'user') return;
  if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'private, no-store');
  // A response that a shared cache may keep must not carry anybody's cookie.
  if (/\bpublic\b|s-maxage/.test(c.res.headers.get('cache-control') ?? '')) return;
  // A handler that began or ended a session has the last word on its cookies.
  if (c.res.headers.getSetCookie().length > 0) return;
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
});
