import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { selectFeed } from './queries.ts';
import { FeedQuery } from './schema.ts';

export const feed = new Hono<AppEnv>()
  .get('/', access('user'), limit('read'), valid('query', FeedQuery), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json(await selectFeed(c.get('services').db, userOf(c).id, c.req.valid('query'), c.get('settings').BETTER_AUTH_SECRET));
  });
