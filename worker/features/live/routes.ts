// One socket a tab, tickets for those who cannot send a cookie with it, and the polling fallback that says the same.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { AppError } from '../../platform/app-error.ts';
import { readStream } from '../../platform/live/streams.ts';
import { type SocketTicket, SUBPROTOCOL, SyncQuery } from './schema.ts';
import { issueTicket, readOffer, redeemTicket } from './tickets.ts';

/** A ticket stands for its session on this one request. Beside a cookie it has to be of the same session: nobody is made to listen as somebody else. */
const ticketHolder = createMiddleware<AppEnv>(async (c, next) => {
  const { ticket } = readOffer(c.req.header('sec-websocket-protocol'));
  if (ticket === undefined) return next();
  const { db, clock } = c.get('services');
  const holder = await redeemTicket(db, ticket, clock.now());
  const beside = c.get('actor');
  if (!holder || (beside.kind === 'user' && beside.sessionId !== holder.sessionId)) throw new AppError('unauthenticated', 'This ticket opens nothing. Ask for another one.');
  c.set('actor', holder);
  return next();
});

/** /ws. The limit comes first: who brings a ticket is not known before the database was asked. */
export const socket = new Hono<AppEnv>()
  .get('/', limit('read'), ticketHolder, access('user', 'own'), async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new AppError('bad_request', 'This address opens a WebSocket.');
    const { id: userId, name, sessionId } = userOf(c);
    const { speaksOurs } = readOffer(c.req.header('sec-websocket-protocol'));
    return c.get('services').live.connect({ userId, name, sessionId }, speaksOurs ? SUBPROTOCOL : undefined);
  });

/** /api/live */
export const tickets = new Hono<AppEnv>()
  .post('/ticket', access('user', 'own'), limit('write'), async (c) => {
    const { db, clock } = c.get('services');
    c.header('Cache-Control', 'no-store');
    return c.json<SocketTicket>(await issueTicket(db, userOf(c).sessionId, clock.now()), 201);
  });

/** /api/sync */
export const sync = new Hono<AppEnv>()
  .get('/', access('user', 'own'), limit('read'), valid('query', SyncQuery), async (c) => {
    const { since, limit: most } = c.req.valid('query');
    const { entries, head, reset, more } = await readStream(c.get('services').db, userOf(c).id, since, most);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ entries, cursor: String(reset ? head : entries.at(-1)?.seq ?? since), more, reset });
  });
