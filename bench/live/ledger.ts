// What was said and who was told, counted.
import { randomUUID } from 'node:crypto';
import type { Told } from './crowd.ts';

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, Math.max(0, ms)); });

/** 120 bytes, of which the first twelve are the message's own. */
export const bodyOf = (): string => `${randomUUID().slice(0, 8)}${Math.floor(Math.random() * 9000) + 1000}`.padEnd(120, 'x');

/** What a side was told, by message and socket; latencies in ms of messages whose saying was noted in `at`. */
export function ledger(): { told: Told; reset(): void; count(): number; twice(): number; whenAll(count: number, within: number): Promise<void>; at: Map<string, number>; latencies: number[] } {
  let seen = new Set<string>();
  let doubles = 0;
  let wake: (() => void) | undefined;
  let wanted = Infinity;
  const at = new Map<string, number>();
  const latencies: number[] = [];
  return {
    at, latencies,
    told(mark, socket) {
      const key = `${mark} ${socket}`;
      if (seen.has(key)) doubles += 1;
      seen.add(key);
      const said = at.get(mark);
      if (said !== undefined) latencies.push(performance.now() - said);
      if (seen.size >= wanted) wake?.();
    },
    reset() { seen = new Set(); doubles = 0; latencies.length = 0; at.clear(); },
    count: () => seen.size,
    twice: () => doubles,
    whenAll: (count, within) => new Promise((resolve) => {
      wanted = count;
      const timer = setTimeout(resolve, within);
      wake = () => { clearTimeout(timer); resolve(); };
      if (seen.size >= count) wake();
    }),
  };
}
