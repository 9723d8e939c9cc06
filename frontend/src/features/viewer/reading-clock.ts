// How long each page was in view and how far down: counted only while somebody is there. Pure but for the time it is given, in ms.
import type { PageTime } from '../reading/api.ts';

/** Without a key, a touch or a scroll for this long, nobody is taken to be reading. */
export const IDLE_MS = 180_000;
/** The server takes no more for a page in one report. */
const MOST_MS = 120_000;

export interface ReadingClock {
  /** A page comes into view. */
  show(page: number, now: number): void;
  /** The reader did something; `depth` is how far down the page's end was seen, 0 to 1. */
  stir(now: number, depth?: number): void;
  /** The page is out of sight: another tab, a locked screen. */
  hide(now: number): void;
  /** What has come together since the last call. */
  take(now: number): PageTime[];
}

export function createReadingClock(): ReadingClock {
  const times = new Map<number, { ms: number; depth: number }>();
  let shown: number | null = null;
  let countedTo = 0;
  let stirredAt = 0;
  const count = (now: number): void => {
    if (shown === null) return;
    const entry = times.get(shown) ?? { ms: 0, depth: 0 };
    entry.ms += Math.max(0, Math.min(now, stirredAt + IDLE_MS) - countedTo);
    times.set(shown, entry);
    countedTo = Math.max(countedTo, now);
  };
  return {
    show(page, now) {
      count(now);
      shown = page;
      countedTo = now;
      stirredAt = now;
    },
    stir(now, depth) {
      count(now);
      stirredAt = now;
      if (shown === null || depth === undefined) return;
      const entry = times.get(shown) ?? { ms: 0, depth: 0 };
      entry.depth = Math.max(entry.depth, Math.min(1, Math.max(0, depth)));
      times.set(shown, entry);
    },
    hide(now) {
      count(now);
      shown = null;
    },
    take(now) {
      count(now);
      const taken = [...times].filter(([, { ms, depth }]) => ms >= 1 || depth > 0).map(([page, { ms, depth }]) => ({ page, ms: Math.min(MOST_MS, Math.round(ms)), depth }));
      times.clear();
      return taken;
    },
  };
}
