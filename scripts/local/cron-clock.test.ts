import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchesCron, readCrons, startCronClock } from './cron-clock.ts';

const at = (text: string) => new Date(`${text}Z`);

describe('matchesCron', () => {
  it.each([
    ['* * * * *', '2026-03-01T00:00', true],
    ['*/10 * * * *', '2026-03-01T07:40', true],
    ['*/10 * * * *', '2026-03-01T07:41', false],
    ['17 3 * * *', '2026-03-01T03:17', true],
    ['17 3 * * *', '2026-03-01T04:17', false],
    ['0 9-17/4 * * *', '2026-03-01T13:00', true],
    ['0 9-17/4 * * *', '2026-03-01T14:00', false],
    ['0 0 1,15 * *', '2026-03-15T00:00', true],
    ['0 0 * 3 7', '2026-03-01T00:00', true], // a Sunday
    ['0 0 * * 1', '2026-03-01T00:00', false],
  ])('%s at %s: %s', (expression, time, expected) => {
    expect(matchesCron(expression, at(time))).toBe(expected);
  });

  it('refuses what it does not understand', () => {
    for (const expression of ['* * * *', '0 0 * * MON', '0 0 L * *']) expect(() => matchesCron(expression, at('2026-03-01T00:00'))).toThrow();
    expect(() => startCronClock(['0 0 * * MON'], () => undefined)).toThrow();
  });
});

it('reads the expressions that the Worker is deployed with, and understands each', () => {
  const crons = readCrons(join(resolve(import.meta.dirname, '..', '..'), 'wrangler.toml'));
  expect(crons.length).toBeGreaterThan(0);
  for (const cron of crons) expect(() => matchesCron(cron, new Date(0))).not.toThrow();
});
