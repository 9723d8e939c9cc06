// Who loads a missing key in this isolate, while the others wait: times and words only, never a shared promise (workerd forbids one
// request to await another's I/O).

interface Lease {
  /** ms after which the loader is taken for lost and somebody else may try. */
  until: number;
}

interface Failure {
  failedAt: number;
  message: string;
  retryAfter: number | undefined;
}

export interface Leases {
  /** True for the one caller who loads. */
  take(key: string, now: number, ms: number): boolean;
  release(key: string): void;
  /** The load failed for want of the database: those who waited for it since before need not all try again. */
  fail(key: string, now: number, message: string, retryAfter: number | undefined): void;
  /** The failure of a load that ended at or after `since`. */
  failureSince(key: string, since: number): Failure | undefined;
}

export function createLeases(): Leases {
  const held = new Map<string, Lease | Failure>();
  return {
    take(key, now, ms) {
      const lease = held.get(key);
      if (lease && 'until' in lease && lease.until > now) return false;
      // Bounded: a lost lease costs one more load, nothing else.
      if (held.size > 10_000) held.clear();
      held.set(key, { until: now + ms });
      return true;
    },
    release(key) {
      held.delete(key);
    },
    fail(key, failedAt, message, retryAfter) {
      held.set(key, { failedAt, message, retryAfter });
    },
    failureSince(key, since) {
      const lease = held.get(key);
      return lease && 'failedAt' in lease && lease.failedAt >= since ? lease : undefined;
    },
  };
}
