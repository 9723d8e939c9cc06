// Wall clocks on the days that are not 24 hours long.
import { describe, expect, it } from 'vitest';
import { instantOf, nextAt, quietUntil, wallTime, weekStart } from './zone.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const BERLIN = 'Europe/Berlin';

describe('instantOf', () => {
  it('reads back what a wall shows, everywhere and all year', () => {
    for (const zone of ['UTC', BERLIN, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'America/St_Johns']) {
      for (let day = 0; day < 366; day += 1) {
        const ms = Date.UTC(2026, 0, 1 + day, 12, 7);
        const wall = wallTime(ms, zone);
        expect([zone, iso(instantOf(wall, zone))]).toEqual([zone, iso(ms)]);
      }
    }
  });

  it('moves a time that the spring change leaves out, and takes the first of one that comes twice', () => {
    expect(iso(instantOf({ year: 2026, month: 3, day: 29, minute: 150 }, BERLIN))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(instantOf({ year: 2026, month: 10, day: 25, minute: 150 }, BERLIN))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(instantOf({ year: 2026, month: 3, day: 8, minute: 150 }, 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z');
  });
});

describe('quietUntil', () => {
  const night = { from: 22 * 60, to: 7 * 60, zone: BERLIN };

  it('spans midnight; its first minute is quiet, its last is not', () => {
    expect(quietUntil(at('2026-06-10T19:59:59.999Z'), night)).toBeNull();
    expect(iso(quietUntil(at('2026-06-10T20:00:00Z'), night))).toBe('2026-06-11T05:00:00.000Z');
    expect(iso(quietUntil(at('2026-06-11T04:59:00Z'), night))).toBe('2026-06-11T05:00:00.000Z');
    expect(quietUntil(at('2026-06-11T05:00:00Z'), night)).toBeNull();
    expect(iso(quietUntil(at('2026-06-10T11:00:00Z'), { from: 12 * 60, to: 14 * 60, zone: BERLIN }))).toBe('2026-06-10T12:00:00.000Z');
  });

  it('ends by the wall on the nights the clocks change', () => {
    // Eight hours of quiet in spring, ten in autumn.
    expect(iso(quietUntil(at('2026-03-28T21:00:00Z'), night))).toBe('2026-03-29T05:00:00.000Z');
    expect(iso(quietUntil(at('2026-10-24T20:00:00Z'), night))).toBe('2026-10-25T06:00:00.000Z');
  });

  it('that ends in the hour that comes twice ends once', () => {
    const short = { from: 60, to: 150, zone: BERLIN };
    expect(iso(quietUntil(at('2026-10-25T00:10:00Z'), short))).toBe('2026-10-25T00:30:00.000Z');
    expect(quietUntil(at('2026-10-25T01:10:00Z'), short)).toBeNull();
  });

  it('that ends in the hour left out ends when the clocks have moved', () => {
    expect(iso(quietUntil(at('2026-03-29T00:59:00Z'), { from: 60, to: 150, zone: BERLIN }))).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('weeks and digests', () => {
  it('a week begins on Monday by the wall', () => {
    expect(iso(weekStart(at('2026-11-22T23:30:00Z'), BERLIN))).toBe('2026-11-22T23:00:00.000Z');
    expect(iso(weekStart(at('2026-11-22T22:30:00Z'), BERLIN))).toBe('2026-11-15T23:00:00.000Z');
    expect(iso(weekStart(at('2026-03-29T12:00:00Z'), BERLIN))).toBe('2026-03-22T23:00:00.000Z');
  });

  it('a digest comes at the next such hour, strictly later', () => {
    expect(iso(nextAt(at('2026-11-23T06:59:59Z'), BERLIN, 8, false))).toBe('2026-11-23T07:00:00.000Z');
    expect(iso(nextAt(at('2026-11-23T07:00:00Z'), BERLIN, 8, false))).toBe('2026-11-24T07:00:00.000Z');
    expect(iso(nextAt(at('2026-03-28T12:00:00Z'), BERLIN, 8, false))).toBe('2026-03-29T06:00:00.000Z');
    expect(iso(nextAt(at('2026-11-23T07:00:00Z'), BERLIN, 8, true))).toBe('2026-11-30T07:00:00.000Z');
    expect(iso(nextAt(at('2026-11-22T07:00:00Z'), BERLIN, 8, true))).toBe('2026-11-23T07:00:00.000Z');
    // 02:00 is left out that night: it comes at 03:00, once.
    expect(iso(nextAt(at('2026-03-29T00:30:00Z'), BERLIN, 2, false))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(nextAt(at('2026-03-29T01:00:00Z'), BERLIN, 2, false))).toBe('2026-03-30T00:00:00.000Z');
  });
});
