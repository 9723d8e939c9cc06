import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { pathId } from '../../http/path-id.ts';
import { limit } from '../../http/limit.ts';
import { notFound } from '../../platform/app-error.ts';
import { execute, row } from '../../platform/db/db.ts';
import { noteInterest } from '../counting/actions.ts';
import { deleteLike, insertLike } from './queries.ts';

/** `isNew`: it was not so before. */
const Outcome = z.object({ found: z.boolean(), isNew: z.boolean() });

export const likes = new Hono<AppEnv>()
  .put('/:id/like', access('user'), limit('write'), async (c) => {
    const services = c.get('services');
    const { found, isNew } = await row(services.db, Outcome, insertLike(pathId(c), userOf(c).id, new Date(services.clock.now()).toISOString()));
    if (!found) throw notFound();
    if (isNew) noteInterest(services, pathId(c), 'likes', 1);
    return c.body(null, 204);
  })
  .delete('/:id/like', access('user'), limit('write'), async (c) => {
    const services = c.get('services');
    const gone = await execute(services.db, deleteLike(pathId(c), userOf(c).id));
    if (gone > 0) noteInterest(services, pathId(c), 'likes', -1);
    return c.body(null, 204);
  });
