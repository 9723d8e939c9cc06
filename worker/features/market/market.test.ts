import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { patient } from '../../testing/patient-db.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchCreate } from '../pitches/schema.ts';
import { MOST_COUNTED } from './facets.ts';
import { Facets, PitchList } from './schema.ts';

let app: TestApp;
let maren: Person;
let investor: Person;

const list = async (query = '', cookie?: string) => {
  const response = await app.request(`/api/pitches${query}`, { cookie });
  expect(response.status, await response.clone().text()).toBe(200);
  return PitchList.parse(await response.json());
};
const titles = async (query = '') => (await list(query)).items.map((item) => item.title);
const facetsOf = async (query = '') => Facets.parse(await (await app.request(`/api/pitches/facets${query}`)).json());

const market: Partial<PitchCreate>[] = [
  { title: 'Salt Year', format: 'feature', genres: ['drama', 'survival'], stage: 'financing', budgetBand: 'mid', seekingInvestment: true, ask: { amount: 1, currency: 'USD', kind: 'equity' } },
  { title: 'Six Hours of Daylight', format: 'feature', genres: ['folk-horror'], stage: 'prep', budgetBand: 'low' },
  { title: 'Kestrel', format: 'feature', genres: ['spy', 'thriller'], stage: 'script', budgetBand: 'high_indie', ask: { amount: 1, currency: 'USD', kind: 'gap' } },
  { title: 'Hard Water', format: 'limited_series', genres: ['crime'], stage: 'packaging', budgetBand: 'mid', seekingInvestment: true },
  { title: 'Marrow', format: 'short', genres: ['drama', 'horror'], stage: 'post', budgetBand: 'micro' },
];

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  app.services.db = patient(app.services.db);
  [maren, investor] = await Promise.all([signUp(app, { portal: 'creator', name: 'Maren Oyelaran' }), signUp(app, { portal: 'investor' })]);
  for (const input of market) {
    app.clock.advance(1000);
    await publishedPitch(app, maren, input);
  }
  await createPitch(app, maren, { title: 'Draft of Drama' });
});
afterAll(() => app.close());

