import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { selectOverview } from './queries.ts';
import { type Overview, OverviewQuery } from './schema.ts';

export const operations = new Hono<AppEnv>()
  .get('/overview', access('admin'), limit('read'), valid('query', OverviewQuery), async (c) => {
    const { db, clock } = c.get('services');
    c.header('Cache-Control', 'private, no-store');
    return c.json<Overview>(await selectOverview(db, clock.now(), c.req.valid('query').hours));
  });
