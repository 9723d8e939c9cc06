// In-process drivers of the ports that Durable Objects implement in workerd; they run the same pure logic.
import { giveBack, peek, take, type Taken } from '../../durable-objects/limiter/logic.ts';
import type { EpochSource } from '../platform/epochs.ts';
import type { Clock } from '../platform/clock.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Limiter } from '../platform/limiter.ts';

/** A clock that stands where the machine's does, and moves only by `advance` on top of that. */
export function createTestClock(): Clock & { advance(ms: number): void } {
  let offset = 0;
  return { now: () => Date.now() + offset, advance: (ms) => { offset += ms; } };
}

/** Ids that stand in the order in which they were asked for, also within one millisecond: an order by time and id is then the order in which a test acted. */
export function createTestIds(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, clock.now());
    return uuidv7(last);
  };
}

export function createTestLimiter(clock: Clock): Limiter {
  const buckets = new Map<string, Taken>();
  return {
    async take(bucket, window) {
      const { state, answer } = take(buckets.get(bucket) ?? [], window, clock.now());
      buckets.set(bucket, state);
      return answer;
    },
    async peek(bucket, window) { return peek(buckets.get(bucket) ?? [], window, clock.now()); },
    async giveBack(bucket) { buckets.set(bucket, giveBack(buckets.get(bucket) ?? [])); },
    async clear(bucket) { buckets.delete(bucket); },
  };
}

export function createTestEpochSource(): EpochSource {
  const epochs = new Map<string, number>();
  return {
    async current(name) { return epochs.get(name) ?? 0; },
    async bump(name) { const next = (epochs.get(name) ?? 0) + 1; epochs.set(name, next); return next; },
  };
}
