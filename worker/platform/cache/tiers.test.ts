// The cache against a real KV and a real Redis, several isolates of it, and what each tier does on a bad day.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SharedTiers, startSharedTiers } from '../../testing/shared-tiers.ts';
import { createTestClock, createTestEpochSource } from '../../testing/test-ports.ts';
import { createEpochs } from '../epochs.ts';
import { type CacheEvent, createCache } from './create.ts';
import { createIsolateState } from './isolate-state.ts';
import { createKvTier } from './kv.ts';
import { namespaces } from './namespaces.ts';
import { TIER_BUDGET_MS } from './tier-calls.ts';

let tiers: SharedTiers;
beforeAll(async () => { tiers = await startSharedTiers(); });
afterAll(() => tiers.stop());
beforeEach(async () => {
  tiers.kv.fault = 'none';
  tiers.redis.fault = 'none';
  tiers.kv.gets = 0;
  tiers.kv.puts = [];
  tiers.redis.seen = [];
  await tiers.command('FLUSHALL');
});

let keys = 0;
const freshKey = () => `key-${keys += 1}`;

/** One isolate: its own memory, the shared tiers of all. A busy machine may take its time, except where the time is what is tested. */
function isolate({ redis = true, clock = createTestClock(), source = createTestEpochSource(), budgetMs = 5_000 } = {}) {
  const deferred: Promise<unknown>[] = [];
  const event: CacheEvent = { kv: { count: 0, ms: 0 }, redis: { count: 0, ms: 0 }, cache: {} };
  const cache = createCache({
    env: { CACHE: tiers.namespace }, settings: redis ? tiers.settings : {}, clock, event, state: createIsolateState(),
    budgetMs, epochs: createEpochs(source, clock, new Map()), defer: (work) => { deferred.push(work); },
  });
  return {
    clock, event, source,
    settle: async () => { while (deferred.length > 0) await Promise.all(deferred.splice(0)); },
    tiers: cache.tiers,
    read: (key: string, load: () => Promise<unknown> = async () => ({ key })) => cache.read('pitchPublic', key, 'market', load),
  };
}

const never = () => Promise.reject(new Error('must not be loaded'));

describe('order', () => {
  it('memory, KV, Redis, database; each answer fills what is nearer', async () => {
    const key = freshKey();
    const first = isolate();
    expect((await first.read(key)).tier).toBe('db');
    await first.settle();
    const second = isolate();
    expect(await second.read(key, never)).toMatchObject({ tier: 'kv', value: { key }, stale: false });
    expect((await second.read(key, never)).tier).toBe('memory');
    expect(second.event).toMatchObject({ kv: { count: 1 }, redis: { count: 0 }, cache: { pitchPublic: 'memory' } });
    tiers.kv.fault = 'throw';
    expect(await isolate().read(key, never)).toMatchObject({ tier: 'redis', value: { key } });
  });

  it('a hit in Redis is copied to KV, and one pipelined call was all it took', async () => {
    const key = freshKey();
    const first = isolate();
    tiers.kv.fault = 'refuse writes';
    await first.read(key);
    await first.settle();
    tiers.kv.fault = 'none';
    tiers.redis.seen = [];
    const second = isolate();
    expect((await second.read(key, never)).tier).toBe('redis');
    await second.settle();
    expect(tiers.redis.seen.map(({ path }) => path)).toEqual(['/pipeline']);
    expect(tiers.kv.puts.map(({ key: put }) => put)).toEqual([`pitchPublic:${namespaces.pitchPublic.version}:market:0:${key}`]);
  });

  it('a write makes another key, so an old copy is never read', async () => {
    const key = freshKey();
    const one = isolate();
    await one.read(key, async () => 'old');
    await one.settle();
    await one.source.bump('market');
    const other = isolate({ source: one.source });
    expect(await other.read(key, async () => 'new')).toMatchObject({ tier: 'db', value: 'new' });
  });

  it('an absence goes to Redis for its short time, and never to KV', async () => {
    const key = freshKey();
    const one = isolate();
    await one.read(key, async () => null);
    await one.settle();
    expect(tiers.kv.puts).toEqual([]);
    expect(await tiers.command('PTTL', `pitchPublic:${namespaces.pitchPublic.version}:market:0:${key}`)).toBeLessThanOrEqual(10_000);
    expect(await isolate().read(key, never)).toMatchObject({ value: null, tier: 'redis' });
  });

  it('takes keys of any length and alphabet', async () => {
    const key = `${freshKey()}${'ü'.repeat(800)}`;
    const one = isolate();
    await one.read(key);
    await one.settle();
    expect((await isolate().read(key, never)).tier).toBe('kv');
    expect((await isolate().read(`${key}x`)).tier).toBe('db');
  });

  it('works without Redis', async () => {
    const key = freshKey();
    const one = isolate({ redis: false });
    expect((await one.read(key)).tier).toBe('db');
    await one.settle();
    expect((await isolate({ redis: false }).read(key, never)).tier).toBe('kv');
    expect(one.event.redis.count).toBe(0);
  });
});

