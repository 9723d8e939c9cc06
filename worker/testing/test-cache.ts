// The real cache with its memory tier only, fresh for each app.
import type { Clock } from '../platform/clock.ts';
import { createIsolateState } from '../platform/cache/isolate-state.ts';
import { type Cache, createTieredCache } from '../platform/cache/tiered.ts';
import type { Epochs } from '../platform/epochs.ts';

export function createTestCache({ clock, epochs, defer }: { clock: Clock; epochs: Epochs; defer(work: Promise<unknown>): void }): Cache {
  const state = createIsolateState();
  const note = { answered: () => undefined, degraded: () => undefined };
  return createTieredCache({ state, clock, epochs, defer, note });
}
