import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { execute, scalar } from '../../platform/db/db.ts';
import { deleteWatch, insertWatch, selectWatchlist, updateWatch } from './queries.ts';
import { WatchlistQuery, WatchPatch } from './schema.ts';

/** Mounted under /api/pitches. */
export const watching = new Hono<AppEnv>()
  .put('/:id/watch', access('user'), limit('write'), async (c) => {
    const { db, clock } = c.get('services');
    const found = await scalar(db, z.boolean(), insertWatch(pathId(c), userOf(c).id, new Date(clock.now()).toISOString()));
    if (!found) throw notFound();
    return c.body(null, 204);
  })
  .delete('/:id/watch', access('user'), limit('write'), async (c) => {
    await execute(c.get('services').db, deleteWatch(pathId(c), userOf(c).id));
    return c.body(null, 204);
  });

/** Mounted under /api/watchlist. */
export const watchlist = new Hono<AppEnv>()
  .get('/', access('user'), limit('read'), valid('query', WatchlistQuery), async (c) =>
    c.json(await selectWatchlist(c.get('services').db, userOf(c).id, c.req.valid('query'), c.get('settings').BETTER_AUTH_SECRET)))
  .patch('/:pitchId', access('user', 'own item'), limit('write'), valid('json', WatchPatch), async (c) => {
    const count = await execute(c.get('services').db, updateWatch(pathId(c, 'pitchId'), userOf(c).id, c.req.valid('json')));
    if (count === 0) throw notFound();
    return c.body(null, 204);
  });
