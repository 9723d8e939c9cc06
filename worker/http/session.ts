// Finds out who asks. Never throws: a session that cannot be read is no session; a database that is away answers where it is needed.
import { createMiddleware } from 'hono/factory';
import { readActor } from '../auth/session-reader.ts';
import type { AppEnv } from './context.ts';

export const session = createMiddleware<AppEnv>(async (c, next) => {
  c.set('actor', await readActor(c));
  await next();
});
