import { describe, expect, it } from 'vitest';
import { createOrder, type Line } from './order.ts';

const line = (seq: number): Line => ({ seq, at: '2026-11-23T10:00:00.000Z', event: { kind: 'blank' } });
const seqs = (lines: readonly Line[]): number[] => lines.map(({ seq }) => seq);

describe('the order of a stream', () => {
  it('gives each line once, whatever arrives twice', () => {
    const order = createOrder(4);
    expect(seqs(order.take([line(4), line(5), line(5), line(6)]))).toEqual([5, 6]);
    expect(seqs(order.take([line(6), line(5)]))).toEqual([]);
    expect(order.cursor()).toBe(6);
  });

  it('holds back what is ahead until the gap is filled', () => {
    const order = createOrder(1);
    expect(order.take([line(3), line(5)])).toEqual([]);
    expect(order.hasGap()).toBe(true);
    expect(seqs(order.take([line(2)]))).toEqual([2, 3]);
    expect(seqs(order.take([line(4)]))).toEqual([4, 5]);
    expect(order.hasGap()).toBe(false);
  });

  it('takes nothing before it knows where it stands, and goes on from a restart with what was held', () => {
    const order = createOrder(null);
    expect(order.take([line(1)])).toEqual([]);
    order.restart(7);
    order.take([line(9), line(12)]);
    expect(seqs(order.restart(11))).toEqual([12]);
    expect(order.cursor()).toBe(12);
  });

  it('stays in order under any shuffling with repeats', () => {
    for (let round = 0; round < 200; round += 1) {
      const order = createOrder(0);
      const all = Array.from({ length: 40 }, (_, index) => line(index + 1));
      const shuffled = [...all, ...all.slice(0, 15)].map((one, index) => ({ one, key: Math.sin(round * 97 + index * 13) })).toSorted((a, b) => a.key - b.key).map(({ one }) => one);
      expect(seqs(shuffled.flatMap((one) => order.take([one])))).toEqual(seqs(all));
    }
  });
});
