// The reading record: what readers report, what owners see, and what each reader sees about themself.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { addReading, isOwnPitch, selectHeat, selectInterest, selectOptionalOwnCopy, selectReadingRecord } from './queries.ts';
import { ReadingReport } from './schema.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });
const Who = Params.extend({ userId: Id.catch('00000000-0000-0000-0000-000000000000') });

/** /api/reading: reports of one's own copies. */
export const reading = new Hono<AppEnv>()
  .post('/', access('user', 'own copy'), limit('event'), valid('json', ReadingReport), async (c) => {
    const { db, clock } = c.get('services');
    const { copyId, pages } = c.req.valid('json');
    if (!(await selectOptionalOwnCopy(db, copyId, userOf(c).id))) throw notFound();
    await addReading(db, copyId, pages.map((page) => ({ ...page, opens: 0 })), new Date(clock.now()).toISOString());
    return c.body(null, 204);
  });

/** /api/pitches/:id/interest and /api/pitches/:id/reading */
export const pitchReading = new Hono<AppEnv>()
  .get('/:id/interest', access(['creator', 'production'], 'owner'), limit('read'), valid('param', Params), async (c) => {
    const { db, clock } = c.get('services');
    const { id } = c.req.valid('param');
    if (!(await isOwnPitch(db, id, userOf(c).id))) throw notFound();
    const [readers, pages] = await Promise.all([selectInterest(db, id, userOf(c).id, new Date(clock.now()).toISOString()), selectHeat(db, id, userOf(c).id)]);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ readers, pages });
  })
  .get('/:id/reading', access('user', 'own'), limit('read'), valid('param', Params), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json({ items: await selectReadingRecord(c.get('services').db, c.req.valid('param').id, userOf(c).id) });
  })
  .get('/:id/reading/:userId', access(['creator', 'production'], 'owner'), limit('read'), valid('param', Who), async (c) => {
    const { db } = c.get('services');
    const { id, userId } = c.req.valid('param');
    if (!(await isOwnPitch(db, id, userOf(c).id))) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json({ items: await selectReadingRecord(db, id, userId) });
  });
