import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { rows } from '../../platform/db/db.ts';
import { selectMarks } from './queries.ts';
import { Mark, type Marks, MarksQuery } from './schema.ts';

export const marks = new Hono<AppEnv>()
  .get('/', access('user'), limit('read'), valid('query', MarksQuery), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json<Marks>({ items: await rows(c.get('services').db, Mark, selectMarks(userOf(c).id, c.req.valid('query').ids)) });
  });
