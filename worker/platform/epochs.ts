// Epochs: how a write makes every cached copy of what it changed out of date, everywhere, within a bound.
import type { Clock } from './clock.ts';

export interface Epochs {
  /** The number of `name`, at most `maxAgeMs` old. Rejects when nobody can tell. */
  current(name: string, maxAgeMs: number): Promise<number>;
  /** The same, where this isolate knows it already: hot paths then wait for nothing. */
  known(name: string, maxAgeMs: number): number | undefined;
  /** Makes everything that holds an older number out of date. Seen by this isolate at once, by others within their `maxAgeMs`. */
  bump(name: string): Promise<number>;
}

export interface EpochSource {
  current(name: string): Promise<number>;
  bump(name: string): Promise<number>;
}

/** Remembers numbers in the isolate: plain data only, never a pending promise (that would tie one request to another). */
export function createEpochs(source: EpochSource, clock: Clock, known: Map<string, { epoch: number; at: number }>): Epochs {
  const remember = (name: string, epoch: number): number => {
    // Bounded: a busy isolate sees many people. Dropping everything only costs a read each.
    if (known.size > 20_000) known.clear();
    const before = known.get(name);
    // Two answers may arrive in any order; the number only grows.
    known.set(name, { epoch: Math.max(epoch, before?.epoch ?? 0), at: clock.now() });
    return Math.max(epoch, before?.epoch ?? 0);
  };
  const fresh = (name: string, maxAgeMs: number): number | undefined => {
    const held = known.get(name);
    return held && clock.now() - held.at <= maxAgeMs ? held.epoch : undefined;
  };
  return {
    known: fresh,
    async current(name, maxAgeMs) {
      return fresh(name, maxAgeMs) ?? remember(name, await source.current(name));
    },
    async bump(name) {
      return remember(name, await source.bump(name));
    },
  };
}
