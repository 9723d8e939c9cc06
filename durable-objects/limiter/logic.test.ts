import { describe, expect, it } from 'vitest';
import { giveBack, peek, take, type Taken } from './logic.ts';

const window = { limit: 3, windowMs: 1000 };

function run(times: number[]): boolean[] {
  let state: Taken = [];
  return times.map((now) => {
    const result = take(state, window, now);
    state = result.state;
    return result.answer.allowed;
  });
}

describe('the limiter', () => {
  it('allows n, refuses n + 1', () => expect(run([0, 0, 0, 0])).toEqual([true, true, true, false]));

  it('never lets more than n into any window, also across its turn', () => {
    expect(run([0, 900, 950, 999, 1000, 1001, 1899, 1900])).toEqual([true, true, true, false, true, false, false, true]);
  });

  it('says when to come back, and is right', () => {
    let state: Taken = [];
    for (const now of [0, 100, 200]) state = take(state, window, now).state;
    const { answer } = take(state, window, 300);
    expect(answer).toEqual({ allowed: false, remaining: 0, retryAfterMs: 700 });
    expect(peek(state, window, 300 + 699).allowed).toBe(false);
    expect(peek(state, window, 300 + 700).allowed).toBe(true);
  });

  it('gives back one, and no more than was taken', () => {
    const { state } = take(take([], window, 0).state, window, 10);
    expect(giveBack(state)).toEqual([0]);
    expect(giveBack(giveBack(giveBack(state)))).toEqual([]);
  });

  it('a refusal takes nothing', () => {
    let state: Taken = [];
    for (let now = 0; now < 50; now += 1) state = take(state, window, now).state;
    expect(state).toHaveLength(3);
  });
});
