// Finds out who asks, and keeps what a person gets out of shared caches. Never throws: who cannot be read is anonymous, and a route
// that needs a person then says 503 rather than 401, so that nobody is signed out by a database that is away.
import { createMiddleware } from 'hono/factory';
import { readSession } from '../auth/session-reader.ts';
import { writeAnswer } from './answer-headers.ts';
import type { AppEnv } from './context.ts';
import { errorResponse } from './errors.ts';

export const session = createMiddleware<AppEnv>(async (c, next) => {
  const read = readSession(c);
  const { actor, cookies, failure } = read instanceof Promise ? await read : read;
  c.set('actor', actor);
  if (failure) {
    c.set('sessionFailure', failure);
    (c.get('event').degraded ??= []).push(`session: ${(failure.cause instanceof Error ? failure.cause : failure).message.slice(0, 200)}`);
  }
  await next();
  if (failure && c.res.status === 401) c.res = errorResponse(c, failure);
  if (c.res.status === 101 || c.get('actor').kind !== 'user') return;
  writeAnswer(c, (headers) => {
    const policy = headers.get('cache-control');
    if (policy === null) headers.set('cache-control', 'private, no-store');
    // A response that a shared cache may keep must not carry anybody's cookie, and a handler that began or ended a session has the last word on its cookies.
    if (cookies.length === 0 || (policy !== null && /\bpublic\b|s-maxage/.test(policy)) || headers.has('set-cookie')) return;
    for (const cookie of cookies) headers.append('set-cookie', cookie);
  });
});
