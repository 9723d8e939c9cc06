// The KV tier on the binding itself.
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Env } from '../../env.ts';
import { type CacheEvent, createCache } from './create.ts';
import { createIsolateState } from './isolate-state.ts';
import { createKvTier } from './kv.ts';

const { CACHE } = env as unknown as Env;

describe('KV tier', () => {
  it('keeps and gives text, and knows what it does not have', async () => {
    const tier = createKvTier(CACHE, new Map(), Date.now);
    expect(await tier.get('test:none')).toBeNull();
    await tier.put('test:a', 'text', 300);
    expect(await tier.get('test:a')).toBe('text');
  });

  it('lets go of a copy after its time, which KV wants to be a minute at least', async () => {
    const tier = createKvTier(CACHE, new Map(), Date.now);
    await tier.put('test:short', 'text', 1);
    await tier.put('test:long', 'text', 899.5);
    const { keys } = await CACHE.list({ prefix: 'test:' });
    const left = Object.fromEntries(keys.map(({ name, expiration }) => [name, (expiration ?? 0) - Date.now() / 1000]));
    expect(left['test:short']).toBeGreaterThan(55);
    expect(left['test:long']).toBeGreaterThan(890);
  });

  it('fills the next isolate', async () => {
    const deferred: Promise<unknown>[] = [];
    const isolate = () => {
      const event: CacheEvent = { kv: { count: 0, ms: 0 }, redis: { count: 0, ms: 0 }, cache: {} };
      const epochs = { current: async () => 7, known: () => 7, bump: async () => 8 };
      const cache = createCache({ env: { CACHE }, settings: {}, clock: { now: Date.now }, epochs, event, state: createIsolateState(), defer: (work) => { deferred.push(work); } });
      return { event, read: (load: () => Promise<unknown>) => cache.read('pitchPublic', 'test', 'market', load) };
    };
    expect(await isolate().read(async () => ({ title: 'Emma' }))).toMatchObject({ tier: 'db' });
    await Promise.all(deferred);
    const { event, read } = isolate();
    expect(await read(() => Promise.reject(new Error('must not be loaded')))).toMatchObject({ tier: 'kv', value: { title: 'Emma' } });
    expect(event).toMatchObject({ kv: { count: 1 }, redis: { count: 0 }, cache: { pitchPublic: 'kv' } });
  });
});
