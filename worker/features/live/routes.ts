// One socket a tab, and the polling fallback that says the same.
import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { AppError } from '../../platform/app-error.ts';
import { readStream } from '../../platform/live/streams.ts';
import { SyncQuery } from './schema.ts';

/** /ws */
export const socket = new Hono<AppEnv>()
  .get('/', access('user', 'own'), limit('read'), async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new AppError('bad_request', 'This address opens a WebSocket.');
    const { id: userId, name, sessionId } = userOf(c);
    return c.get('services').live.connect({ userId, name, sessionId });
  });

/** /api/sync */
export const sync = new Hono<AppEnv>()
  .get('/', access('user', 'own'), limit('read'), valid('query', SyncQuery), async (c) => {
    const { since, limit: most } = c.req.valid('query');
    const { entries, head, reset, more } = await readStream(c.get('services').db, userOf(c).id, since, most);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ entries, cursor: String(reset ? head : entries.at(-1)?.seq ?? since), more, reset });
  });
