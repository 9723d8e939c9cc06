import { describe, expect, it } from 'vitest';
import { countOf, formatAgo, formatBytes, formatDay, formatMoney, initials, lowerFirst, minorUnits } from './format.ts';

describe('formatMoney', () => {
  it.each([
    [100_000_000, 'USD', '$1,000,000'],
    [123_456, 'USD', '$1,234.56'],
    [-5_000, 'GBP', '\u2212£50'],
    [5_000, 'JPY', 'JP¥5,000'],
    [250_000, 'CAD', 'CA$2,500'],
  ])('%d minor units of %s', (minor, currency, text) => expect(formatMoney(minor, currency)).toBe(text));
  it('knows how many minor units make one', () => expect([minorUnits('USD'), minorUnits('JPY'), minorUnits('KWD')]).toEqual([100, 1, 1000]));
});

describe('times', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  it.each([
    ['2026-11-22T11:59:40Z', 'just now'],
    ['2026-11-22T11:15:00Z', '45 minutes ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-21T11:00:00Z', 'yesterday'],
    ['2026-11-18T12:00:00Z', '4 days ago'],
    ['2026-11-09T12:00:00Z', '9 Nov'],
    ['2025-11-09T12:00:00Z', '9 Nov 2025'],
  ])('%s is %s', (iso, text) => expect(formatAgo(iso, now)).toBe(text));
  it('names the year of another year', () => expect(formatDay('2024-02-01T12:00:00Z', now)).toBe('1 Feb 2024'));
});

describe('words', () => {
  it('counts in the singular and the plural', () => expect([countOf(1, 'view'), countOf(1204, 'view'), countOf(0, 'pitch', 'pitches')]).toEqual(['1 view', '1,204 views', '0 pitches']));
  it('lowers a genre inside a line, but no abbreviation', () => expect([lowerFirst('Dark comedy'), lowerFirst('LGBTQ+')]).toEqual(['dark comedy', 'LGBTQ+']));
  it('takes the first and the last name', () => expect([initials('Harriet Osei-Lund'), initials('Maren'), initials(' Óscar de la Cruz ')]).toEqual(['HO', 'M', 'ÓC']));
  it('writes bytes as file managers do', () => expect([formatBytes(999), formatBytes(61_000), formatBytes(61_000_000)]).toEqual(['999 B', '61 kB', '61.0 MB']));
});
