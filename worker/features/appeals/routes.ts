import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { appeal, decide } from './actions.ts';
import { selectAppeals } from './queries.ts';
import { AppealCreate, AppealDecision, AppealsQuery } from './schema.ts';

/** Mounted under /api/pitches. */
export const pitchAppeals = new Hono<AppEnv>()
  .post('/:id/appeals', access(['creator', 'production'], 'owner'), limit('create'), valid('json', AppealCreate), async (c) => {
    await appeal(deedOf(c), pathId(c), c.req.valid('json').text);
    return c.body(null, 201);
  });

export const appeals = new Hono<AppEnv>()
  .get('/', access('admin'), limit('read'), valid('query', AppealsQuery), async (c) => c.json(await selectAppeals(c.get('services').db, c.req.valid('query').status)))
  .post('/:id/decision', access('admin', 'pitch:moderate'), limit('write'), valid('json', AppealDecision), async (c) => {
    await decide(deedOf(c), pathId(c), c.req.valid('json'));
    return c.body(null, 204);
  });
