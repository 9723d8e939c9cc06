// The second tier: Workers KV. Up to a minute late and one write a second a key, so it holds copies under a versioned key, and
// nothing else: never a counter, a lock or a revocation list.
import type { SharedTier } from './shared-tier.ts';

/** KV refuses keys over 512 bytes, expiry under 60 s, and a cacheTtl under 30 s. */
const MIN_EXPIRY = 60;
const CACHE_TTL = 60;
const WRITE_GAP_MS = 1_000;

interface PendingWrite {
  lastAt: number;
  /** What to write when the second has passed; the newest wins. */
  next?: { text: string; seconds: number };
}

export type KvWrites = Map<string, PendingWrite>;

/** `writes` lives as long as the isolate: it spaces writes of one key by a second. */
export function createKvTier(kv: KVNamespace, writes: KvWrites, now: () => number): SharedTier {
  async function put(key: string, text: string, seconds: number): Promise<void> {
    await kv.put(key, text, { expirationTtl: Math.max(MIN_EXPIRY, Math.ceil(seconds)) });
  }
  return {
    name: 'kv',
    keepsAbsence: false,
    get: (key) => kv.get(key, { type: 'text', cacheTtl: CACHE_TTL }),
    async put(key, text, seconds) {
      const pending = writes.get(key);
      const wait = pending ? pending.lastAt + WRITE_GAP_MS - now() : 0;
      if (!pending || wait <= 0) {
        if (writes.size > 5_000) writes.clear();
        writes.set(key, { lastAt: now() });
        return put(key, text, seconds);
      }
      const first = pending.next === undefined;
      pending.next = { text, seconds };
      if (!first) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
      const { next } = pending;
      delete pending.next;
      pending.lastAt = now();
      if (next) await put(key, next.text, next.seconds);
    },
  };
}