describe('GET /api/pitches', () => {
  it('shows what is published, newest first, as cards', async () => {
    const { items, nextCursor } = await list();
    expect(items.map((item) => item.title)).toEqual(['Marrow', 'Hard Water', 'Kestrel', 'Six Hours of Daylight', 'Salt Year']);
    expect(nextCursor).toBeNull();
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['budgetBand', 'creator', 'format', 'genres', 'id', 'logline', 'ndaRequired', 'poster', 'publishedAt', 'slug', 'stage', 'stats', 'title']);
    expect(items[4]).toMatchObject({ creator: { id: maren.id, name: 'Maren Oyelaran', handle: maren.handle }, stats: { views: 0, likes: 0, watchers: 0, comments: 0 }, ndaRequired: false, poster: null, genres: ['drama', 'survival'] });
  });

  it.each([
    ['?genre=drama', ['Marrow', 'Salt Year']],
    ['?genre=drama&genre=spy', ['Marrow', 'Kestrel', 'Salt Year']],
    ['?genre=drama&format=feature', ['Salt Year']],
    ['?format=feature&format=short&stage=post&stage=prep', ['Marrow', 'Six Hours of Daylight']],
    ['?budgetBand=mid', ['Hard Water', 'Salt Year']],
    ['?seeking=investment', ['Hard Water', 'Salt Year']],
    ['?seeking=equity&seeking=gap', ['Kestrel', 'Salt Year']],
    ['?genre=western', []],
    ['?genre=drama&genre=drama', ['Marrow', 'Salt Year']],
  ])('%s', async (query, expected) => expect(await titles(query)).toEqual(expected));

  it.each([
    '?genre=telenovela', '?genre=', '?format=opera', '?stage=x', '?budgetBand=x', '?seeking=x', '?sort=random', '?limit=0', '?limit=51', '?limit=-1', '?limit=1e9', '?limit=NaN', '?limit=1.5', '?limit=', '?page=2', '?offset=10',
    '?budgetBreakdown=x', '?protected=x', '?contactDetails=maren', '?sort=budget_breakdown', '?status=draft', '?cursor=x', '?cursor=', `?q=${'x'.repeat(301)}`,
  ])('answers 400 to %s', async (query) => expect((await app.request(`/api/pitches${query}`)).status).toBe(400));

  it('pages through every order without losing or repeating one', async () => {
    await app.db.query(sql`UPDATE pitch_stats SET views = 7, trending = 1.25 WHERE pitch_id IN (SELECT id FROM pitches WHERE title IN ('Marrow', 'Kestrel', 'Salt Year'))`);
    for (const sort of ['newest', 'popular', 'trending', 'relevance']) {
      for (const filter of ['', '&genre=drama&genre=spy&genre=crime']) {
        const whole = await titles(`?sort=${sort}&limit=50${filter}`);
        const seen: string[] = [];
        let cursor: string | null = '';
        for (let page = 0; cursor !== null && page < 9; page += 1) {
          const part: PitchList = await list(`?sort=${sort}&limit=1${filter}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
          seen.push(...part.items.map((item) => item.title));
          cursor = part.nextCursor;
        }
        expect(seen, `${sort} ${filter}`).toEqual(whole);
        expect(whole).toHaveLength(filter ? 4 : 5);
      }
    }
    expect((await titles('?sort=popular')).slice(3)).toEqual(expect.arrayContaining(['Hard Water', 'Six Hours of Daylight']));
  });

  it('keeps microseconds apart', async () => {
    await app.db.query(sql`UPDATE pitches SET published_at = '2026-01-01 00:00:00.000001+00'::timestamptz + (CASE title WHEN 'Marrow' THEN 2 WHEN 'Kestrel' THEN 1 ELSE 0 END) * interval '1 microsecond' WHERE title IN ('Marrow', 'Kestrel', 'Salt Year')`);
    await app.services.epochs.bump('market');
    const first = await list('?limit=3');
    expect(first.items.map((item) => item.title)).toEqual(['Hard Water', 'Six Hours of Daylight', 'Marrow']);
    expect((await list(`?limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)).items.map((item) => item.title)).toEqual(['Kestrel', 'Salt Year']);
  });

  it('binds a cursor to its list', async () => {
    const { nextCursor } = await list('?limit=1&genre=drama');
    const cursor = encodeURIComponent(nextCursor ?? '');
    expect((await app.request(`/api/pitches?limit=2&genre=drama&cursor=${cursor}`)).status).toBe(200);
    for (const query of [`genre=crime&cursor=${cursor}`, `cursor=${cursor}`, `genre=drama&sort=popular&cursor=${cursor}`, `genre=drama&q=x&cursor=${cursor}`, `genre=drama&cursor=${cursor}x`, `genre=drama&cursor=x${cursor}`, `genre=drama&cursor=${cursor.replace('.', '..')}`]) {
      expect((await app.request(`/api/pitches?limit=1&${query}`)).status, query).toBe(400);
    }
  });

  it('makes no SQL statement when warm, for whoever asks, and one copy serves all', async () => {
    const query = '?genre=drama&sort=popular';
    const cold = await app.request(`/api/pitches${query}`);
    expect(cold.headers.get('x-cache')).toBe('db');
    // Who asks, and whom they do not meet, is remembered with the session.
    await app.request('/api/pitches?limit=1', { cookie: investor.cookie });
    const before = app.roundTrips();
    const [anonymous, signedIn] = [await app.request(`/api/pitches${query}`), await app.request('/api/pitches?sort=popular&genre=drama&limit=24', { cookie: investor.cookie })];
    expect(app.roundTrips()).toBe(before);
    expect([anonymous.headers.get('x-cache'), signedIn.headers.get('x-cache')]).toEqual(['memory', 'memory']);
    expect(await anonymous.text()).toBe(await signedIn.text());
    expect(anonymous.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(signedIn.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');
    expect(anonymous.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    const held = await app.request(`/api/pitches${query}`, { headers: { 'if-none-match': anonymous.headers.get('etag') ?? '' } });
    expect(held.status).toBe(304);
  });

  it('shows a publication, an edit and a withdrawal at once, however warm', async () => {
    await titles();
    await facetsOf();
    const { id } = await publishedPitch(app, maren, { title: 'Glasshouse', genres: ['heist'] });
    expect(await titles()).toContain('Glasshouse');
    expect((await facetsOf()).facets.genre.heist).toBe(1);
    await app.request(`/api/pitches/${id}`, { method: 'PATCH', body: { title: 'Hothouse' }, cookie: maren.cookie });
    expect(await titles()).toContain('Hothouse');
    await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: maren.cookie });
    expect(await titles()).not.toContain('Hothouse');
    expect((await facetsOf()).facets.genre.heist).toBe(0);
    await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: maren.cookie });
  });
});

