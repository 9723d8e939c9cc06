import { describe, expect, it } from 'vitest';
import { createReadingClock, IDLE_MS } from './reading-clock.ts';

describe('the reading clock', () => {
  it('counts each page while it is shown, and hands over once', () => {
    const clock = createReadingClock();
    clock.show(1, 1000);
    clock.stir(3000, 0.4);
    clock.show(2, 5000);
    clock.stir(6000, 1);
    clock.show(1, 7000);
    expect(clock.take(8000)).toEqual([{ page: 1, ms: 5000, depth: 0.4 }, { page: 2, ms: 2000, depth: 1 }]);
    expect(clock.take(8000)).toEqual([]);
    expect(clock.take(9000)).toEqual([{ page: 1, ms: 1000, depth: 0 }]);
  });

  it('counts nothing out of sight', () => {
    const clock = createReadingClock();
    clock.show(1, 0);
    clock.hide(2000);
    clock.stir(60_000, 1);
    expect(clock.take(90_000)).toEqual([{ page: 1, ms: 2000, depth: 0 }]);
  });

  it('stops when nobody stirs, and goes on when somebody does', () => {
    const clock = createReadingClock();
    clock.show(4, 0);
    for (let now = 10_000; now < IDLE_MS; now += 10_000) clock.take(now);
    clock.take(IDLE_MS);
    expect(clock.take(IDLE_MS + 50_000)).toEqual([]);
    clock.stir(IDLE_MS + 60_000);
    expect(clock.take(IDLE_MS + 61_000)).toEqual([{ page: 4, ms: 1000, depth: 0 }]);
  });

  it('keeps a report within what the server takes', () => {
    const clock = createReadingClock();
    clock.show(1, 0);
    clock.stir(100_000, 5);
    expect(clock.take(200_000)).toEqual([{ page: 1, ms: 120_000, depth: 1 }]);
  });
});
