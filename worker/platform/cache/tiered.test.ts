import { describe, expect, it } from 'vitest';
import { createTestClock, createTestEpochSource } from '../../testing/test-ports.ts';
import { AppError } from '../app-error.ts';
import { createEpochs, type EpochSource } from '../epochs.ts';
import { createIsolateState } from './isolate-state.ts';
import { createTieredCache } from './tiered.ts';

const away = () => new AppError('unavailable', 'away', { retryAfter: 2 });

function start(source: EpochSource = createTestEpochSource()) {
  const clock = createTestClock();
  const deferred: Promise<unknown>[] = [];
  const degraded: string[] = [];
  const epochs = createEpochs(source, clock, new Map());
  const cache = createTieredCache({
    state: createIsolateState(), clock, epochs,
    defer: (work) => { deferred.push(work); },
    note: { answered: () => undefined, degraded: (what) => { degraded.push(what); } },
  });
  let loads = 0;
  const loader = (answer: () => unknown) => async () => { loads += 1; return answer(); };
  return { clock, cache, epochs, degraded, loader, loads: () => loads, settle: async () => { await Promise.all(deferred.splice(0)); } };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('freshness', () => {
  it('loads once, then answers from memory with the same frozen value and its JSON', async () => {
    const { cache, loader, loads } = start();
    const read = () => cache.read('pitchPublic', 'a', 'market', loader(() => ({ title: 'Emma', tags: ['x'], at: new Date(0) })));
    expect(await read()).toMatchObject({ tier: 'db', stale: false });
    const { value, json, tier } = await read();
    expect({ value, tier, loads: loads() }).toEqual({ value: { title: 'Emma', tags: ['x'], at: '1970-01-01T00:00:00.000Z' }, tier: 'memory', loads: 1 });
    expect(json).toBe('{"title":"Emma","tags":["x"],"at":"1970-01-01T00:00:00.000Z"}');
    expect(() => { (value as unknown as { tags: string[] }).tags.push('y'); }).toThrow(TypeError);
  });

  it('keeps keys and namespaces apart', async () => {
    const { cache } = start();
    await cache.read('pitchPublic', 'a', 'market', async () => 1);
    expect((await cache.read('pitchPublic', 'b', 'market', async () => 2)).value).toBe(2);
    expect((await cache.read('personPublic', 'a', 'market', async () => 3)).value).toBe(3);
  });

  it('knows an absence for a short time', async () => {
    const { cache, clock, loader, loads } = start();
    const read = () => cache.read('pitchPublic', 'none', 'market', loader(() => null));
    await read();
    expect(await read()).toMatchObject({ value: null, json: 'null', tier: 'memory' });
    clock.advance(10_001);
    expect(await read()).toMatchObject({ value: null, tier: 'db' });
    expect(loads()).toBe(2);
  });

  it('serves what is past its time while one reader refreshes it, and nothing past the last moment', async () => {
    const { cache, clock, loader, loads, settle } = start();
    let version = 1;
    const read = () => cache.read('pitchPublic', 'a', 'market', loader(() => version));
    await read();
    version = 2;
    clock.advance(300_001);
    const during = await Promise.all([read(), read(), read()]);
    expect(during.map(({ value, stale, tier }) => ({ value, stale, tier }))).toEqual(Array(3).fill({ value: 1, stale: true, tier: 'memory' }));
    await settle();
    expect(loads()).toBe(2);
    expect(await read()).toMatchObject({ value: 2, stale: false });
    version = 3;
    clock.advance(900_001);
    expect(await read()).toMatchObject({ value: 3, tier: 'db' });
  });

  it('shows a write at once where it was made, and within two seconds elsewhere', async () => {
    const source = createTestEpochSource();
    const here = start(source);
    const elsewhere = start(source);
    let version = 1;
    const readBy = ({ cache }: typeof here) => cache.read('marketList', 'first page', 'market', async () => version);
    await Promise.all([readBy(here), readBy(elsewhere)]);
    version = 2;
    await here.epochs.bump('market');
    expect((await readBy(here)).value).toBe(2);
    elsewhere.clock.advance(2_000);
    expect((await readBy(elsewhere)).value).toBe(2);
  });

  it('does not keep what was loaded before a write as if it were newer', async () => {
    const { cache, epochs } = start();
    let release: (value: string) => void = () => undefined;
    const slow = cache.read('marketList', 'a', 'market', () => new Promise<string>((resolve) => { release = resolve; }));
    await nextTurn();
    await epochs.bump('market');
    release('before the write');
    await slow;
    expect((await cache.read('marketList', 'a', 'market', async () => 'after the write')).value).toBe('after the write');
  });
});

describe('many who miss at the same time', () => {
  it('make one load of 300', async () => {
    const { cache, loader, loads } = start();
    const answers = await Promise.all(Array.from({ length: 300 }, () => cache.read('pitchPublic', 'a', 'market', loader(() => 7))));
    expect(loads()).toBe(1);
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([7]));
  });

  it('make few even when the loader never answers', async () => {
    const { cache, clock } = start();
    let loads = 0;
    const stuck = () => cache.read('pitchPublic', 'a', 'market', () => { loads += 1; return loads < 3 ? new Promise<never>(() => undefined) : Promise.resolve('third'); });
    const readers = Array.from({ length: 300 }, stuck);
    void readers[0]; // the first of them never ends, as its loader
    await nextTurn();
    clock.advance(301);
    await expect.poll(() => loads).toBe(2);
    clock.advance(301);
    await expect.poll(() => loads).toBe(3);
    expect((await Promise.race(readers.slice(2))).value).toBe('third');
    expect(loads).toBe(3);
  });

  it('do not each try again when the database is away, and the next request recovers', async () => {
    const { cache, loader, loads } = start();
    let isAway = true;
    const read = () => cache.read('pitchPublic', 'a', 'market', loader(() => { if (isAway) throw away(); return 'back'; }));
    const answers = await Promise.allSettled(Array.from({ length: 100 }, read));
    expect(answers.every((answer) => answer.status === 'rejected' && (answer.reason as AppError).code === 'unavailable')).toBe(true);
    expect(loads()).toBeLessThan(10);
    isAway = false;
    expect(await read()).toMatchObject({ value: 'back', tier: 'db' });
  });
});

