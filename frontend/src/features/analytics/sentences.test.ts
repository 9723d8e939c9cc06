import { describe, expect, it } from 'vitest';
import { bestDay, dayLabel, duration, funnelSentence, viewsSentence } from './sentences.ts';

describe('views', () => {
  it.each([
    [1316, 933, '1,316 views, up 41% on the 30 days before.'],
    [500, 1000, '500 views, down 50% on the 30 days before.'],
    [1, 0, '1 view, and none in the 30 days before.'],
    [0, 0, 'No views in the last 30 days.'],
    [9, 3, '9 views, and 3 in the 30 days before.'],
    [40, 40, '40 views, as many as in the 30 days before.'],
    [1001, 1000, '1,001 views, about as many as in the 30 days before.'],
    [0, 25, '0 views, down 100% on the 30 days before.'],
  ])('%d after %d', (views, before, sentence) => expect(viewsSentence(views, before, 30)).toBe(sentence));
});

it('marks a day only where one stands out', () => {
  const of = (...views: number[]) => bestDay(views.map((count, n) => ({ day: `2026-11-0${n + 1}`, views: count })));
  expect([of(1, 9, 2), of(9, 9, 2), of(0, 4), of()]).toEqual([1, undefined, undefined, undefined]);
});

it('names days as the server counts them', () => expect(dayLabel('2026-11-10')).toBe('10 Nov'));

it.each([[12.4, '12 s'], [60, '1 min'], [135, '2 min 15 s'], [59.7, '1 min']])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

it.each([
  [{ viewed: 0, watched: 0, requested: 0 }, 'Nobody has opened it in this time.'],
  [{ viewed: 100, watched: 9, requested: 8 }, 'One viewer in 13 asks for access.'],
  [{ viewed: 2, watched: 0, requested: 2 }, 'Everybody who opened it asked for access.'],
  [{ viewed: 9, watched: 2, requested: 0 }, 'Nobody has asked for access yet; some keep an eye on it.'],
  [{ viewed: 9, watched: 0, requested: 0 }, 'Nobody watches it or has asked for access in this time.'],
])('a funnel of %o', (funnel, sentence) => expect(funnelSentence(funnel)).toBe(sentence));
