import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { execute, rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { consumeBatch } from '../../platform/events/consume.ts';
import { countStrays, dayOf, ensureDays, hourOf, selectParts } from '../../platform/events/days.ts';
import { type CastMember, castPerson, castPitch } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { archiveKey } from './archive.ts';
import { requestLogs } from './jobs.ts';
import { rotateRequestLogs, turnDays } from './retention.ts';

const DAY_MS = 86_400_000;
let app: TestApp;
let person: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LOG: 'on' });
  person = await castPerson(app, 'investor');
});
afterAll(() => app.close());

async function keep(): Promise<void> {
  const body = JSON.parse(JSON.stringify({ id: app.services.newId(), events: app.events.splice(0) })) as unknown;
  await consumeBatch(body, { db: app.db, counters: [requestLogs], newId: app.services.newId, now: app.clock.now() });
}

const Any = z.looseObject({});
const event = (at: number, id = app.services.newId()) => ({
  kind: 'request', at, requestId: id, traceId: 't', method: 'GET', route: '/api/x', path: '/api/x', status: 200, ms: 3, actor: person.id, portal: 'investor',
  db: { count: 1, ms: 2 }, kv: { count: 0, ms: 0 }, redis: { count: 0, ms: 0 }, cache: {},
});

describe('requests', () => {
  it('are kept by route with who, how long and which tier, and summed by the hour', async () => {
    const pitch = await castPitch(app, await castPerson(app, 'creator'));
    await app.request(`/api/pitches/${pitch.id}`);
    await app.request(`/api/pitches/${pitch.id}`);
    await app.request('/api/watchlist', { cookie: person.cookie });
    await app.request('/api/watchlist');
    await app.request('/api/no/such/thing%00%ff');
    await keep();
    const kept = await rows(app.db, Any, sql`SELECT route, status, portal, actor_id, cache, error FROM request_logs ORDER BY at, id`);
    expect(kept).toMatchObject([
      { route: '/api/pitches/:id', status: 200, actor_id: null, cache: { pitchPublic: 'db' } }, { route: '/api/pitches/:id', status: 200, cache: { pitchPublic: 'memory' } },
      { route: '/api/watchlist', status: 200, actor_id: person.id, portal: 'investor' }, { route: '/api/watchlist', status: 401, error: 'unauthenticated' }, { route: expect.stringMatching(/\*$/), status: 404 },
    ]);
    const hourly = await rows(app.db, Any, sql`SELECT route, requests, client_errors, server_errors FROM request_stats_hourly WHERE route LIKE '/api/%s/:id' OR route = '/api/watchlist' ORDER BY route`);
    expect(hourly).toEqual([{ route: '/api/pitches/:id', requests: 2, client_errors: 0, server_errors: 0 }, { route: '/api/watchlist', requests: 2, client_errors: 1, server_errors: 0 }]);
    expect(await rows(app.db, Any, sql`SELECT namespace, tier, reads FROM cache_reads_hourly ORDER BY tier`)).toEqual([{ namespace: 'pitchPublic', tier: 'db', reads: 1 }, { namespace: 'pitchPublic', tier: 'memory', reads: 1 }]);
  });

  it('hold no address, no body and no query', async () => {
    await app.request('/api/pitches?q=private+words', { headers: { 'cf-connecting-ip': '203.0.113.50', 'user-agent': 'agent-canary' } });
    await keep();
    const text = await scalar(app.db, z.string(), sql`SELECT string_agg(r::text, ' ') FROM request_logs r`);
    for (const canary of ['203.0.113.50', 'agent-canary', 'private']) expect(text).not.toContain(canary);
  });

  it('that come twice are kept once', async () => {
    const body = { id: app.services.newId(), events: [event(app.clock.now())] };
    const using = { db: app.db, counters: [requestLogs], newId: app.services.newId, now: app.clock.now() };
    expect([await consumeBatch(body, using), await consumeBatch(body, using)]).toEqual([true, false]);
    expect(await scalar(app.db, z.int(), sql`SELECT requests FROM request_stats_hourly WHERE route = '/api/x' AND hour = ${hourOf(app.clock.now())}`)).toBe(1);
  });
});

describe('days', () => {
  it('are made ahead, and rows that came before their day move into it', async () => {
    const day = dayOf(app.clock.now() + 30 * DAY_MS);
    await execute(app.db, sql`INSERT INTO pitch_views (day, pitch_id, visitor, audience, source, viewed_at) VALUES (${day}, ${app.services.newId()}, ${app.services.newId()}, 'investor', 'direct', ${`${day}T10:00:00Z`})`);
    await expect(turnDays(app.services)).rejects.toThrow('rows without a day: pitch_views 1');
    await Promise.all(Array.from({ length: 8 }, () => ensureDays(app.db, ['pitch_views'], [day], new Set())));
    expect((await countStrays(app.db)).every(({ rows: count }) => count === 0)).toBe(true);
    await turnDays(app.services);
    const parts = await selectParts(app.db);
    for (const table of ['pitch_views', 'pitch_stats_hourly', 'search_analytics', 'request_logs']) {
      expect(parts.filter((part) => part.table === table).map((part) => part.day)).toEqual(expect.arrayContaining([0, 1, 2, 3].map((ahead) => dayOf(app.clock.now() + ahead * DAY_MS))));
    }
  });

  it('of request logs are put away after two weeks, without names, and only then dropped', async () => {
    const old = app.clock.now() - 16 * DAY_MS;
    const day = dayOf(old);
    app.events.push(...Array.from({ length: 900 }, (_, n) => event(old + n)));
    await keep();
    expect(await rotateRequestLogs({ ...app.services, storage: { ...app.services.storage, put: async () => { throw new Error('R2 is away'); } } }).catch(String)).toContain('R2 is away');
    expect((await selectParts(app.db)).map((part) => part.day)).toContain(day);
    expect(await rotateRequestLogs(app.services)).toEqual([day]);
    const stored = await app.services.storage.get(archiveKey(day, 1));
    const lines = gunzipSync(Buffer.from(await new Response(stored?.body).arrayBuffer())).toString().trim().split('\n');
    expect(lines).toHaveLength(900);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ route: '/api/x', status: 200, portal: 'investor' });
    expect(lines.join('')).not.toContain(person.id);
    expect((await selectParts(app.db)).map((part) => part.day)).not.toContain(day);
    expect(await rows(app.db, Any, sql`SELECT lines, parts FROM log_archives WHERE day = ${day}`)).toEqual([{ lines: 900, parts: 1 }]);
    expect(await scalar(app.db, z.int(), sql`SELECT requests FROM request_stats_hourly WHERE hour = ${hourOf(old)} AND route = '/api/x'`)).toBeGreaterThanOrEqual(1);
    expect(await rotateRequestLogs(app.services)).toEqual([]);
  });
});
