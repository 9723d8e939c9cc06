import { describe, expect, it } from 'vitest';
import type { Overview } from '../../../../worker/features/operations/schema.ts';
import { percent, requestsSentence, worries } from './sentences.ts';

it.each([[0, 0, '0%'], [1, 100_000, '0.1%'], [3, 400, '0.8%'], [50, 100, '50%'], [0, 9, '0%']])('%d of %d is %s', (part, whole, text) => expect(percent(part, whole)).toBe(text));

const requests = (change: Partial<Overview['requests']> = {}): Overview['requests'] => ({ total: 0, clientErrors: 0, serverErrors: 0, slow: 0, hours: [], routes: [], ...change });

describe('requests', () => {
  it('say what failed', () => {
    expect(requestsSentence(requests())).toBe('No requests were logged in this time.');
    expect(requestsSentence(requests({ total: 2000, clientErrors: 12, slow: 3 }))).toBe('2,000 requests; none failed, 12 refused, 3 took half a second or more.');
    expect(requestsSentence(requests({ total: 2000, serverErrors: 4 }))).toBe('2,000 requests; 4 failed (0.2%), 0 refused, 0 took half a second or more.');
  });
});

describe('worries', () => {
  const overview = (change: Partial<Overview>): Overview => ({
    range: { hours: 24, from: '', to: '' }, requests: requests(), cache: [], outbox: { pending: 0, dead: 0, oldestPendingAt: null, topics: [] },
    events: { batches: 0, events: 0, lastAt: null, views: 0, reads: 0, searches: 0, misses: 0 }, days: [], archives: [], misses: [], ...change,
  });
  it('are none when all is well, and one each when not', () => {
    expect(worries(overview({}))).toEqual([]);
    expect(worries(overview({
      outbox: { pending: 4, dead: 1, oldestPendingAt: null, topics: [] }, requests: requests({ total: 1000, serverErrors: 30 }),
      days: [{ table: 'pitch_views', days: 4, first: null, last: null, bytes: 0, strays: 2 }],
    }))).toEqual(['1 message could not be delivered and waits for somebody to look.', '2 rows of pitch_views came for a day without a partition.', '3% of the requests failed.']);
  });
});
