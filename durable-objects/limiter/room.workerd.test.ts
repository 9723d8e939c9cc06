import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Env } from '../../worker/env.ts';
import { limiterRoom } from '../stubs.ts';

const { LIMITER } = env as unknown as Env;
const room = (name: string) => limiterRoom(LIMITER, `test:${name}`);
const window = { limit: 5, windowMs: 60_000 };

describe('LimiterRoom', () => {
  it('never lets more than the limit through, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => room('parallel').take(window)));
    expect(answers.filter(({ allowed }) => allowed).length).toBe(5);
    expect(answers.filter(({ allowed }) => !allowed).every(({ retryAfterMs }) => retryAfterMs > 0 && retryAfterMs <= 60_000)).toBe(true);
  });

  it('counts on after an eviction', async () => {
    const stub = room('evicted');
    for (let n = 0; n < 5; n += 1) await stub.take(window);
    await evictDurableObject(stub);
    expect((await room('evicted').take(window)).allowed).toBe(false);
    expect((await room('evicted').peek(window)).allowed).toBe(false);
  });

  it('looks without taking, and forgets when told to', async () => {
    const stub = room('peeked');
    for (let n = 0; n < 10; n += 1) expect((await stub.peek(window)).remaining).toBe(5);
    await stub.take(window);
    expect((await stub.peek(window)).remaining).toBe(4);
    await stub.clear();
    expect((await stub.peek(window)).remaining).toBe(5);
  });

  it('takes one back', async () => {
    const stub = room('given back');
    await stub.giveBack();
    for (let n = 0; n < 5; n += 1) await stub.take(window);
    await stub.giveBack();
    expect((await stub.take(window)).allowed).toBe(true);
    expect((await stub.take(window)).allowed).toBe(false);
  });

  it('leaves nothing behind when its window has passed', async () => {
    const stub = room('swept');
    await stub.take({ limit: 5, windowMs: 1 });
    await runInDurableObject(stub, async (_, { storage }) => {
      const wait = ((await storage.getAlarm()) ?? 0) - Date.now();
      expect(wait).toBeGreaterThan(500);
      expect(wait).toBeLessThanOrEqual(1_001);
    });
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    await runInDurableObject(stub, async (_, { storage }) => { expect([...(await storage.list()).keys()]).toEqual([]); });
  });

  it('writes nothing for a refusal', async () => {
    const stub = room('refused');
    for (let n = 0; n < 5; n += 1) await stub.take(window);
    const stored = () => runInDurableObject(stub, async (_, { storage }) => JSON.stringify([[...(await storage.list())], await storage.getAlarm()]));
    const before = await stored();
    for (let n = 0; n < 20; n += 1) expect((await stub.take(window)).allowed).toBe(false);
    expect(await stored()).toBe(before);
    await stub.clear();
  });

  it('an alarm that comes before the last entry has lapsed forgets nothing', async () => {
    const stub = room('early alarm');
    await stub.take(window);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect((await stub.peek(window)).remaining).toBe(4);
    await runInDurableObject(stub, async (_, { storage }) => { expect(await storage.getAlarm()).toBeGreaterThan(Date.now()); });
    await stub.clear();
  });
});
