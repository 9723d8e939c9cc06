import { describe, expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

describe('breaker', () => {
  it('opens after five failures in ten seconds, and lets one through each five', () => {
    const breaker = createBreaker();
    for (let n = 0; n < 4; n += 1) breaker.failed(n);
    expect(breaker.allows(4)).toBe(true);
    breaker.failed(4);
    expect(breaker.allows(5)).toBe(false);
    expect(breaker.allows(5_003)).toBe(false);
    expect(breaker.allows(5_004)).toBe(true);
    expect(breaker.allows(5_005)).toBe(false);
    breaker.failed(5_100);
    expect(breaker.allows(10_003)).toBe(false);
    expect(breaker.allows(10_004)).toBe(true);
    breaker.succeeded();
    expect([10_005, 10_006].map((now) => breaker.allows(now))).toEqual([true, true]);
  });

  it('stays closed when failures are far apart', () => {
    const breaker = createBreaker();
    for (let n = 0; n < 20; n += 1) breaker.failed(n * 2_600);
    expect(breaker.allows(60_000)).toBe(true);
  });
});
