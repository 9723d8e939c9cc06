import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { execute, row } from '../../platform/db/db.ts';
import { noteInterest } from '../counting/actions.ts';
import { deleteWatch, insertWatch, selectWatchlist, updateWatch } from './queries.ts';
import { WatchlistQuery, WatchPatch } from './schema.ts';

/** `isNew`: it was not so before. */
const Outcome = z.object({ found: z.boolean(), isNew: z.boolean() });

/** Mounted under /api/pitches. */
export const watching = new Hono<AppEnv>()
  .put('/:id/watch', access('user'), limit('write'), async (c) => {
    const services = c.get('services');
    const { found, isNew } = await row(services.db, Outcome, insertWatch(pathId(c), userOf(c).id, new Date(services.clock.now()).toISOString()));
    if (!found) throw notFound();
    if (isNew) noteInterest(services, pathId(c), 'watchers', 1);
    return c.body(null, 204);
  })
  .delete('/:id/watch', access('user'), limit('write'), async (c) => {
    const services = c.get('services');
    const gone = await execute(services.db, deleteWatch(pathId(c), userOf(c).id));
    if (gone > 0) noteInterest(services, pathId(c), 'watchers', -1);
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
