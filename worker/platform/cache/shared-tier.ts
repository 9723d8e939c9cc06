// What the tiers that isolates share have in common.

export interface SharedTier {
  name: 'kv' | 'redis';
  /** Whether a known absence is worth keeping here. */
  keepsAbsence: boolean;
  get(key: string): Promise<string | null>;
  /** Keeps `text` for `seconds`. */
  put(key: string, text: string, seconds: number): Promise<void>;
  /**
   * One call that reads, and on a miss asks to be the one who loads. Only a tier with an atomic store can offer it. `put` ends the
   * lease; a loader that dies loses it after `leaseMs`.
   */
  getOrLease?(key: string, leaseMs: number): Promise<{ text: string } | { leased: boolean }>;
}
