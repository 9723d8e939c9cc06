import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { execute } from '../../platform/db/db.ts';
import { deliveriesOf } from '../../platform/live/streams.ts';
import { isPushEndpoint } from '../../platform/push/push.ts';
import { pushKeysOf } from './jobs.ts';
import { markAllRead, markRead, selectNotifications, selectOwnLine } from './queries.ts';
import { NotificationsQuery, PreferencesChange, type PushKey, PushSubscriptionCreate, PushSubscriptionDelete } from './schema.ts';
import { deleteSubscription, selectPreferences, updatePreferences, upsertSubscription } from './settings-queries.ts';

/** "Firefox on Linux", as far as the browser says. */
function deviceOf(userAgent: string): string {
  const browser = /Edg\//.test(userAgent) ? 'Edge' : /OPR\//.test(userAgent) ? 'Opera' : /Firefox\//.test(userAgent) ? 'Firefox' : /Chrome\//.test(userAgent) ? 'Chrome' : /Safari\//.test(userAgent) ? 'Safari' : 'A browser';
  const system = /Android/.test(userAgent) ? 'Android' : /iPhone|iPad/.test(userAgent) ? 'iOS' : /Mac OS X/.test(userAgent) ? 'macOS' : /Windows/.test(userAgent) ? 'Windows' : /Linux/.test(userAgent) ? 'Linux' : null;
  return system === null ? browser : `${browser} on ${system}`;
}

export const notifications = new Hono<AppEnv>()
  .use(async (c, next) => { c.header('Cache-Control', 'private, no-store'); await next(); })
  .get('/', access('user'), limit('read'), valid('query', NotificationsQuery), async (c) =>
    c.json(await selectNotifications(c.get('services').db, userOf(c), c.req.valid('query'), c.get('settings').BETTER_AUTH_SECRET)))
  .put('/read-all', access('user'), limit('write'), async (c) => {
    const { db, clock, newId, live } = c.get('services');
    const { rows } = await db.query(markAllRead(userOf(c).id, new Date(clock.now()).toISOString(), newId()));
    await live.deliver(deliveriesOf(rows));
    return c.body(null, 204);
  })
  .put('/:id/read', access('user', 'own notification'), limit('write'), async (c) => {
    const { db, clock, newId, live } = c.get('services');
    const [id, userId] = [pathId(c), userOf(c).id];
    const [own, marked] = await db.batch([selectOwnLine(id, userId), markRead(id, userId, new Date(clock.now()).toISOString(), newId())]);
    if (own?.rows.length !== 1) throw notFound();
    await live.deliver(deliveriesOf(marked?.rows ?? []));
    return c.body(null, 204);
  })
  .get('/preferences', access('user'), limit('read'), async (c) => {
    const { db, clock } = c.get('services');
    return c.json(await selectPreferences(db, userOf(c), clock.now()));
  })
  .put('/preferences', access('user'), limit('write'), valid('json', PreferencesChange), async (c) => {
    const { db, clock } = c.get('services');
    await updatePreferences(db, userOf(c).id, c.req.valid('json'), new Date(clock.now()).toISOString());
    return c.json(await selectPreferences(db, userOf(c), clock.now()));
  })
  .get('/push-key', access('user'), limit('read'), (c) => c.json<PushKey>({ key: pushKeysOf(c.get('settings'))?.publicKey ?? null }))
  .post('/push-subscriptions', access('user'), limit('create'), valid('json', PushSubscriptionCreate), async (c) => {
    const { db, clock, newId } = c.get('services');
    const subscription = c.req.valid('json');
    if (!isPushEndpoint(subscription.endpoint)) throw new AppError('bad_request', 'This is no push service that we know.', { fields: { endpoint: 'The address of a browser\u2019s push service.' } });
    await db.batch(upsertSubscription({ ...subscription, id: newId(), userId: userOf(c).id, sessionId: userOf(c).sessionId, device: deviceOf(c.req.header('user-agent') ?? ''), at: new Date(clock.now()).toISOString() }));
    return c.body(null, 201);
  })
  .delete('/push-subscriptions', access('user', 'own browser'), limit('write'), valid('json', PushSubscriptionDelete), async (c) => {
    await execute(c.get('services').db, deleteSubscription(userOf(c).id, c.req.valid('json').endpoint));
    return c.body(null, 204);
  });
