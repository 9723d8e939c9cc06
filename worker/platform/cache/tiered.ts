// The cache port: memory, then KV, then Redis, then the loader, back-filled upward.
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { Epochs } from '../epochs.ts';
import { log } from '../log.ts';
import { entryFrom, entryOf, entryText } from './entry.ts';
import type { IsolateState } from './isolate-state.ts';
import type { MemoryEntry } from './memory.ts';
import { type Namespace, type NamespaceName, namespaces } from './namespaces.ts';
import type { TierCalls } from './tier-calls.ts';

export type Tier = 'memory' | 'kv' | 'redis' | 'db';

export interface Cached<T> {
  /** `null` is known absence, cached for a short time. Deep frozen: it is shared by whoever reads the key. */
  value: T | null;
  /** The value as JSON text, for a route that sends it as it is. */
  json: string;
  tier: Tier;
  /** Past its `ttl`: being refreshed, or the database is away. The route says `Warning: 110`. */
  stale: boolean;
}

export interface Cache {
  /**
   * The value of `key` in a namespace, loaded at most once for many who miss at the same time. `epoch` names what makes it out
   * of date; values depending on the viewer have the viewer's tier in `key`, and nothing behind a gate above `member` may enter.
   * Every tier may fail: the request then goes on to the next. Only the loader's own error is thrown; `unavailable` only when no
   * copy younger than `ttl + stale` is left.
   */
  read<T>(namespace: NamespaceName, key: string, epoch: string, load: () => Promise<T | null>): Promise<Cached<T>>;
  /** The tiers that isolates share and how to ask each whether it is there: for the deep health check, past budget and breaker. */
  tiers: readonly { name: 'kv' | 'redis'; ping(): Promise<unknown> }[];
}

/** How old an epoch may be, ms: with the bump beside the write, a publish shows everywhere within this and a bit. */
export const EPOCH_MAX_AGE = 1_000;
/** A loader that takes longer loses its turn to one of those who wait, ms. */
export const LEASE_MS = 300;
/** After this long a waiter loads by itself, ms: the database's own time limit is near. */
const GIVE_UP_MS = 1_500;
const POLL_MS = 10;
const SHARED_POLL_MS = 40;

export interface TieredOptions {
  state: IsolateState;
  clock: Clock;
  epochs: Epochs;
  /** KV and Redis, guarded; absent where there is memory only. */
  shared?: TierCalls | undefined;
  /** Names of tiers that answered and what went wrong, for the request's event. */
  note: { answered(namespace: NamespaceName, tier: Tier): void; degraded(what: string, error: unknown): void };
  defer(work: Promise<unknown>): void;
}

