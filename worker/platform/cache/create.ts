// The cache of a request in workerd.
import type { Clock } from '../clock.ts';
import type { Epochs } from '../epochs.ts';
import { createIsolateState, type IsolateState } from './isolate-state.ts';
import { createKvTier } from './kv.ts';
import { createRedisTier } from './redis.ts';
import { createTierCalls, type TierEvent, TIER_BUDGET_MS } from './tier-calls.ts';
import { type Cache, createTieredCache } from './tiered.ts';

const isolate = createIsolateState();

export interface CacheEvent extends TierEvent {
  /** Tier that answered, by namespace. */
  cache: Record<string, string>;
}

interface Options {
  env: { CACHE: KVNamespace };
  settings: { UPSTASH_REDIS_REST_URL?: string | undefined; UPSTASH_REDIS_REST_TOKEN?: string | undefined };
  clock: Clock;
  epochs: Epochs;
  event?: CacheEvent | undefined;
  defer(work: Promise<unknown>): void;
  /** A test's own; else this isolate's, and what production allows a read. */
  state?: IsolateState;
  budgetMs?: number;
}

/** Cheap to make: one a request, so that what it counts goes to that request's event. Without a Redis URL that tier is absent. */
export function createCache({ env, settings, clock, epochs, event, defer, state = isolate, budgetMs = TIER_BUDGET_MS }: Options): Cache {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings;
  const degraded = (what: string, error: unknown): void => {
    if (event) (event.degraded ??= []).push(`${what}: ${String(error)}`.slice(0, 200));
  };
  const tiers = [createKvTier(env.CACHE, state.kvWrites, clock.now)];
  if (url && token) tiers.push(createRedisTier({ url, token, timeoutMs: budgetMs }));
  return createTieredCache({
    state, clock, epochs, defer,
    shared: createTierCalls({ tiers, breakers: state.breakers, clock, event, degraded, budgetMs }),
    note: {
      degraded,
      answered(namespace, tier) {
        if (event) event.cache[namespace] = tier;
        const name = `${namespace}.${tier}`;
        state.answered.set(name, (state.answered.get(name) ?? 0) + 1);
      },
    },
  });
}

/** Reads answered since the isolate began, by `<namespace>.<tier>`. */
export const cacheCounters = (): Record<string, number> => Object.fromEntries(isolate.answered);