describe('when something fails', () => {
  it('never caches an error', async () => {
    const { cache } = start();
    await expect(cache.read('pitchPublic', 'a', 'market', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await cache.read('pitchPublic', 'a', 'market', async () => 'fine')).toMatchObject({ value: 'fine', tier: 'db' });
  });

  it('serves a copy that a write overtook while the database is away, but not one past ttl + stale', async () => {
    const { cache, clock, epochs, degraded } = start();
    await cache.read('pitchPublic', 'a', 'market', async () => 'old');
    await epochs.bump('market');
    clock.advance(800_000);
    expect(await cache.read('pitchPublic', 'a', 'market', async () => { throw away(); })).toMatchObject({ value: 'old', stale: true, tier: 'memory' });
    expect(degraded).toEqual(['stale']);
    clock.advance(101_000);
    await expect(cache.read('pitchPublic', 'a', 'market', async () => { throw away(); })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('does not hide a mistake behind an old copy', async () => {
    const { cache, epochs } = start();
    await cache.read('pitchPublic', 'a', 'market', async () => 'old');
    await epochs.bump('market');
    await expect(cache.read('pitchPublic', 'a', 'market', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });

  it('trusts no copy while nobody knows the epoch, and falls back to one only when the database is away as well', async () => {
    const source = createTestEpochSource();
    let isKnown = true;
    const { cache, clock, degraded } = start({ bump: source.bump, current: (name) => (isKnown ? source.current(name) : Promise.reject(new Error('room away'))) });
    await cache.read('marketList', 'a', 'market', async () => 'old');
    isKnown = false;
    clock.advance(1_500);
    expect(await cache.read('marketList', 'a', 'market', async () => 'now')).toMatchObject({ value: 'now', tier: 'db' });
    expect(degraded).toEqual(['epochs']);
    clock.advance(1);
    expect(await cache.read('marketList', 'a', 'market', async () => { throw away(); })).toMatchObject({ stale: true, value: 'now' });
  });
});
