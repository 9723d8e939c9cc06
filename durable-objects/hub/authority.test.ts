import { expect, it } from 'vitest';
import { AHEAD_MS, ASK_MS, createAuthority, LOOK_MS } from './authority.ts';

/** Somebody whose epoch is `epoch`; every look and every question to the database is counted. */
function believe() {
  const state = { now: 0, epoch: 1, held: 1, until: -Infinity, looks: 0, reviews: 0, isAway: false };
  const authority = createAuthority({
    now: () => state.now, held: () => ({ epoch: state.held, until: state.until }),
    epoch: async () => { state.looks += 1; if (state.isAway) throw new Error('away'); return state.epoch; },
    review: async (epoch, until) => { state.reviews += 1; if (state.isAway) throw new Error('away'); [state.held, state.until] = [epoch ?? -1, until]; },
  });
  return { state, authority };
}
const settled = () => new Promise<void>((resolve) => { setImmediate(resolve); });

it('looks again before anybody has to wait for it', async () => {
  const { state, authority } = believe();
  await authority.again();
  expect([state.looks, state.reviews]).toEqual([1, 1]);
  state.now = AHEAD_MS.from - 1;
  expect(authority.trusted()).toBeUndefined();
  expect(state.looks).toBe(1);
  state.now = AHEAD_MS.from + AHEAD_MS.spread + 1;
  expect(state.now).toBeLessThan(LOOK_MS);
  expect(authority.trusted()).toBeUndefined();
  expect(authority.trusted()).toBeUndefined();
  await settled();
  expect([state.looks, state.reviews]).toEqual([2, 1]);
  // What was looked at ahead counts from then.
  state.now += AHEAD_MS.from - 1;
  expect(authority.trusted()).toBeUndefined();
  expect(state.looks).toBe(2);
});

it('a look ahead that finds something moved asks the database, and one that fails is no belief', async () => {
  const { state, authority } = believe();
  await authority.again();
  state.now = AHEAD_MS.from + AHEAD_MS.spread + 1;
  state.epoch = 2;
  expect(authority.trusted()).toBeUndefined();
  await settled();
  expect([state.reviews, state.held]).toEqual([2, 2]);
  state.now += AHEAD_MS.from + AHEAD_MS.spread + 1;
  state.isAway = true;
  expect(authority.trusted()).toBeUndefined();
  await settled();
  state.now += LOOK_MS;
  await expect(authority.trusted()).rejects.toThrow('away');
});

it('nothing older than that is believed, and what ends by time alone is asked for', async () => {
  const { state, authority } = believe();
  await authority.again();
  state.now = LOOK_MS + 1;
  const waiting = authority.trusted();
  expect(waiting).toBeDefined();
  await waiting;
  expect([state.looks, state.reviews]).toEqual([2, 1]);
  state.now = ASK_MS + 1;
  await authority.trusted();
  expect(state.reviews).toBe(2);
});

it('an epoch that is known already is not asked for, and an older one than the answer has the next look ask again', async () => {
  const { state, authority } = believe();
  state.epoch = 5;
  await authority.again(4);
  expect([state.looks, state.held]).toEqual([0, 4]);
  state.now = LOOK_MS + 1;
  await authority.trusted();
  expect([state.looks, state.reviews, state.held]).toEqual([1, 2, 5]);
});

it('what slept asks for the epoch alone, while it stands still and the answer of the database holds', async () => {
  const { state } = believe();
  const woken = (until: number, epoch: number) => {
    Object.assign(state, { now: 100_000, held: 1, until, epoch, looks: 0, reviews: 0 });
    return createAuthority({
      now: () => state.now, held: () => ({ epoch: state.held, until: state.until }), epoch: async () => { state.looks += 1; return state.epoch; },
      review: async (now, next) => { state.reviews += 1; [state.held, state.until] = [now ?? -1, next]; },
    });
  };
  await woken(100_001, 1).trusted();
  expect([state.looks, state.reviews]).toEqual([1, 0]);
  await woken(99_999, 1).trusted();
  expect([state.looks, state.reviews]).toEqual([1, 1]);
  expect(state.until).toBeGreaterThan(100_000);
  expect(state.until).toBeLessThanOrEqual(100_000 + ASK_MS);
  await woken(100_001, 2).trusted();
  expect([state.looks, state.reviews]).toEqual([1, 1]);
});