describe('300 misses of one key', () => {
  it.each([['in one isolate', 1], ['over five isolates', 5]])('%s are one load', async (_, count) => {
    const key = freshKey();
    const isolates = Array.from({ length: count }, () => isolate());
    let loads = 0;
    const load = async () => {
      loads += 1;
      await new Promise((resolve) => setTimeout(resolve, 60)); // a database's round trip
      return 'value';
    };
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => (isolates[n % count] as (typeof isolates)[0]).read(key, load)));
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['value']));
    expect(loads).toBe(1);
  });
});

it('a health check asks each shared tier, and hears when one is away', async () => {
  const { tiers: [kv, redis, ...more] } = isolate();
  expect([kv?.name, redis?.name, more.length]).toEqual(['kv', 'redis', 0]);
  await kv?.ping();
  await redis?.ping();
  tiers.redis.fault = 'refuse';
  await expect(redis?.ping()).rejects.toThrow();
  expect(isolate({ redis: false }).tiers.map(({ name }) => name)).toEqual(['kv']);
});

describe('F1: Redis on a bad day', () => {
  it.each(['refuse', 'reset', 429, 500, 'garbage', 'truncate', 'hang'] as const)('%s: the request goes on, and the breaker opens', async (fault) => {
    const { read, settle, event, clock } = isolate({ budgetMs: TIER_BUDGET_MS });
    tiers.redis.fault = fault;
    const started = performance.now();
    for (let n = 0; n < 8; n += 1) {
      expect((await read(freshKey())).tier).toBe('db');
      await settle();
    }
    // At most five calls wait out their budget (a hang: 150 ms for a read, more for a write that nobody waits for).
    if (fault !== 'hang') expect(performance.now() - started).toBeLessThan(3_000);
    // Five open the breaker; a sixth may have been on its way.
    const asked = event.redis.count;
    expect([5, 6]).toContain(asked);
    expect(event.degraded?.length).toBe(asked);
    tiers.redis.fault = 'none';
    expect((await read(freshKey())).tier).toBe('db');
    expect(event.redis.count).toBe(asked);
    clock.advance(5_001);
    await read(freshKey());
    await settle();
    await read(freshKey());
    expect(event.redis.count).toBeGreaterThan(asked + 1);
  });

  it('5 s of latency cost a read 150 ms, five times', async () => {
    const { read, event } = isolate({ budgetMs: TIER_BUDGET_MS });
    tiers.redis.fault = 'hang';
    const waits: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const started = performance.now();
      await read(freshKey());
      waits.push(performance.now() - started);
    }
    // Nobody waits for Redis itself; after five that were given up it is not asked. How long 150 ms are is the machine's affair.
    expect(Math.max(...waits)).toBeLessThan(3_000);
    expect(event.redis.count).toBe(5);
  });
});

describe('F2: KV on a bad day', () => {
  it.each(['throw', 'hang', 'refuse writes'] as const)('%s: the request goes on', async (fault) => {
    const { read, event } = isolate({ budgetMs: TIER_BUDGET_MS });
    tiers.kv.fault = fault;
    const started = performance.now();
    for (let n = 0; n < 12; n += 1) expect((await read(freshKey())).tier).toBe('db');
    expect(performance.now() - started).toBeLessThan(2_500);
    if (fault !== 'refuse writes') expect(event.kv.count).toBeLessThanOrEqual(10);
  });

  it('writes of one key are a second apart, and the last one wins', async () => {
    const key = freshKey();
    const { clock } = isolate();
    const tier = createKvTier(tiers.namespace, new Map(), clock.now);
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => tier.put(key, String(n), 300)));
    expect(tiers.kv.puts.map(({ text }) => text)).toEqual(['1', '6']);
    const [first, last] = tiers.kv.puts.map(({ at }) => at) as [number, number];
    expect(last - first).toBeGreaterThanOrEqual(950);
    expect(await tier.get(key)).toBe('6');
  });
});
