import { describe, expect, it, vi } from 'vitest';
import type { StreamEntry } from '../../worker/platform/live/streams.ts';
import { createDeliveries } from './deliveries.ts';
import { createWhisperer, type PassingFrame } from './whisper.ts';

const line = (seq: number): StreamEntry => ({ seq, at: '', event: { kind: 'blank' } });

describe('deliveries', () => {
  it('keep one call a hub on its way, and send what comes meanwhile together and in order', async () => {
    const calls: number[][] = [];
    let open: () => void = () => undefined;
    const { deliver } = createDeliveries(() => ({ deliver: (lines) => { calls.push(lines.map(({ seq }) => seq)); return new Promise((resolve) => { open = resolve; }); } }));
    const first = deliver([{ userId: 'a', entries: [line(1)] }]);
    for (const seq of [2, 3, 4]) void deliver([{ userId: 'a', entries: [line(seq)] }]);
    expect(calls).toEqual([[1]]);
    open();
    await vi.waitFor(() => { expect(calls).toEqual([[1], [2, 3, 4]]); }, 15_000);
    open();
    await first;
  });

  it('go on after a hub that failed, and keep people apart', async () => {
    const told: string[] = [];
    const { deliver } = createDeliveries((userId) => ({ deliver: async (lines) => { if (lines[0]?.seq === 1 && userId === 'a') throw new Error('away'); told.push(`${userId}${lines[0]?.seq}`); } }));
    await deliver([{ userId: 'a', entries: [line(1)] }, { userId: 'b', entries: [line(1)] }]);
    await deliver([{ userId: 'a', entries: [line(2)] }]);
    expect(told.toSorted()).toEqual(['a2', 'b1']);
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