describe('GET /api/pitches/facets', () => {
  it('counts every value of every facet', async () => {
    const { total, facets } = await facetsOf();
    expect(total).toBe(5);
    expect(facets.format).toMatchObject({ feature: 3, short: 1, limited_series: 1, pilot: 0 });
    expect(facets.genre).toMatchObject({ drama: 2, 'folk-horror': 1, western: 0 });
    expect(facets.stage).toMatchObject({ financing: 1, post: 1, idea: 0 });
    expect(facets.budgetBand).toMatchObject({ mid: 2, tentpole: 0 });
    expect(facets.seeking).toMatchObject({ investment: 2, equity: 1, gap: 1, grant: 0 });
  });

  it('narrows by the other filters, never by its own', async () => {
    const { total, facets } = await facetsOf('?format=feature&genre=drama');
    expect(total).toBe(1);
    expect(facets.format).toMatchObject({ feature: 1, short: 1, limited_series: 0 });
    expect(facets.genre).toMatchObject({ drama: 1, 'folk-horror': 1, spy: 1, crime: 0 });
    expect(facets.stage).toMatchObject({ financing: 1, post: 0 });
  });

  it('is one round trip without words, two with, and says what it searched for', async () => {
    for (const [query, trips] of [['?stage=idea', 1], ['?q=kestrel&stage=script', 2]] as const) {
      const before = app.roundTrips();
      await facetsOf(query);
      expect(app.roundTrips() - before, query).toBe(trips);
    }
    expect(await facetsOf('?q=kestrle')).toMatchObject({ total: 1, corrected: { from: 'kestrle', to: 'kestrel' } });
  });

  it('counts the newest of a large market, and says so where it does', async () => {
    await app.db.query(sql`
      INSERT INTO pitches (id, owner_id, slug, status, title, logline, format, genres, published_at)
      SELECT gen_random_uuid(), ${maren.id}, 'many-' || i, 'published', 'Many', '', CASE WHEN i <= 30 THEN 'web_series' ELSE 'pilot' END, ARRAY['war'], timestamptz '2020-01-01' + i * interval '1 minute'
      FROM generate_series(1, ${MOST_COUNTED + 20}) i`);
    await app.services.epochs.bump('market');
    const everything = await facetsOf();
    expect(everything).toMatchObject({ total: MOST_COUNTED, hasMore: true, newest: MOST_COUNTED });
    // Five older ones than the 20 too many are left of the market above.
    expect([everything.facets.genre.war, everything.facets.genre.drama, everything.facets.format.web_series]).toEqual([MOST_COUNTED - 5, 2, 5]);
    // What few fit is counted whole; so is the total where only a facet without its own filter finds too many.
    expect(await facetsOf('?genre=drama')).toMatchObject({ total: 2, newest: MOST_COUNTED, facets: { genre: { drama: 2 }, format: { feature: 1, short: 1, web_series: 0 } } });
    expect((await facetsOf('?genre=drama')).hasMore).toBeUndefined();
    const whole = await facetsOf('?format=web_series&genre=war');
    expect([whole.total, whole.facets.genre.war, whole.facets.format.web_series, whole.hasMore]).toEqual([30, 30, 10, undefined]);
    expect(await facetsOf('?q=kestrel')).toMatchObject({ total: 1 });
    expect((await facetsOf('?q=kestrel')).newest).toBeUndefined();
  }, 60_000);

  it('refuses what is no filter', async () => {
    for (const query of ['?sort=newest', '?limit=1', '?marketingStrategy=x', '?genre=x']) expect((await app.request(`/api/pitches/facets${query}`)).status, query).toBe(400);
  });
});
