import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { pathId } from '../../http/path-id.ts';
import { limit } from '../../http/limit.ts';
import { notFound } from '../../platform/app-error.ts';
import { execute, scalar } from '../../platform/db/db.ts';
import { deleteLike, insertLike } from './queries.ts';

export const likes = new Hono<AppEnv>()
  .put('/:id/like', access('user'), limit('write'), async (c) => {
    const { db, clock } = c.get('services');
    const found = await scalar(db, z.boolean(), insertLike(pathId(c), userOf(c).id, new Date(clock.now()).toISOString()));
    if (!found) throw notFound();
    return c.body(null, 204);
  })
  .delete('/:id/like', access('user'), limit('write'), async (c) => {
    await execute(c.get('services').db, deleteLike(pathId(c), userOf(c).id));
    return c.body(null, 204);
  });
