// Sockets come from our own pages only: a browser lets any page open one, cookies included. Decided before anything else is asked.
import { createMiddleware } from 'hono/factory';
import { AppError } from '../platform/app-error.ts';
import type { AppEnv } from './context.ts';
import { isTrustedOrigin } from './origin.ts';

/** Never in an address, where proxies, histories and logs keep them. Ours logs paths alone; the client is told nevertheless. */
const CREDENTIALS = ['token', 'ticket', 'session', 'access_token'];

export const socketOrigin = createMiddleware<AppEnv>((c, next) => {
  const origin = c.req.header('origin');
  // Without a cookie nobody's session could be abused; such a request is refused for want of one.
  const isOurs = origin === undefined ? c.req.header('cookie') === undefined : isTrustedOrigin(c.get('settings'), origin);
  if (!isOurs) throw new AppError('forbidden', 'This request does not come from a page of ours.');
  if (CREDENTIALS.some((name) => c.req.query(name) !== undefined)) throw new AppError('bad_request', 'Nothing in an address stands for a session: addresses are logged on their way.');
  return next();
});
