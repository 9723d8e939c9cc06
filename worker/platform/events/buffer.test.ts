import { describe, expect, it } from 'vitest';
import { BATCH, createEventBuffer } from './buffer.ts';
import type { EventBatch } from './events.ts';

function stage() {
  const sent: EventBatch[] = [];
  const waits: (() => void)[] = [];
  const deferred: Promise<unknown>[] = [];
  let at = 1_000;
  let isAway = false;
  const queue = {
    send: async (batch: EventBatch) => {
      if (isAway) throw new Error('queue away');
      sent.push(batch);
    },
  };
  const buffer = createEventBuffer(() => at, () => new Promise((resolve) => { waits.push(resolve); }));
  const { send } = buffer.sinkOf({ queue, defer: (work) => { deferred.push(work); } });
  return {
    sent, waits, buffer,
    send: (kind: string) => send({ kind, at }),
    timersGoOff: async () => { for (const resolve of waits.splice(0)) resolve(); await Promise.all(deferred.splice(0)); },
    settle: () => Promise.all(deferred.splice(0)),
    later: (ms: number) => { at += ms; },
    away: (value: boolean) => { isAway = value; },
  };
}

describe('the buffer of an isolate', () => {
  it('sends what a second brought as one message, with one timer', async () => {
    const { send, waits, sent, timersGoOff, buffer } = stage();
    for (const kind of ['a', 'b', 'c']) send(kind);
    expect(waits).toHaveLength(1);
    expect(sent).toEqual([]);
    await timersGoOff();
    expect(sent.map(({ events }) => events.map(({ kind }) => kind))).toEqual([['a', 'b', 'c']]);
    expect(buffer.size()).toBe(0);
    send('d');
    expect(waits).toHaveLength(1);
  });

  it('does not wait for the timer with a full message', async () => {
    const { send, sent, settle, waits, timersGoOff } = stage();
    for (let n = 0; n < BATCH; n += 1) send('x');
    expect(waits).toHaveLength(1);
    await Promise.race([settle(), Promise.resolve()]);
    expect(sent.map(({ events }) => events.length)).toEqual([BATCH]);
    await timersGoOff();
    expect(sent).toHaveLength(1);
  });

  it('gives every message an id of its own', async () => {
    const { send, sent, timersGoOff } = stage();
    for (let n = 0; n < 3; n += 1) {
      send('x');
      await timersGoOff();
    }
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  });

  it('keeps what the queue did not take, and goes on when a timer died with its request', async () => {
    const { send, sent, timersGoOff, later, away, waits } = stage();
    away(true);
    send('a');
    await timersGoOff();
    expect(sent).toEqual([]);
    away(false);
    send('b');
    waits.splice(0);
    later(4_000);
    send('c');
    expect(waits).toHaveLength(0);
    later(2_000);
    send('d');
    expect(waits).toHaveLength(1);
    for (const resolve of waits.splice(0)) resolve();
    await expect.poll(() => sent.map(({ events }) => events.map(({ kind }) => kind))).toEqual([['a', 'b', 'c', 'd']]);
  });

  it('holds a bounded number while the queue is away', async () => {
    const { send, away, buffer, settle, waits } = stage();
    away(true);
    for (let n = 0; n < 5_000; n += 1) send('x');
    waits.splice(0).forEach((resolve) => resolve());
    await settle();
    expect(buffer.size()).toBeLessThanOrEqual(2_000);
  });
});
