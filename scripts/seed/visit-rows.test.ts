import { expect, it } from 'vitest';
import { random } from './random.ts';
import { spread, visitRows } from './visit-rows.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);
const sum = (rows: readonly Record<string, unknown>[], what: string): number => rows.reduce((total, row) => total + Number(row[what]), 0);

it('adds up to what the counters say, on days between publication and now', () => {
  for (const [views, days] of [[1, 1], [7, 40], [4218, 97]] as const) {
    expect(spread(random('x'), views, days).reduce((total, count) => total + count, 0)).toBe(views);
    const rows = visitRows({ id: '01900000-0000-7000-8000-000000000001', title: 'Salt Year', genres: ['drama'], publishedAt: now - days * DAY + 3_600_000, views, singly: true }, now);
    expect([sum(rows.daily, 'views'), sum(rows.sources, 'views')]).toEqual([views, views]);
    expect(rows.daily.every(({ day }) => String(day) >= new Date(now - days * DAY).toISOString().slice(0, 10) && String(day) <= '2026-11-23')).toBe(true);
    expect(new Set(rows.daily.map(({ day }) => day)).size).toBe(rows.daily.length);
    expect(new Set(rows.views.map(({ visitor }) => visitor)).size).toBe(rows.views.length);
    expect(rows.views.every(({ viewed_at: at }) => Date.parse(String(at)) <= now && Date.parse(String(at)) > now - 30 * DAY)).toBe(true);
    expect(sum(rows.words, 'clicks')).toBeLessThanOrEqual(rows.sources.filter(({ source }) => source === 'search').reduce((total, row) => total + Number(row.views), 0));
  }
});
