import { describe, expect, it } from 'vitest';
import { idAt } from './ids.ts';
import { random, zipf } from './random.ts';

describe('random', () => {
  it('repeats itself for a seed and for no other', () => {
    const draw = (seed: string): number[] => {
      const source = random(seed);
      return Array.from({ length: 50 }, () => source.int(0, 1_000_000));
    };
    expect(draw('salt')).toEqual(draw('salt'));
    expect(draw('salt')).not.toEqual(draw('year'));
  });

  it('spreads evenly', () => {
    const source = random(1);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 100_000; index += 1) bins[source.int(0, 9)]! += 1;
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(500);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const shuffled = random('cards').shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });

  it('refuses to pick from nothing', () => expect(() => random(1).pick([])).toThrow('nothing to pick from'));
});

describe('zipf', () => {
  it('draws rank 1 about ten to the 0.99 times as often as rank 10', () => {
    const draw = zipf(random('skew'), 20_000);
    const counts = new Map<number, number>();
    for (let index = 0; index < 400_000; index += 1) {
      const rank = draw();
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
    }
    const ratio = (counts.get(0) ?? 0) / (counts.get(9) ?? 1);
    expect(Math.abs(ratio / 10 ** 0.99 - 1)).toBeLessThan(0.1);
    expect(Math.max(...counts.keys())).toBeLessThan(20_000);
    expect(Math.min(...counts.keys())).toBe(0);
  });
});

describe('idAt', () => {
  it('is a version 7 UUID of its time', () => {
    const at = Date.UTC(2026, 10, 23, 12);
    const id = idAt(random('id'), at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(at);
  });

  it('sorts by time and does not repeat', () => {
    const source = random('ids');
    const ids = Array.from({ length: 2000 }, (_, index) => idAt(source, 1_700_000_000_000 + index));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
