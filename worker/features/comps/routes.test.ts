import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson } from '../../testing/cast.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { genres } from '../catalogue/lists.ts';
import { CompContext, CompSearch } from './schema.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp({ LIMITS: 'off' }); });
afterAll(() => app.close());

const read = async (path: string): Promise<unknown> => {
  const response = await app.request(`/api/comps${path}`);
  expect(response.status, path).toBe(200);
  return response.json();
};
const search = async (q: string) => CompSearch.parse(await read(`/search?q=${encodeURIComponent(q)}`));
const context = async (query: string) => CompContext.parse(await read(`/context?${query}`));

describe('GET /api/comps/search', () => {
  it('finds a title by its beginning, by a part and by a misspelling, and says where it is from', async () => {
    const { items, source, dataUntil } = await search('The Coven');
    expect(items[0]).toEqual({ id: 'the-covenant-2006', title: 'The Covenant', year: 2006, genre: 'Thriller/Suspense', budget: 2_000_000_000, gross: 3_816_478_400 });
    expect([source, dataUntil]).toEqual(['vega-datasets 3.2.1, table movies (BSD-3-Clause)', 2011]);
    expect((await search('land gir')).items.map(({ title }) => title)).toContain('The Land Girls');
    expect((await search('Casablnca')).items.map(({ title }) => title)).toContain('Casablanca');
  });

  it('takes a pattern for what it is, and refuses what is too short', async () => {
    expect((await search('%%')).items).toEqual([]);
    expect((await search("x' OR 1=1 --")).items).toEqual([]);
    for (const q of ['', 'a', ' a ', 'x'.repeat(200)]) expect((await app.request(`/api/comps/search?q=${encodeURIComponent(q)}`)).status).toBe(400);
  });
});

describe('GET /api/comps/context', () => {
  it('counts a small world right: quartiles, failures, and what is on no record', async () => {
    const other = await createTestApp({ LIMITS: 'off' });
    try {
      await execute(other.db, sql`DELETE FROM comp_titles`);
      // Multiples 0.5, 0.75, 1, 2, 4; one with no gross; one of another genre; one at the upper edge of the band.
      await execute(other.db, sql`INSERT INTO comp_titles (id, title, year, genre, budget_amount, gross_amount)
        SELECT 'f-' || n, 'F' || n, 1990 + n, 'Drama', 400000000, g FROM unnest(ARRAY[200000000, 300000000, 400000000, 800000000, 1600000000, NULL]::bigint[]) WITH ORDINALITY AS x(g, n)`);
      await execute(other.db, sql`INSERT INTO comp_titles (id, title, year, genre, budget_amount, gross_amount) VALUES ('c', 'C', 1980, 'Comedy', 400000000, 100), ('edge', 'E', 1980, 'Drama', 800000000, 100)`);
      const answer = await (await other.request('/api/comps/context?genre=drama&budgetBand=mid&title=c&title=nobody')).json();
      expect(answer).toEqual({
        films: 'dramas', ofGenre: true, count: 5, unrecorded: 1, since: 1991, medianMultiple: 1, quartiles: { lower: 0.75, upper: 2 }, losses: 2, lossShare: 0.4,
        titles: [{ id: 'c', title: 'C', year: 1980, genre: 'Comedy', budget: 400_000_000, gross: 100 }], source: expect.any(String) as string, dataUntil: 2011,
      });
      expect(await (await other.request('/api/comps/context?genre=western&budgetBand=mid')).json()).toMatchObject({ count: 0, medianMultiple: null, quartiles: null, lossShare: null });
    } finally {
      await other.close();
    }
  });

  it('has films for every genre, and says when it counts every one of them', async () => {
    for (const { value } of genres) expect((await context(`genre=${value}&budgetBand=studio`)).count, value).toBeGreaterThan(0);
    expect(await context('genre=animation&budgetBand=mid')).toMatchObject({ ofGenre: false, films: 'films of every genre' });
    expect((await app.request('/api/comps/context?genre=drama')).status).toBe(400);
    expect((await app.request('/api/comps/context?genre=drama&budgetBand=mid&title=A%20B')).status).toBe(400);
  });

  it('is the same for everybody, so that it may be held by anyone', async () => {
    expect((await app.request('/api/comps/context?genre=drama&budgetBand=mid')).headers.get('cache-control')).toBe('public, max-age=3600');
  });
});

it('a comp may say which film it is', async () => {
  const creator = await castPerson(app, 'creator');
  const comps = [{ title: 'The Covenant', year: 2006, note: '', titleId: 'the-covenant-2006' }, { title: 'Wrackline', year: 2022, note: 'Same season.' }];
  const { id } = await publishedPitch(app, creator, { comps });
  expect(await (await app.request(`/api/pitches/${id}`)).json()).toMatchObject({ comps });
  const refused = await app.request('/api/pitches', { body: { title: 'x', logline: 'x', format: 'short', genres: ['drama'], comps: [{ title: 'x', year: 2000, titleId: '../x' }] }, cookie: creator.cookie });
  expect(refused.status).toBe(400);
  expect((await createPitch(app, creator, { comps: [{ title: 'x', year: 2000 }] })).comps).toEqual([{ title: 'x', year: 2000, note: '' }]);
});
