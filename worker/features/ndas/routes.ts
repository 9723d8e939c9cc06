// NDAs over HTTP. Whoever is no party gets the 404 of an id that does not exist.
import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { type Deed, deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { replayKey } from '../../http/replays.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { z } from 'zod';
import { approveNda, counterNda, decideMany, readingOf, rejectNda, revokeNda, withdrawNda } from './actions.ts';
import { selectCounts, selectNdaDocuments, selectNdas, selectOptionalNda } from './queries.ts';
import { previewRequest, renewNda, requestNda } from './request.ts';
import { ApproveBody, BulkBody, CounterBody, type Nda, NDA_STATUSES, NdaListQuery, NdaRequestBody, RejectBody, RenewBody, RevokeBody, SignBody, SignWithPassportBody, WithdrawBody } from './schema.ts';
import { signNda, signNdaWithPassport } from './signing.ts';
import { toCard, toNda } from './views.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });
const Place = z.object({ at: z.iso.datetime(), id: z.uuid() });
const PreviewQuery = z.strictObject({ pitchId: Id, type: z.enum(['basic', 'enhanced']).optional() });

async function show(deed: Deed & { actor: { id: string } }, id: string): Promise<Nda> {
  const row = await selectOptionalNda(deed.services.db, id, deed.actor.id);
  if (!row) throw notFound();
  return toNda(row);
}

export const ndas = new Hono<AppEnv>()
  .use(async (c, next) => { c.header('Cache-Control', 'private, no-store'); await next(); })
  .get('/', access('user', 'own'), limit('read'), valid('query', NdaListQuery), async (c) => {
    const { role, status, pitchId, order, limit: most, cursor } = c.req.valid('query');
    const { db } = c.get('services');
    const userId = userOf(c).id;
    const statuses = status === undefined ? [] : Array.isArray(status) ? status : [status];
    const secret = c.get('settings').BETTER_AUTH_SECRET;
    const list = JSON.stringify(['ndas', userId, role, statuses, pitchId, ...(order === 'oldest' ? [order] : [])]);
    const [found, { counts, answered, medianSeconds }] = await Promise.all([
      selectNdas(db, { userId, role, statuses, pitchId, order, after: cursor === undefined ? undefined : openCursor(secret, list, cursor, Place), limit: most + 1 }),
      selectCounts(db, userId, role),
    ]);
    const items = found.slice(0, most).map(toCard);
    const last = items.at(-1);
    return c.json({
      items, nextCursor: found.length > most && last ? sealCursor(secret, list, { at: last.createdAt, id: last.id }) : null,
      counts: Object.fromEntries(NDA_STATUSES.map((name) => [name, counts[name] ?? 0])),
      responseTime: medianSeconds === null ? null : { medianSeconds, answered },
    });
  })
  .get('/preview', access(['investor', 'production']), limit('read'), valid('query', PreviewQuery), async (c) => c.json(await previewRequest(deedOf(c), c.req.valid('query'))))
  .post('/request', access(['investor', 'production'], 'not own pitch'), limit('write'), valid('json', NdaRequestBody), async (c) => {
    const deed = deedOf(c);
    const { id, again } = await requestNda(deed, c.req.valid('json'), await replayKey(c, c.req.valid('json')));
    if (again) c.header('Idempotent-Replayed', 'true');
    return c.json(await show(deed, id), 201);
  })
  .post('/bulk', access('user', 'owner'), limit('write'), valid('json', BulkBody), async (c) => {
    const [deed, body] = [deedOf(c), c.req.valid('json')];
    return c.json({ results: await decideMany(body.ids, (id) => (body.action === 'approve' ? approveNda(deed, id) : rejectNda(deed, id, body.reason))) });
  })
  .get('/:id', access('user', 'party'), limit('read'), valid('param', Params), async (c) => c.json(await show(deedOf(c), c.req.valid('param').id)))
  .get('/:id/reading', access('user', 'party'), limit('read'), valid('param', Params), async (c) => c.json(await readingOf(deedOf(c), c.req.valid('param').id)))
  .get('/:id/documents', access('user', 'party'), limit('read'), valid('param', Params), async (c) => {
    const items = await selectNdaDocuments(c.get('services').db, c.req.valid('param').id, userOf(c).id);
    if (items.length === 0) throw notFound();
    return c.json({ items, nextCursor: null });
  })
  .post('/:id/approve', access('user', 'party'), limit('write'), valid('param', Params), valid('json', ApproveBody), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await approveNda(deed, id, c.req.valid('json').terms);
    return c.json(await show(deed, id));
  })
  .post('/:id/reject', access('user', 'party'), limit('write'), valid('param', Params), valid('json', RejectBody), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await rejectNda(deed, id, c.req.valid('json').reason);
    return c.json(await show(deed, id));
  })
  .post('/:id/counter', access('user', 'party'), limit('write'), valid('param', Params), valid('json', CounterBody), async (c) => {
    const [deed, { id }, { terms, note }] = [deedOf(c), c.req.valid('param'), c.req.valid('json')];
    await counterNda(deed, id, terms, note);
    return c.json(await show(deed, id));
  })
  .post('/:id/withdraw', access('user', 'party'), limit('write'), valid('param', Params), valid('json', WithdrawBody), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await withdrawNda(deed, id, c.req.valid('json').reason);
    return c.json(await show(deed, id));
  })
  .post('/:id/sign', access('user', 'party'), limit('write'), valid('param', Params), valid('json', SignBody), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await signNda(deed, id, c.req.valid('json'));
    return c.json(await show(deed, id));
  })
  .post('/:id/sign-with-passport', access('user', 'party'), limit('write'), valid('param', Params), valid('json', SignWithPassportBody), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await signNdaWithPassport(deed, id, c.req.valid('json').documentHash);
    return c.json(await show(deed, id));
  })
  .post('/:id/revoke', access('user', 'party'), limit('write'), valid('param', Params), valid('json', RevokeBody), async (c) => {
    const [deed, { id }] = [deedOf(c), c.req.valid('param')];
    await revokeNda(deed, id, c.req.valid('json').reason);
    return c.json(await show(deed, id));
  })
  .post('/:id/renew', access('user', 'signer'), limit('write'), valid('param', Params), valid('json', RenewBody), async (c) => {
    const deed = deedOf(c);
    const { id, again } = await renewNda(deed, c.req.valid('param').id, c.req.valid('json'), await replayKey(c, c.req.valid('json')));
    if (again) c.header('Idempotent-Replayed', 'true');
    return c.json(await show(deed, id), 201);
  });
