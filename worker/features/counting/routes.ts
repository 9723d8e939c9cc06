// Reports of browsers about visits and searches. The answer never says whether anything was counted.
import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { noteSearch, noteView } from './actions.ts';
import { SearchInput, ViewInput } from './schema.ts';

/** Mounted under /api/pitches. */
export const views = new Hono<AppEnv>()
  .post('/:id/views', access('public'), limit('event'), valid('json', ViewInput), async (c) => {
    await noteView(c, pathId(c), c.req.valid('json'));
    return c.body(null, 202);
  });

/** Mounted under /api/searches. */
export const searches = new Hono<AppEnv>()
  .post('/', access('public'), limit('event'), valid('json', SearchInput), (c) => {
    noteSearch(c, c.req.valid('json'));
    return c.body(null, 202);
  });
