// What the cache keeps for as long as the isolate lives: plain data, shared by all its requests.
import { type Breaker, createBreaker } from './breaker.ts';
import type { KvWrites } from './kv.ts';
import { createLeases, type Leases } from './leases.ts';
import { createMemoryTier, type MemoryTier } from './memory.ts';

export interface IsolateState {
  memory: MemoryTier;
  leases: Leases;
  breakers: Record<'kv' | 'redis', Breaker>;
  kvWrites: KvWrites;
  /** Reads answered, by `<namespace>.<tier>`. */
  answered: Map<string, number>;
}

export function createIsolateState(): IsolateState {
  return { memory: createMemoryTier(), leases: createLeases(), breakers: { kv: createBreaker(), redis: createBreaker() }, kvWrites: new Map(), answered: new Map() };
}
