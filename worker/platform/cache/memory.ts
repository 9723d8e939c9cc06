// The first tier: this isolate's memory. Plain data only: a promise kept here would tie one request's I/O to another's.

export interface MemoryEntry {
  /** When it was loaded, ms. */
  at: number;
  /** The epoch under which it was loaded; -1 when nobody could tell. */
  epoch: number;
  /** The value as JSON text. */
  json: string;
  /** The same value, parsed and frozen. */
  value: unknown;
}

export interface MemoryTier {
  get(key: string): MemoryEntry | undefined;
  set(key: string, entry: MemoryEntry): void;
  delete(key: string): void;
  /** Entries held and what they weigh in bytes, roughly. */
  size(): { entries: number; bytes: number };
}

// Text at one or two bytes a character, plus the parsed object beside it.
const weigh = (key: string, entry: MemoryEntry): number => 200 + 2 * key.length + 4 * entry.json.length;

/** Least recently used first out, by count and by weight (an isolate has 128 MB for everything). */
export function createMemoryTier(limits: { entries: number; bytes: number } = { entries: 5_000, bytes: 32 * 1024 * 1024 }): MemoryTier {
  const held = new Map<string, MemoryEntry>();
  let bytes = 0;

  function drop(key: string): void {
    const entry = held.get(key);
    if (!entry) return;
    held.delete(key);
    bytes -= weigh(key, entry);
  }

  return {
    get(key) {
      const entry = held.get(key);
      if (entry) {
        held.delete(key);
        held.set(key, entry);
      }
      return entry;
    },
    set(key, entry) {
      drop(key);
      const weight = weigh(key, entry);
      if (weight > limits.bytes / 4) return;
      held.set(key, entry);
      bytes += weight;
      for (const oldest of held.keys()) {
        if (held.size <= limits.entries && bytes <= limits.bytes) break;
        drop(oldest);
      }
    },
    delete: drop,
    size: () => ({ entries: held.size, bytes }),
  };
}
