import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { labelOf } from './lists.ts';
import { Catalogue } from './schema.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp(); });
afterAll(() => app.close());

it('GET /api/catalogue gives every closed list with labels, to anybody, without the database', async () => {
  const before = app.roundTrips();
  const response = await app.request('/api/catalogue');
  expect(app.roundTrips()).toBe(before);
  expect(response.headers.get('cache-control')).toContain('public, max-age=3600');
  const catalogue = Catalogue.strict().parse(await response.json());
  expect(catalogue.formats.map(({ value }) => value)).toEqual(['feature', 'short', 'limited_series', 'returning_series', 'pilot', 'tv_movie', 'documentary_feature', 'documentary_series', 'animation', 'web_series', 'unscripted']);
  expect(labelOf(catalogue.budgetBands, 'mid')).toBe('Mid, $2\u20138m');
  // The bands leave no gap and do not overlap.
  catalogue.budgetBands.forEach((band, index) => expect(band.from, band.value).toBe(index === 0 ? 0 : catalogue.budgetBands[index - 1]?.to));
  for (const list of Object.values(catalogue) as { value: string }[][]) expect(new Set(list.map(({ value }) => value)).size).toBe(list.length);
  for (const { value } of catalogue.genres) expect(value).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
