// Puts the lines of a person's stream in order: each once, none skipped. What arrives ahead of its turn is held back until the
// missing lines are there. Pure.
import type { LiveEvent } from '../../../../durable-objects/hub/events.ts';

/** One line of the stream; `seq` grows by exactly one. */
export interface Line {
  seq: number;
  at: string;
  event: LiveEvent;
}

export interface Order {
  /** The last line that was given out; null before anything is known. */
  cursor(): number | null;
  /** Gives what may be shown now. */
  take(lines: readonly Line[]): Line[];
  /** Whether something is held back for want of what comes before it. */
  hasGap(): boolean;
  /** Goes on from `seq`, giving up what lies between. Gives what was held back after it. */
  restart(seq: number): Line[];
}

/** More than this is not worth holding: asking again brings it. */
const HELD_AT_MOST = 2000;

export function createOrder(start: number | null): Order {
  let cursor = start;
  const held = new Map<number, Line>();

  const release = (): Line[] => {
    const ready: Line[] = [];
    for (let next = held.get((cursor ?? 0) + 1); next !== undefined; next = held.get((cursor ?? 0) + 1)) {
      held.delete(next.seq);
      cursor = next.seq;
      ready.push(next);
    }
    return ready;
  };

  return {
    cursor: () => cursor,
    take(lines) {
      if (cursor === null) return [];
      for (const line of lines) if (line.seq > cursor && (held.size < HELD_AT_MOST || line.seq === cursor + 1)) held.set(line.seq, line);
      return release();
    },
    hasGap: () => held.size > 0,
    restart(seq) {
      cursor = seq;
      for (const key of held.keys()) if (key <= seq) held.delete(key);
      return release();
    },
  };
}
