import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Env } from '../../worker/env.ts';
import { epochRoom } from '../stubs.ts';

const { EPOCHS } = env as unknown as Env;
const room = (name: string) => epochRoom(EPOCHS, `test:${name}`);

it('grows by one a bump, and never goes back', async () => {
  expect(await room('grows').current()).toBe(0);
  const seen = await Promise.all(Array.from({ length: 50 }, () => room('grows').bump()));
  expect(new Set(seen).size).toBe(50);
  expect(await room('grows').current()).toBe(50);
  expect(await room('another').current()).toBe(0);
});

it('survives an eviction', async () => {
  const stub = room('evicted');
  await stub.bump();
  await evictDurableObject(stub);
  expect(await room('evicted').current()).toBe(1);
});
