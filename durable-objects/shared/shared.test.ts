import { describe, expect, it, vi } from 'vitest';
import type { StreamEntry, Telling } from '../../worker/platform/live/streams.ts';
import { createDeliveries } from './deliveries.ts';
import { lineOf, linesIn, runsOf, textOf } from './line.ts';
import { createWhisperer, type PassingFrame } from './whisper.ts';

const line = (seq: number): StreamEntry => ({ seq, at: '', event: { kind: `line\n${seq}` } });
/** Everybody is told these as theirs from `first` on. */
const telling = (first: number, count: number, ...people: string[]): Telling => ({ at: '', events: Array.from({ length: count }, (_, n) => line(first + n).event), people: people.map((id) => ({ id, last: first + count - 1 })) });

describe('deliveries', () => {
  it('keep one call a hub on its way, and send what comes meanwhile together and in order', async () => {
    const calls: number[][] = [];
    let open: () => void = () => undefined;
    const { deliver } = createDeliveries(() => ({ deliver: (runs) => { calls.push(runs.flatMap(linesIn).map(({ seq }) => seq)); return new Promise((resolve) => { open = resolve; }); } }));
    const first = deliver([telling(1, 1, 'a')]);
    for (const seq of [2, 3, 4]) void deliver([telling(seq, 1, 'a')]);
    expect(calls).toEqual([[1]]);
    open();
    await vi.waitFor(() => { expect(calls).toEqual([[1], [2, 3, 4]]); }, 15_000);
    open();
    await first;
  });

  it('go on after a hub that failed, and keep people apart', async () => {
    const told: string[] = [];
    const { deliver } = createDeliveries((userId) => ({ deliver: async (runs) => { if (runs[0]?.from === 1 && userId === 'a') throw new Error('away'); told.push(`${userId}${runs[0]?.from}`); } }));
    await deliver([telling(1, 1, 'a', 'b')]);
    await deliver([telling(2, 1, 'a')]);
    expect(told.toSorted()).toEqual(['a2', 'b1']);
  });

  it('ask for a hub anew when the one that answered before is gone, and lose nothing by it', async () => {
    const told: number[] = [];
    let made = 0;
    let broken = 0;
    const { deliver } = createDeliveries(() => {
      const mine = (made += 1);
      return { deliver: async (runs) => { if (mine <= broken) throw new Error('restarted'); told.push(...runs.flatMap(linesIn).map(({ seq }) => seq)); } };
    });
    await deliver([telling(1, 1, 'a')]);
    await deliver([telling(2, 1, 'a')]);
    expect(made).toBe(1);
    broken = made;
    await deliver([telling(3, 1, 'a')]);
    await deliver([telling(4, 1, 'a')]);
    expect([told, made]).toEqual([[1, 2, 3, 4], 2]);
  });
});

describe('lines', () => {
  it('are numbered by each person\'s own count, whoever else is told, and go as one call however many tellings they are of', async () => {
    const heard = new Map<string, string[][]>();
    const { deliver } = createDeliveries((userId) => ({ deliver: async (runs) => { heard.set(userId, [...heard.get(userId) ?? [], runs.flatMap(linesIn).map(textOf)]); } }));
    const [one, two, three] = [line(1), line(2), line(3)].map(({ event }) => event) as [StreamEntry['event'], StreamEntry['event'], StreamEntry['event']];
    await deliver([{ at: 't', events: [one, two], people: [{ id: 'a', last: 12 }, { id: 'b', last: 5 }] }, { at: 't', events: [three], people: [{ id: 'a', last: 13 }] }]);
    const text = (seq: number, event: StreamEntry['event']): string => JSON.stringify({ seq, at: 't', event });
    expect(heard.get('a')).toEqual([[text(11, one), text(12, two), text(13, three)]]);
    expect(heard.get('b')).toEqual([[text(4, one), text(5, two)]]);
  });

  it('go as runs without a gap, whatever is in them, and are the same lines afterwards', () => {
    const entries = [1, 2, 5, 6, 7, 9].map(line);
    const runs = runsOf(entries);
    expect(runs.map(({ from }) => from)).toEqual([1, 5, 9]);
    expect(runs.flatMap(linesIn)).toEqual(entries.map(lineOf));
    expect(runs.flatMap(linesIn).map((each) => JSON.parse(textOf(each)) as unknown)).toEqual(entries);
    expect(runsOf([])).toEqual([]);
  });
});

describe('whispers', () => {
  const people = ['a', 'b', 'c'].map((userId) => ({ userId, name: userId, connections: [`${userId}1`], since: 0 }));
  function listen() {
    vi.useFakeTimers();
    const heard: { to: string; frames: PassingFrame[]; except: string | undefined }[] = [];
    const whisperer = createWhisperer({ room: 'pitch:x', attendance: { people: () => people }, hubOf: (to) => ({ whisper: async (_, frames, except) => { heard.push({ to, frames: [...frames], except }); } }) });
    return { heard, whisperer };
  }

  it('of a window go as one call a person, the newest of a key only', async () => {
    const { heard, whisperer } = listen();
    for (let n = 0; n < 10; n += 1) whisperer.tell({ kind: 'typing', n }, { key: 'typing:a', notTo: 'a' });
    whisperer.tell({ kind: 'counts' });
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    vi.useRealTimers();
    expect(heard.map(({ to, frames }) => [to, frames.map(({ kind, n }) => n ?? kind)])).toEqual([['a', ['counts']], ['b', [9, 'counts']], ['c', [9, 'counts']]]);
  });

  it('leave out the tab they came from and go to nobody else when they name people', async () => {
    const { heard, whisperer } = listen();
    whisperer.tell({ kind: 'patch' }, { except: 'a1' });
    whisperer.tell({ kind: 'names' }, { only: ['c'] });
    await vi.advanceTimersByTimeAsync(50);
    vi.useRealTimers();
    expect(heard.map(({ to, frames, except }) => [to, frames[0]?.kind, except])).toEqual([['a', 'patch', 'a1'], ['b', 'patch', 'a1'], ['c', 'patch', 'a1'], ['c', 'names', undefined]]);
  });
});
