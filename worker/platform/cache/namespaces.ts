// Every cached kind of thing. A changed shape gets a new `version`, so that an old copy is never read by new code.

export interface Namespace {
  version: number;
  /** Seconds a value is fresh. */
  ttl: number;
  /** Seconds past `ttl` in which a stale value is served while one caller refreshes it. */
  stale: number;
  /** Seconds that a known absence is kept. */
  absentTtl: number;
  tiers: readonly ('memory' | 'kv' | 'redis')[];
}

const shared = ['memory', 'kv', 'redis'] as const;

export const namespaces = {
  marketList: { version: 2, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
  marketFacets: { version: 2, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
  marketSuggest: { version: 1, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
  pitchPublic: { version: 4, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
  pitchHead: { version: 1, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
  filePublic: { version: 2, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
  personPublic: { version: 2, ttl: 300, stale: 600, absentTtl: 10, tiers: shared },
} as const satisfies Record<string, Namespace>;

export type NamespaceName = keyof typeof namespaces;
