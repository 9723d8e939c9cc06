import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { consumeBatch } from '../../platform/events/consume.ts';
import { castPerson, castPitch } from '../../testing/cast.ts';
import { errorOf } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { counting } from '../counting/jobs.ts';
import { requestLogs } from '../request-logs/jobs.ts';
import { Overview } from './schema.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp({ LOG: 'on' }); });
afterAll(() => app.close());

const overview = async (cookie: string) => Overview.parse(await (await app.request('/api/operations/overview', { cookie })).json());

it('is for operators', async () => {
  for (const portal of ['creator', 'investor', 'production'] as const) {
    const response = await app.request('/api/operations/overview', { cookie: (await castPerson(app, portal)).cookie });
    expect(response.status).toBe(403);
    await errorOf(response);
  }
  expect((await app.request('/api/operations/overview')).status).toBe(401);
});

it('tells requests, cache, outbox, events and days', async () => {
  const admin = await castPerson(app, 'admin');
  const [creator, investor] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
  const pitch = await castPitch(app, creator);
  app.events.length = 0;
  for (let n = 0; n < 4; n += 1) await app.request(`/api/pitches/${pitch.id}`);
  await app.request('/api/watchlist');
  await app.request(`/api/pitches/${pitch.id}/views`, { body: {}, cookie: investor.cookie });
  await app.request('/api/searches', { body: { id: app.services.newId(), words: 'nothing like it', hits: 0 }, cookie: investor.cookie });
  const body = JSON.parse(JSON.stringify({ id: app.services.newId(), events: app.events.splice(0) })) as unknown;
  await consumeBatch(body, { db: app.db, counters: [counting, requestLogs], newId: app.services.newId, now: app.clock.now() });
  await app.db.query(sql`INSERT INTO outbox (id, topic, payload, status) VALUES (${app.services.newId()}, 'mail.verify-email', '{}', 'dead'), (${app.services.newId()}, 'mail.verify-email', '{}', 'pending')`);
  const { requests, cache, outbox, events, days, misses } = await overview(admin.cookie);
  expect(requests).toMatchObject({ total: 7, clientErrors: 1, serverErrors: 0 });
  expect(requests.hours).toHaveLength(24);
  expect(requests.hours.at(-1)).toMatchObject({ requests: 7 });
  expect(requests.routes[0]).toMatchObject({ method: 'GET', route: '/api/pitches/:id', requests: 4 });
  expect(cache).toEqual([{ namespace: 'pitchPublic', tiers: { memory: 3, db: 1 }, reads: 4, hitShare: 0.75 }]);
  expect(outbox).toMatchObject({ pending: 1, dead: 1, topics: [{ topic: 'mail.verify-email', dead: 1 }] });
  expect(events).toMatchObject({ batches: 1, events: 9, views: 1, searches: 1, misses: 1 });
  expect(days.map(({ table, strays }) => ({ table, strays }))).toEqual(['pitch_views', 'pitch_stats_hourly', 'search_analytics', 'request_logs'].map((table) => ({ table, strays: 0 })));
  expect(misses).toEqual([{ words: 'nothing like it', searches: 1 }]);
});
