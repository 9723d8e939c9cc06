import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Doing, Reply } from '../shared/ports.ts';
import { createDeeds, GATHER_MS, MOST_TOGETHER } from './deeds.ts';

const room = 'conversation:a' as const;
const doing = (id: string): Doing => ({ id, name: 'Ada', deed: { kind: 'read', seq: 1 } });

/** A room that answers when it is told to. */
function held() {
  const calls: { ids: string[]; to: string; release(fault?: Reply): void }[] = [];
  const say = createDeeds((to, doings) => new Promise((resolve) => {
    calls.push({ to, ids: doings.map(({ id }) => id), release: (fault) => resolve(doings.map(({ id }) => fault ?? { ok: true, text: id })) });
  }));
  return { calls, say };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('what is done alone goes at once, also to another room', () => {
  const { calls, say } = held();
  void say(room, doing('1'));
  void say('conversation:b', doing('2'));
  expect(calls.map(({ to, ids }) => [to, ids])).toEqual([[room, ['1']], ['conversation:b', ['2']]]);
});

it('what is done while something is on its way goes together, in order, and soon whether that is answered or not', async () => {
  const { calls, say } = held();
  const all = ['1', '2', '3', '4'].map((id) => say(room, doing(id)));
  expect(calls.map(({ ids }) => ids)).toEqual([['1']]);
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(calls.map(({ ids }) => ids)).toEqual([['1'], ['2', '3', '4']]);
  all.push(say(room, doing('5')));
  calls[0]?.release();
  await vi.advanceTimersByTimeAsync(0);
  expect(calls.map(({ ids }) => ids)).toEqual([['1'], ['2', '3', '4'], ['5']]);
  // Nothing is left to be sent by the timer.
  await vi.advanceTimersByTimeAsync(GATHER_MS * 2);
  for (const { release } of calls) release();
  expect(await Promise.all(all)).toEqual(['1', '2', '3', '4', '5'].map((text) => ({ ok: true, text })));
  expect(calls).toHaveLength(3);
  void say(room, doing('6'));
  expect(calls.at(-1)?.ids).toEqual(['6']);
});

it('a call takes a bounded number, and each is answered with what became of its own', async () => {
  const { calls, say } = held();
  const all = Array.from({ length: MOST_TOGETHER * 2 + 2 }, (_, n) => say(room, doing(`${n}`)));
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(calls.map(({ ids }) => ids.length)).toEqual([1, MOST_TOGETHER, MOST_TOGETHER, 1]);
  const away: Reply = { ok: false, code: 'unavailable', message: 'away', retryAfter: 1 };
  calls.forEach(({ release }, index) => release(index === 1 ? away : undefined));
  expect(await Promise.all(all)).toEqual(Array.from({ length: all.length }, (_, n) => (n >= 1 && n <= MOST_TOGETHER ? away : { ok: true, text: `${n}` })));
});
