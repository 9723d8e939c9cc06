import { describe, expect, it } from 'vitest';
import { labelled, ticks } from './scale.ts';

describe('ticks', () => {
  it.each([
    [118, [0, 40, 80, 120]],
    [35, [0, 20, 40]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
    [1, [0, 1]],
  ])('up to %d', (max, expected) => expect(ticks(max)).toEqual(expected));
});

describe('labelled', () => {
  it('writes all where there is room, and evenly spaced ones where there is not', () => {
    expect([...labelled(3, 5)]).toEqual([0, 1, 2]);
    expect([...labelled(30, 5)]).toEqual([0, 8, 16, 24]);
  });
});
