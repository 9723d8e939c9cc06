// A circuit breaker: a tier that fails again and again is left alone, and asked once in a while whether it is back.

export interface BreakerLimits {
  /** Failures within `withinMs` that open it. */
  failures: number;
  withinMs: number;
  /** How often one caller is let through while it is open. */
  probeEveryMs: number;
}

export interface Breaker {
  /** False while the tier is left alone. True once each `probeEveryMs` then: that caller is the probe, and must report. */
  allows(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
}

export const BREAKER: BreakerLimits = { failures: 5, withinMs: 10_000, probeEveryMs: 5_000 };

/** Holds numbers only, so it may live as long as the isolate. Times in ms. */
export function createBreaker(limits: BreakerLimits = BREAKER): Breaker {
  let failures: number[] = [];
  let probedAt: number | undefined;
  return {
    allows(now) {
      if (probedAt === undefined) return true;
      if (now - probedAt < limits.probeEveryMs) return false;
      probedAt = now;
      return true;
    },
    succeeded() {
      if (probedAt === undefined) return;
      probedAt = undefined;
      failures = [];
    },
    failed(now) {
      failures = [...failures.filter((at) => at > now - limits.withinMs), now];
      if (failures.length >= limits.failures) probedAt ??= now;
    },
  };
}