interface Read {
  name: NamespaceName;
  rules: Namespace;
  /** Key in memory: without the epoch, so that an outdated copy is still there when the database is not. */
  memoryKey: string;
  /** Key in the tiers that isolates share: with the epoch, since nobody can delete from all of them. */
  sharedKey: string;
  /** Undefined when nobody can tell: then only what was loaded since this read began may be served. */
  epoch: number | undefined;
  startedAt: number;
  load(): Promise<unknown>;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createTieredCache({ state, clock, epochs, shared, note, defer }: TieredOptions): Cache {
  const { memory, leases } = state;

  const ageLimit = (rules: Namespace, entry: MemoryEntry) => (entry.value === null ? { fresh: rules.absentTtl, last: rules.absentTtl } : { fresh: rules.ttl, last: rules.ttl + rules.stale });
  const ageOf = (entry: MemoryEntry): number => (clock.now() - entry.at) / 1000;
  const isFresh = (read: Read, entry: MemoryEntry): boolean => ageOf(entry) < ageLimit(read.rules, entry).fresh;
  const isUsable = (read: Read, entry: MemoryEntry): boolean => ageOf(entry) < ageLimit(read.rules, entry).last;
  const isCurrent = (read: Read, entry: MemoryEntry): boolean => (read.epoch === undefined ? entry.at >= read.startedAt : entry.epoch >= read.epoch);

  function answer<T>(read: Read, entry: MemoryEntry, tier: Tier): Cached<T> {
    note.answered(read.name, tier);
    return { value: entry.value as T | null, json: entry.json, tier, stale: !isFresh(read, entry) };
  }

  /** What memory holds and may be served at once; a stale one has its refresh begun. */
  function fromMemory<T>(read: Read): Cached<T> | undefined {
    const entry = memory.get(read.memoryKey);
    if (!entry || !isCurrent(read, entry) || !isUsable(read, entry)) return undefined;
    if (!isFresh(read, entry)) refreshLater(read);
    return answer(read, entry, 'memory');
  }

  function keepInMemory(read: Read, entry: MemoryEntry): MemoryEntry {
    const held = memory.get(read.memoryKey);
    // Two loads may end in any order: the one begun under the newer epoch, or later, stays.
    if (!held || held.epoch < entry.epoch || (held.epoch === entry.epoch && held.at <= entry.at)) memory.set(read.memoryKey, entry);
    return entry;
  }

  async function loadNow(read: Read): Promise<MemoryEntry> {
    // Stamped with the time before the statement: what was written meanwhile counts as newer.
    const at = clock.now();
    const value = await read.load();
    // While nobody knows the epoch, what was loaded later is at least as new as what memory holds, so it inherits its epoch.
    const entry = keepInMemory(read, entryOf(at, read.epoch ?? memory.get(read.memoryKey)?.epoch ?? -1, value));
    if (shared && read.epoch !== undefined) defer(shared.putAll(read.rules.tiers, read.sharedKey, entryText(entry), entry.value === null, ageLimit(read.rules, entry).last));
    return entry;
  }

  /** Asks KV, then Redis, where one of many isolates gets the lease and the others wait a little for what it brings. */
  async function fromShared(read: Read): Promise<{ entry: MemoryEntry; tier: Tier } | undefined> {
    if (!shared || read.epoch === undefined) return undefined;
    const { epoch, rules, sharedKey } = read;
    let best: { entry: MemoryEntry; tier: Tier } | undefined;
    for (const tier of shared.of(rules.tiers)) {
      for (const giveUpAt = clock.now() + GIVE_UP_MS; ;) {
        const found = await shared.ask(tier, sharedKey, LEASE_MS);
        const entry = found.text === undefined ? undefined : entryFrom(found.text, epoch);
        if (entry && isUsable(read, entry)) {
          if (!best || best.entry.at < entry.at) best = { entry, tier: tier.name };
          break;
        }
        if (!found.wait || clock.now() >= giveUpAt) break;
        await sleep(SHARED_POLL_MS);
      }
      if (best && isFresh(read, best.entry)) break;
    }
    if (best?.tier === 'redis') defer(shared.put('kv', rules.tiers, sharedKey, entryText(best.entry), best.entry.value === null, ageLimit(rules, best.entry).last - ageOf(best.entry)));
    return best;
  }

  /** As the one of this isolate whose turn it is: the shared tiers, then the loader. */
  async function fetchNow<T>(read: Read): Promise<Cached<T>> {
    try {
      const found = await fromShared(read);
      if (found) {
        keepInMemory(read, found.entry);
        leases.release(read.memoryKey);
        if (!isFresh(read, found.entry)) refreshLater(read);
        return answer(read, found.entry, found.tier);
      }
      const entry = await loadNow(read);
      leases.release(read.memoryKey);
      return answer(read, entry, 'db');
    } catch (error) {
      if (error instanceof AppError && error.code === 'unavailable') leases.fail(read.memoryKey, clock.now(), error.message, error.details.retryAfter);
      else leases.release(read.memoryKey);
      throw error;
    }
  }

  /** Stale-while-revalidate: one caller loads after its own answer has gone out. */
  function refreshLater(read: Read): void {
    if (!leases.take(read.memoryKey, clock.now(), GIVE_UP_MS)) return;
    defer((async () => {
      try {
        const found = await fromShared(read);
        if (found && isFresh(read, found.entry)) keepInMemory(read, found.entry);
        else await loadNow(read);
      } catch (error) {
        // The reader has its answer; the copy it got stays until it is too old.
        log('warn', 'cache.refresh', { namespace: read.name, cause: String(error).slice(0, 500) });
      } finally {
        leases.release(read.memoryKey);
      }
    })());
  }

  /** When the database is away: any copy that is not too old, even one that a later write has overtaken. */
  function whateverIsLeft<T>(read: Read, error: unknown): Cached<T> {
    const held = memory.get(read.memoryKey);
    if (!(error instanceof AppError) || error.code !== 'unavailable' || !held || !isUsable(read, held)) throw error;
    note.degraded('stale', error);
    note.answered(read.name, 'memory');
    return { value: held.value as T | null, json: held.json, tier: 'memory', stale: true };
  }

  async function readThrough<T>(read: Read): Promise<Cached<T>> {
    for (;;) {
      const held = fromMemory<T>(read);
      if (held) return held;
      const now = clock.now();
      const failure = leases.failureSince(read.memoryKey, read.startedAt);
      if (failure && now > read.startedAt) throw new AppError('unavailable', failure.message, { retryAfter: failure.retryAfter ?? 2, cause: 'another request met it' });
      if (leases.take(read.memoryKey, now, LEASE_MS) || now - read.startedAt >= GIVE_UP_MS) return fetchNow(read);
      await sleep(POLL_MS);
    }
  }

  return {
    tiers: shared?.pings ?? [],
    async read<T>(name: NamespaceName, key: string, epochName: string, load: () => Promise<T | null>): Promise<Cached<T>> {
      const rules: Namespace = namespaces[name];
      let epoch: number | undefined;
      try {
        epoch = await epochs.current(epochName, EPOCH_MAX_AGE);
      } catch (error) {
        note.degraded('epochs', error);
      }
      const memoryKey = `${name}:${rules.version}:${epochName}:${key}`;
      const read: Read = { name, rules, memoryKey, sharedKey: `${name}:${rules.version}:${epochName}:${epoch}:${key}`, epoch, startedAt: clock.now(), load };
      try {
        return await readThrough<T>(read);
      } catch (error) {
        return whateverIsLeft<T>(read, error);
      }
    },
  };
}
