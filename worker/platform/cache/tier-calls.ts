// Calls to the shared tiers, each within its budget and behind its breaker. Nothing here throws: a tier that fails is a miss.
import type { Clock } from '../clock.ts';
import { log } from '../log.ts';
import { withinBudget } from '../within-budget.ts';
import type { Breaker } from './breaker.ts';
import type { Namespace } from './namespaces.ts';
import type { SharedTier } from './shared-tier.ts';

/** A tier that takes longer is skipped, ms. */
export const TIER_BUDGET_MS = 150;
/** Nobody waits for a write: it may take its time, but not for ever. Longer than the second by which KV spaces writes. */
const PUT_BUDGET_MS = 3_000;
/** A health check may wait longer than a request, to tell slow from gone. */
const PING_BUDGET_MS = 2_000;

export interface TierEvent {
  kv: { count: number; ms: number };
  redis: { count: number; ms: number };
  degraded?: string[];
}

type Tiers = Namespace['tiers'];

export interface TierCalls {
  pings: readonly { name: SharedTier['name']; ping(): Promise<unknown> }[];
  /** The tiers of a namespace, nearest first. */
  of(tiers: Tiers): SharedTier[];
  /** Text, or a miss; `wait` when another isolate is loading it. */
  ask(tier: SharedTier, key: string, leaseMs: number): Promise<{ text?: string | undefined; wait: boolean }>;
  put(name: SharedTier['name'], tiers: Tiers, key: string, text: string, isAbsence: boolean, seconds: number): Promise<void>;
  putAll(tiers: Tiers, key: string, text: string, isAbsence: boolean, seconds: number): Promise<void>;
}

interface Options {
  tiers: SharedTier[];
  breakers: Record<SharedTier['name'], Breaker>;
  clock: Clock;
  event?: TierEvent | undefined;
  degraded(what: string, error: unknown): void;
  /** What a read may take, ms. */
  budgetMs: number;
}

/** KV refuses longer keys; a digest keeps them apart. */
const LONGEST_KEY = 400;

async function keyOf(key: string): Promise<string> {
  const bytes = new TextEncoder().encode(key);
  if (bytes.length <= LONGEST_KEY) return key;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `${key.slice(0, 60)}#${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function createTierCalls({ tiers, breakers, clock, event, degraded, budgetMs }: Options): TierCalls {
  const inUse = (wanted: Tiers): SharedTier[] => tiers.filter(({ name }) => wanted.includes(name));

  async function guarded<T>(tier: SharedTier, withinMs: number, work: () => Promise<T>): Promise<T | undefined> {
    const breaker = breakers[tier.name];
    if (!breaker.allows(clock.now())) return undefined;
    const started = performance.now();
    try {
      const result = await withinBudget(work(), withinMs);
      breaker.succeeded();
      return result;
    } catch (error) {
      breaker.failed(clock.now());
      degraded(tier.name, error);
      // A write may fail when the request's line is out already; the breaker bounds how many of these there are.
      if (withinMs === PUT_BUDGET_MS) log('warn', 'cache.put', { tier: tier.name, cause: String(error).slice(0, 200) });
      return undefined;
    } finally {
      if (event) {
        event[tier.name].count += 1;
        event[tier.name].ms += performance.now() - started;
      }
    }
  }

  async function putIn(tier: SharedTier, key: string, text: string, isAbsence: boolean, seconds: number): Promise<void> {
    if (isAbsence && !tier.keepsAbsence) return;
    const known = await keyOf(key);
    await guarded(tier, PUT_BUDGET_MS, () => tier.put(known, text, seconds));
  }

  return {
    pings: tiers.map((tier) => ({ name: tier.name, ping: () => withinBudget(tier.get('health'), PING_BUDGET_MS) })),
    of: inUse,
    async ask(tier, key, leaseMs) {
      const known = await keyOf(key);
      if (!tier.getOrLease) return { text: (await guarded(tier, budgetMs, () => tier.get(known))) ?? undefined, wait: false };
      const found = await guarded(tier, budgetMs, () => tier.getOrLease?.(known, leaseMs) ?? Promise.resolve(undefined));
      if (!found) return { wait: false };
      return 'text' in found ? { text: found.text, wait: false } : { wait: !found.leased };
    },
    async put(name, wanted, key, text, isAbsence, seconds) {
      for (const tier of inUse(wanted)) if (tier.name === name) await putIn(tier, key, text, isAbsence, seconds);
    },
    async putAll(wanted, key, text, isAbsence, seconds) {
      await Promise.all(inUse(wanted).map((tier) => putIn(tier, key, text, isAbsence, seconds)));
    },
  };
}
