import { describe, expect, it, vi } from 'vitest';
import { createGroupCommit, createTyping, GROUP, MOST_WAITING, TYPING_MS } from './logic.ts';

interface Written { outcomes: string[] }

/** A database that answers when it is told to. */
function held() {
  const groups: number[][] = [];
  const release: ((fault?: Error) => void)[] = [];
  const told: number[][] = [];
  const say = createGroupCommit<number, string, Written>({
    commit: (pending) => {
      groups.push([...pending]);
      return new Promise((resolve, reject) => { release.push((fault) => { if (fault) reject(fault); else resolve({ outcomes: pending.map((n) => `wrote ${n}`) }); }); });
    },
    told: (_, pending) => { told.push([...pending]); },
    failed: (error) => `failed: ${(error as Error).message}`,
    full: () => 'full',
  });
  return { groups, release, told, say };
}

describe('group commit', () => {
  it('writes what comes meanwhile together and in order, and answers each only when it is written', async () => {
    const { groups, release, told, say } = held();
    const answers: string[] = [];
    const all = [1, 2, 3, 4].map(async (n) => { answers.push(await say(n)); });
    expect([groups, answers]).toEqual([[[1]], []]);
    release[0]?.();
    await vi.waitFor(() => { expect(groups).toEqual([[1], [2, 3, 4]]); }, 15_000);
    expect([answers, told]).toEqual([['wrote 1'], [[1]]]);
    release[1]?.();
    await Promise.all(all);
    expect(answers).toEqual(['wrote 1', 'wrote 2', 'wrote 3', 'wrote 4']);
  });

  it('has the next group written before it tells of the last, and tells in order', async () => {
    const order: string[] = [];
    const release: (() => void)[] = [];
    const say = createGroupCommit<number, string, Written>({
      commit: (pending) => {
        order.push(`write ${pending.join()}`);
        return new Promise((resolve) => { release.push(() => resolve({ outcomes: pending.map(String) })); });
      },
      told: (_, pending) => { order.push(`tell ${pending.join()}`); }, failed: String, full: () => 'full',
    });
    const all = [1, 2, 3].map(say);
    release[0]?.();
    await all[0];
    expect(order).toEqual(['write 1', 'write 2,3', 'tell 1']);
    release[1]?.();
    expect(await Promise.all(all)).toEqual(['1', '2', '3']);
    expect(order).toEqual(['write 1', 'write 2,3', 'tell 1', 'tell 2,3']);
  });

  it('answers a group that could not be written with that, tells nobody, and goes on', async () => {
    const { release, told, say } = held();
    const first = say(1);
    const second = say(2);
    release[0]?.(new Error('away'));
    expect(await first).toBe('failed: away');
    await vi.waitFor(() => { expect(release).toHaveLength(2); }, 15_000);
    release[1]?.();
    expect(await second).toBe('wrote 2');
    expect(told).toEqual([[2]]);
  });

  it('keeps groups and the number that waits within bounds', async () => {
    const { groups, release, say } = held();
    const all = Array.from({ length: MOST_WAITING + 1 }, (_, n) => say(n));
    expect(await say(0)).toBe('full');
    for (let n = 0; n * GROUP < MOST_WAITING; n += 1) {
      await vi.waitFor(() => { expect(release.length).toBeGreaterThan(n); }, 15_000);
      release[n]?.();
    }
    await vi.waitFor(() => { expect(groups.flat()).toHaveLength(MOST_WAITING + 1); }, 15_000);
    release.at(-1)?.();
    expect((await Promise.all(all)).every((answer) => answer.startsWith('wrote'))).toBe(true);
    expect(Math.max(...groups.map(({ length }) => length))).toBe(GROUP);
    expect(groups.flat()).toEqual(Array.from({ length: MOST_WAITING + 1 }, (_, n) => n));
  });
});

describe('typing', () => {
  it('ends by itself, and saying that it ended twice is no news', () => {
    const typing = createTyping();
    expect(typing.note('a', true, 0)).toBe(true);
    expect(typing.people(TYPING_MS - 1)).toEqual(['a']);
    expect(typing.people(TYPING_MS)).toEqual([]);
    expect(typing.note('a', false, TYPING_MS)).toBe(false);
    typing.note('a', true, 0);
    expect([typing.note('a', false, 1), typing.note('a', false, 1)]).toEqual([true, false]);
  });
});
