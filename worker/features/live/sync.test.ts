// The polling fallback, and what thirty days leave of a stream.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { appendEvents, deliveriesOf } from '../../platform/live/streams.ts';
import { dropLapsed } from '../../platform/retention.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  app = await createTestApp();
  [ada, ben] = [await signUp(app, { portal: 'creator' }), await signUp(app, { portal: 'investor' })];
});
afterAll(() => app.close());

const tell = async (userIds: string[], at = '2026-11-24T10:00:00.000Z') =>
  deliveriesOf((await app.db.query(appendEvents([{ id: app.services.newId(), payload: { kind: 'blank' }, userIds }], at))).rows);
const sync = async (person: Person, query: string) => {
  const response = await app.request(`/api/sync?${query}`, { cookie: person.cookie });
  return { status: response.status, headers: response.headers, body: await response.json() as { entries: { seq: number }[]; cursor: string; more: boolean; reset: boolean } };
};

describe('GET /api/sync', () => {
  it('says what the socket would have said, page by page, and nobody else\'s', async () => {
    for (let n = 0; n < 5; n += 1) await tell([ada.id]);
    await tell([ben.id]);
    const seen: number[] = [];
    let page = await sync(ada, 'since=0&limit=2');
    for (;; page = await sync(ada, `since=${page.body.cursor}&limit=2`)) {
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('private, no-store');
      seen.push(...page.body.entries.map(({ seq }) => seq));
      if (!page.body.more) break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await sync(ada, 'since=5')).body).toEqual({ entries: [], cursor: '5', more: false, reset: false });
    expect((await sync(ben, 'since=0')).body.entries.map(({ seq }) => seq)).toEqual([1]);
  });

  it('answers a cursor from elsewhere with a reset', async () => expect((await sync(ada, 'since=999999999999999')).body).toEqual({ entries: [], cursor: '5', more: false, reset: true }));

  it.each(['', 'since=', 'since=-1', 'since=1.5', 'since=1e3', 'since=x', 'since=1234567890123456', 'since=1&limit=0', 'since=1&limit=501', 'since=1&other=1'])('refuses ?%s', async (query) =>
    expect((await sync(ada, query)).status).toBe(400));
});

describe('a stream', () => {
  it('keeps its numbers gapless whoever writes at once', async () => {
    const [cleo, dan] = [await signUp(app, { portal: 'creator' }), await signUp(app, { portal: 'creator' })];
    const told = await Promise.all(Array.from({ length: 40 }, (_, n) => tell(n % 2 ? [cleo.id, dan.id] : [dan.id, cleo.id])));
    for (const person of [cleo, dan]) {
      const numbers = told.flat().filter(({ userId }) => userId === person.id).flatMap(({ entries }) => entries.map(({ seq }) => seq)).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect((await sync(person, 'since=0')).body.entries.map(({ seq }) => seq)).toEqual(numbers);
    }
  });

  it('loses what is thirty days old, and whoever slept through it starts anew', async () => {
    const eve = await signUp(app, { portal: 'creator' });
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    for (const days of [40, 32, 29, 1]) await tell([eve.id], daysAgo(days));
    expect(await dropLapsed(app.services)).toMatchObject({ streamEntries: 2, liveEvents: 2 });
    expect((await sync(eve, 'since=0')).body).toMatchObject({ entries: [], cursor: '4', reset: true });
    expect((await sync(eve, 'since=1')).body).toMatchObject({ reset: true });
    expect((await sync(eve, 'since=2')).body.entries.map(({ seq }) => seq)).toEqual([3, 4]);
    await tell([eve.id], daysAgo(0));
    expect((await sync(eve, 'since=4')).body.entries.map(({ seq }) => seq)).toEqual([5]);
    expect((await app.db.query(sql`SELECT last_seq, floor_seq FROM streams WHERE user_id = ${eve.id}`)).rows).toEqual([{ last_seq: 5, floor_seq: 2 }]);
    expect(await dropLapsed(app.services)).toMatchObject({ streamEntries: 0, liveEvents: 0 });
  });
});

describe('GET /ws', () => {
  const ask = (headers: Record<string, string>, query = '') => app.app.request(`${TEST_ORIGIN}/ws${query}`, { headers }, app.env);

  it('refuses another page before it asks who it is', async () => {
    const before = app.roundTrips();
    for (const origin of ['https://evil.example', 'null', `${TEST_ORIGIN}.evil.example`, `${TEST_ORIGIN}:8080`, TEST_ORIGIN.replace('http', 'https')]) {
      expect([origin, (await ask({ upgrade: 'websocket', origin, cookie: ada.cookie })).status]).toEqual([origin, 403]);
    }
    expect((await ask({ upgrade: 'websocket', cookie: ada.cookie })).status).toBe(403);
    expect(app.roundTrips()).toBe(before);
  });

  it('wants a session, and takes none from the address', async () => {
    expect((await ask({ upgrade: 'websocket', origin: TEST_ORIGIN })).status).toBe(401);
    expect((await ask({ upgrade: 'websocket' })).status).toBe(401);
    for (const [name, status] of [['token', 400], ['session', 400], ['pitchey-session', 401]]) expect((await ask({ upgrade: 'websocket', origin: TEST_ORIGIN }, `?${name}=${encodeURIComponent(ada.cookie)}`)).status).toBe(status);
  });

  it('leads to one\'s own hub, whatever else the address says', async () => {
    const response = await ask({ upgrade: 'WebSocket', origin: TEST_ORIGIN, cookie: ada.cookie, 'x-user': ben.id }, `?userId=${ben.id}`);
    expect(response.headers.get('x-hub')).toBe(ada.id);
    expect((await ask({ origin: TEST_ORIGIN, cookie: ada.cookie })).status).toBe(400);
  });
});
