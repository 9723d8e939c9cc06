import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { consumeBatch, UncountableBatch } from '../../platform/events/consume.ts';
import { dayOf } from '../../platform/events/days.ts';
import { type CastMember, castPerson, castPitch } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { z } from 'zod';
import { refreshTrending } from '../market/jobs.ts';
import { trendWeights } from '../market/lists.ts';
import { Why } from '../market/schema.ts';
import { counting } from './jobs.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let app: TestApp;
let owner: CastMember;
let investor: CastMember;
let company: CastMember;
let pitch: { id: string; title: string };

beforeAll(async () => {
  app = await createTestApp({ ENVIRONMENT: 'preview' });
  [owner, investor, company] = [await castPerson(app, 'creator'), await castPerson(app, 'investor'), await castPerson(app, 'production')];
});
afterAll(() => app.close());
beforeEach(async () => {
  pitch = await castPitch(app, owner);
  app.events.length = 0;
});

const browser = (address: string, headers: Record<string, string> = {}) => ({ 'cf-connecting-ip': address, 'user-agent': FIREFOX, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', ...headers });
const visit = (body: unknown = {}, init: { cookie?: string; headers?: Record<string, string> } = {}) => app.request(`/api/pitches/${pitch.id}/views`, { body, ...init });

const consume = (body: unknown) => consumeBatch(body, { db: app.db, counters: [counting], newId: app.services.newId, now: app.clock.now() });
/** What the queue would do with what was sent since. */
async function count(): Promise<{ id: string; events: unknown[] }> {
  const batch = { id: app.services.newId(), events: app.events.splice(0) };
  await consume(JSON.parse(JSON.stringify(batch)));
  return batch;
}
const Counters = z.object({ views: z.int(), daily: z.int().nullable(), reads: z.int().nullable(), hourly: z.int().nullable(), sources: z.record(z.string(), z.int()).nullable() });
const countersOf = async (id = pitch.id) => (await rows(app.db, Counters, sql`
  SELECT s.views, (SELECT sum(views)::int FROM pitch_stats_daily WHERE pitch_id = ${id}) AS daily, (SELECT sum(reads)::int FROM pitch_stats_daily WHERE pitch_id = ${id}) AS reads,
    (SELECT sum(views)::int FROM pitch_stats_hourly WHERE pitch_id = ${id}) AS hourly,
    (SELECT jsonb_object_agg(audience || ' ' || source, views) FROM pitch_sources_daily WHERE pitch_id = ${id}) AS sources
  FROM pitch_stats s WHERE s.pitch_id = ${id}`))[0];

describe('a view', () => {
  it('is answered at once and counted once per person and day', async () => {
    for (let n = 0; n < 3; n += 1) expect((await visit({ source: 'browse' }, { cookie: investor.cookie })).status).toBe(202);
    await visit({ source: 'search' }, { headers: browser('203.0.113.7') });
    await visit({}, { headers: browser('203.0.113.7') });
    await visit({}, { headers: browser('203.0.113.8') });
    await count();
    await visit({ source: 'mail' }, { cookie: investor.cookie });
    await count();
    expect(await countersOf()).toEqual({ views: 3, daily: 3, reads: 0, hourly: 3, sources: { 'investor browse': 1, 'anonymous search': 1, 'anonymous direct': 1 } });
    app.clock.advance(86_400_000);
    await visit({}, { cookie: investor.cookie });
    await visit({}, { headers: browser('203.0.113.7') });
    await count();
    app.clock.advance(-86_400_000);
    expect((await countersOf())?.views).toBe(5);
  });

  it('needs no body', async () => {
    expect((await app.request(`/api/pitches/${pitch.id}/views`, { method: 'POST', cookie: company.cookie })).status).toBe(202);
    await count();
    expect((await countersOf())?.sources).toEqual({ 'production direct': 1 });
  });

  it('of the owner, of an operator or of a draft is none', async () => {
    const admin = await castPerson(app, 'admin');
    for (const { cookie } of [owner, admin]) expect((await visit({}, { cookie })).status).toBe(202);
    await count();
    expect((await countersOf())?.views).toBe(0);
    const draft = await castPitch(app, owner, { status: 'draft' });
    expect((await app.request(`/api/pitches/${draft.id}/views`, { body: {}, cookie: investor.cookie })).status).toBe(202);
    await count();
    expect(await countersOf(draft.id)).toMatchObject({ views: 0, daily: null });
  });

  it.each<[string, Record<string, string>]>([
    ['a crawler', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['a preview of a link', { 'user-agent': 'facebookexternalhit/1.1' }],
    ['a library', { 'user-agent': 'curl/8.9.1' }],
    ['a browser without a window', { 'user-agent': FIREFOX.replace('Firefox', 'HeadlessChrome') }],
    ['nobody who says what they are', { 'user-agent': '' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a prefetch', { 'sec-purpose': 'prefetch;prerender' }],
    ['a preview of the browser', { 'x-purpose': 'preview' }],
    ['an old prefetch', { purpose: 'prefetch' }],
  ])('by %s is none', async (_, headers) => {
    const response = await visit({}, { headers: browser('203.0.113.20', headers) });
    // Whoever comes from another site is refused before anybody looks; everybody else cannot tell.
    expect(response.status).toBe(headers['sec-fetch-site'] ? 403 : 202);
    expect(app.events.filter(({ kind }) => kind === 'view')).toEqual([]);
  });

  it('by somebody with a prefetching browser is none either, signed in or not', async () => {
    await visit({}, { cookie: investor.cookie, headers: { 'sec-purpose': 'prefetch' } });
    expect(app.events).toEqual([]);
  });

  it('keeps no address, and nothing that links two days of somebody without a session', async () => {
    await visit({}, { headers: browser('203.0.113.99') });
    app.clock.advance(86_400_000);
    await visit({}, { headers: browser('203.0.113.99') });
    app.clock.advance(-86_400_000);
    const [first, second] = app.events as unknown as { visitor: string }[];
    expect(first?.visitor).not.toBe(second?.visitor);
    expect(JSON.stringify(app.events)).not.toContain('203.0.113');
    expect(JSON.stringify(app.events)).not.toContain('Firefox');
  });

  it('is refused for what is no pitch id, an unknown field or a wrong one', async () => {
    expect((await app.request('/api/pitches/nonsense/views', { body: {}, cookie: investor.cookie })).status).toBe(404);
    expect((await visit({ views: 100 }, { cookie: investor.cookie })).status).toBe(400);
    expect((await visit({ depth: 101 }, { cookie: investor.cookie })).status).toBe(400);
  });
});

describe('a batch', () => {
  it('that comes twice, or to two consumers at once, counts once', async () => {
    await visit({ seconds: 30, depth: 80 }, { cookie: investor.cookie });
    const batch = { id: app.services.newId(), events: app.events.splice(0) };
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => consume(batch)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await consume(batch)).toBe(false);
    expect(await countersOf()).toMatchObject({ views: 1, daily: 1, reads: 1, hourly: 1 });
  });

  it('with the same visitor in parallel with others counts the visitor once', async () => {
    await visit({ seconds: 20, depth: 60 }, { cookie: investor.cookie });
    const [event] = app.events.splice(0);
    await Promise.all(Array.from({ length: 5 }, () => consume({ id: app.services.newId(), events: [event] })));
    expect(await countersOf()).toMatchObject({ views: 1, reads: 1, hourly: 1 });
  });

  it('that nobody can count says so, and leaves nothing behind', async () => {
    await visit({}, { cookie: investor.cookie });
    const events = app.events.splice(0);
    for (const body of [{}, { id: 'x', events: [] }, { id: app.services.newId(), events: [...events, { kind: 'no-such', at: Date.now() }] }, { id: app.services.newId(), events: [{ ...events[0], visitor: 'nobody' }] }]) {
      await expect(consume(body)).rejects.toBeInstanceOf(UncountableBatch);
    }
    expect((await countersOf())?.views).toBe(0);
  });
});

describe('a read', () => {
  it('takes time and depth, in any order, and counts once', async () => {
    await visit({ seconds: 14, depth: 90 }, { cookie: investor.cookie });
    await visit({ seconds: 40, depth: 20 }, { cookie: company.cookie });
    await count();
    expect((await countersOf())?.reads).toBe(0);
    await visit({ seconds: 22, depth: 30 }, { cookie: investor.cookie });
    await count();
    await visit({ seconds: 60, depth: 100 }, { cookie: investor.cookie });
    await count();
    expect(await countersOf()).toMatchObject({ views: 2, reads: 1 });
    expect(await rows(app.db, z.looseObject({}), sql`SELECT seconds, depth, is_read FROM pitch_views WHERE pitch_id = ${pitch.id} ORDER BY seconds DESC`))
      .toEqual([{ seconds: 60, depth: 100, is_read: true }, { seconds: 40, depth: 20, is_read: false }]);
  });
});

describe('searches', () => {
  const search = (body: unknown, cookie = investor.cookie) => app.request('/api/searches', { body, cookie });
  const wordsOf = (words: string) => rows(app.db, z.looseObject({}), sql`SELECT searches, misses, clicks FROM search_words_daily WHERE words = ${words} AND day = ${dayOf(app.clock.now())}`);

  it('are kept with their hits, and with the pitch that was opened', async () => {
    const [found, missed] = [app.services.newId(), app.services.newId()];
    expect((await search({ id: found, words: '  Ferry   WOMAN ', hits: 3 })).status).toBe(202);
    await search({ id: missed, words: 'submarine', hits: 0 });
    await visit({ source: 'search', search: { id: found, words: 'ferry woman', hits: 3 } }, { cookie: investor.cookie });
    await visit({ source: 'search', search: { id: found, words: 'ferry woman', hits: 3 } }, { cookie: investor.cookie });
    await count();
    expect(await wordsOf('ferry woman')).toEqual([{ searches: 1, misses: 0, clicks: 1 }]);
    expect(await wordsOf('submarine')).toEqual([{ searches: 1, misses: 1, clicks: 0 }]);
    expect(await scalar(app.db, z.string(), sql`SELECT clicked_pitch_id FROM search_analytics WHERE id = ${found}`)).toBe(pitch.id);
    expect(await rows(app.db, z.looseObject({}), sql`SELECT words, clicks FROM pitch_words_daily WHERE pitch_id = ${pitch.id}`)).toEqual([{ words: 'ferry woman', clicks: 1 }]);
  });

  it('are known from the visit when their own report is late', async () => {
    const id = app.services.newId();
    await visit({ source: 'search', search: { id, words: 'late words', hits: 2 } }, { cookie: investor.cookie });
    await count();
    await search({ id, words: 'late words', hits: 2 });
    await count();
    expect(await wordsOf('late words')).toEqual([{ searches: 1, misses: 0, clicks: 1 }]);
  });

  it('keep nothing that looks like an address or a number of somebody, and survive any text', async () => {
    await search({ id: app.services.newId(), words: 'ana@example.com', hits: 0 });
    await search({ id: app.services.newId(), words: 'call 0301234567', hits: 0 });
    expect(app.events).toEqual([]);
    await search({ id: app.services.newId(), words: `\u0000 odd \ud83d${'\u{1f600}'.repeat(60)}`, hits: 0 });
    await count();
    expect((await search({ id: 'x', words: '', hits: -1 })).status).toBe(400);
  });
});

describe('interest', () => {
  const press = (what: 'like' | 'watch', method: 'PUT' | 'DELETE', person: CastMember) => app.request(`/api/pitches/${pitch.id}/${what}`, { method, cookie: person.cookie });
  const daily = () => rows(app.db, z.looseObject({}), sql`SELECT likes, watchers, comments FROM pitch_stats_daily WHERE pitch_id = ${pitch.id}`);

  it('is counted where it really came or went', async () => {
    for (let n = 0; n < 3; n += 1) await press('like', 'PUT', investor);
    await press('watch', 'PUT', investor);
    await press('watch', 'PUT', company);
    await press('watch', 'DELETE', company);
    await press('watch', 'DELETE', company);
    await app.request(`/api/pitches/${pitch.id}/comments`, { body: { body: 'A word.' }, cookie: investor.cookie });
    await count();
    expect(await daily()).toEqual([{ likes: 1, watchers: 1, comments: 1 }]);
    await press('like', 'DELETE', investor);
    await count();
    expect(await daily()).toEqual([{ likes: 0, watchers: 1, comments: 1 }]);
  });

  it('weighs in the trend, its due index and its explanation alike', async () => {
    const weights = trendWeights.views + trendWeights.likes + trendWeights.watchers + trendWeights.comments;
    await app.db.query(sql`UPDATE pitch_stats SET views = 1, likes = 1, watchers = 1, comments = 1 WHERE pitch_id = ${pitch.id}`);
    await refreshTrending(app.services);
    expect(await scalar(app.db, z.int(), sql`SELECT trended FROM pitch_stats WHERE pitch_id = ${pitch.id}`)).toBe(weights);
    await app.db.query(sql`INSERT INTO pitch_stats_daily (pitch_id, day, views, likes) VALUES (${pitch.id}, ${dayOf(app.clock.now())}, 1, 1)`);
    app.clock.advance(7 * 86_400_000);
    const response = await app.request(`/api/pitches/${pitch.id}/why?sort=trending`);
    app.clock.advance(-7 * 86_400_000);
    const { trend } = Why.parse(await response.json());
    expect(trend.points).toBe(weights);
    // The day counts from its noon, which may be after publication.
    expect(trend.pointsNow).toBeGreaterThanOrEqual(Math.floor((weights / 2) * 10) / 10);
    expect(trend.pointsNow).toBeLessThan(weights / 2 + 1);
    const { rows: indexes } = await app.db.query(sql`SELECT indexdef FROM pg_indexes WHERE indexname = 'pitch_stats_trended_idx'`);
    expect(String(indexes[0]?.indexdef)).toContain(`(((views + (${trendWeights.likes} * likes)) + (${trendWeights.watchers} * watchers)) + (${trendWeights.comments} * comments))`);
  });

  it('of today outweighs the same interest of three weeks ago', async () => {
    const other = await castPitch(app, owner);
    const published = new Date(app.clock.now() - 40 * 86_400_000).toISOString();
    await app.db.query(sql`UPDATE pitches SET published_at = ${published} WHERE id IN (${pitch.id}, ${other.id})`);
    const put = (id: string, days: number) => app.db.batch([
      sql`UPDATE pitch_stats SET views = 200 WHERE pitch_id = ${id}`,
      sql`INSERT INTO pitch_stats_daily (pitch_id, day, views) VALUES (${id}, ${dayOf(app.clock.now() - days * 86_400_000)}, 200)`,
    ]);
    await put(pitch.id, 21);
    await put(other.id, 0);
    expect(await refreshTrending(app.services)).toBeGreaterThanOrEqual(2);
    const trend = (id: string) => scalar(app.db, z.number(), sql`SELECT trending FROM pitch_stats WHERE pitch_id = ${id}`);
    // Three half-lives: an eighth.
    expect(await trend(other.id) - await trend(pitch.id)).toBeCloseTo(3, 1);
    await press('like', 'PUT', investor);
    await refreshTrending(app.services);
    const early = await trend(pitch.id);
    await count();
    expect(await refreshTrending(app.services)).toBeGreaterThanOrEqual(1);
    expect(await trend(pitch.id)).toBeGreaterThan(early);
    expect(await refreshTrending(app.services)).toBe(0);
  });
});
