import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { putBack, reinstate, suspend, takeDown } from './actions.ts';
import { ModerationReason } from './schema.ts';

/** Mounted under /api/pitches. */
export const pitchModeration = new Hono<AppEnv>()
  .post('/:id/takedown', access('admin', 'pitch:moderate'), limit('write'), valid('json', ModerationReason), async (c) => c.json(await takeDown(deedOf(c), pathId(c), c.req.valid('json').reason)))
  .post('/:id/put-back', access('admin', 'pitch:moderate'), limit('write'), valid('json', ModerationReason), async (c) => c.json(await putBack(deedOf(c), pathId(c), c.req.valid('json').reason)));

/** Mounted under /api/users. */
export const accountModeration = new Hono<AppEnv>()
  .post('/:id/suspend', access('admin', 'account:manage'), limit('write'), valid('json', ModerationReason), async (c) => c.json(await suspend(deedOf(c), pathId(c), c.req.valid('json').reason)))
  .post('/:id/reinstate', access('admin', 'account:manage'), limit('write'), valid('json', ModerationReason), async (c) => c.json(await reinstate(deedOf(c), pathId(c), c.req.valid('json').reason)));
