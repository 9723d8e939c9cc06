// How a cached value looks: when it was loaded, and its JSON. Text in the shared tiers; parsed once and frozen in memory.
import type { MemoryEntry } from './memory.ts';

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

/** An entry of what a loader gave. It goes through JSON, so that every tier gives the same. */
export function entryOf(at: number, epoch: number, value: unknown): MemoryEntry {
  const json = JSON.stringify(value ?? null);
  return { at, epoch, json, value: freeze(JSON.parse(json)) };
}

/** `<ms>:<JSON>`. */
export const entryText = (entry: MemoryEntry): string => `${entry.at}:${entry.json}`;

/** The entry in a shared tier's text, or undefined for text that is none. */
export function entryFrom(text: string, epoch: number): MemoryEntry | undefined {
  const colon = text.indexOf(':');
  const at = Number(text.slice(0, colon));
  if (colon < 1 || !Number.isSafeInteger(at)) return undefined;
  const json = text.slice(colon + 1);
  try {
    return { at, epoch, json, value: freeze(JSON.parse(json)) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
