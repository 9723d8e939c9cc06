// The real cache with its memory tier only, fresh for each app.
import type { CacheEvent } from '../platform/cache/create.ts';
import { createIsolateState } from '../platform/cache/isolate-state.ts';
import { type Cache, createTieredCache } from '../platform/cache/tiered.ts';
import type { Clock } from '../platform/clock.ts';
import type { Epochs } from '../platform/epochs.ts';

/** Gives the cache of one request, which notes in its event what answered. All of them share one memory. */
export function createTestCache({ clock, epochs, defer }: { clock: Clock; epochs: Epochs; defer(work: Promise<unknown>): void }): (event?: CacheEvent) => Cache {
  const state = createIsolateState();
  return (event) => createTieredCache({
    state, clock, epochs, defer,
    note: {
      answered(namespace, tier) { if (event) event.cache[namespace] = tier; },
      degraded(what, error) { if (event) (event.degraded ??= []).push(`${what}: ${String(error)}`); },
    },
  });
}
