// Questions under a signed NDA: one side asks, the other answers, with files of the pitch where they help.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { onceById } from '../../http/replays.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { answerQuestion, ask, gatesFor, readQuestion } from './actions.ts';
import { closeInfoRequest, selectInfoRequests, selectOptionalDesk } from './queries.ts';
import { InfoAnswerCreate, InfoRequestCreate } from './schema.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });

/** /api/ndas/:id/info-requests */
export const ndaInfoRequests = new Hono<AppEnv>()
  .get('/:id/info-requests', access('user', 'party'), limit('read'), valid('param', Params), async (c) => {
    const deed = deedOf(c);
    const { db } = deed.services;
    const { id } = c.req.valid('param');
    const desk = await selectOptionalDesk(db, id, deed.actor.id);
    if (!desk) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json({ items: await selectInfoRequests(db, id, await gatesFor(deed, desk.pitchId)), nextCursor: null });
  })
  .post('/:id/info-requests', access('user', 'party'), limit('write'), valid('param', Params), valid('json', InfoRequestCreate), async (c) => {
    const deed = deedOf(c);
    const id = await onceById(c, c.req.valid('json'), (keep) => ask(deed, c.req.valid('param').id, c.req.valid('json'), keep));
    return c.json(await readQuestion(deed, id), 201);
  });

/** /api/info-requests/:id */
export const infoRequests = new Hono<AppEnv>()
  .post('/:id/answers', access('user', 'party'), limit('write'), valid('param', Params), valid('json', InfoAnswerCreate), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await onceById(c, c.req.valid('json'), (keep) => answerQuestion(deed, id, c.req.valid('json'), keep));
    return c.json(await readQuestion(deed, id), 201);
  })
  .post('/:id/close', access('user', 'author'), limit('write'), valid('param', Params), async (c) => {
    const { db, clock } = c.get('services');
    if ((await closeInfoRequest(db, c.req.valid('param').id, userOf(c).id, new Date(clock.now()).toISOString())) === 0) throw notFound();
    return c.body(null, 204);
  });
