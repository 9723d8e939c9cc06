// The person's stream, told to their tabs: every socket gets every line once and in order. Lines that arrive out of order wait a moment
// for those before them; what does not come is read from the database.
import type { StreamPage } from '../../worker/platform/live/streams.ts';
import { type Line, lineOf, linesIn, type Run, textOf } from '../shared/line.ts';
import { CATCH_UP_AHEAD, following, inParts, type Part } from './logic.ts';
import type { Tabs } from './tabs.ts';

/** ms that a gap may take to close by itself. */
const GAP_MS = 40;
/** ms until a failed reading is tried again, and how often. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 5;
const MOST_HELD = 1_000;
/** ms after its hello in which a tab that stands where hello said needs no reading: the database was asked just now. */
const GREETED_MS = 2_000;

export interface LinesPorts {
  tabs: Tabs;
  read(since: number): Promise<StreamPage>;
  /** Rejects when nothing may be sent now. */
  trusted(): Promise<void> | undefined;
  failed(what: string, error: unknown): void;
}

export function createLines({ tabs, read, trusted, failed }: LinesPorts) {
  let held = new Map<number, Line>();
  /** Highest line heard of. */
  let top = 0;
  let flushing: Promise<void> | undefined;
  let again = false;
  let healing = false;

  const live = (): WebSocket[] => tabs.open().filter((socket) => tabs.of(socket).seq >= 0 && tabs.of(socket).catching === null);
  const behind = (): WebSocket[] => live().filter((socket) => tabs.of(socket).seq < top);

  /** Lines as frames. Joined, not added up: what is added up is copied once more when it is sent. */
  const framesOf = (lines: readonly Line[]): Part[] => inParts(lines.map(textOf)).map(({ text, count }) => ({ text: ['{"type":"events","entries":', text, '}'].join(''), count }));

  /** Sends a frame of lines that follow the tab's own. */
  function sendPart(socket: WebSocket, { text, count }: Part): void {
    tabs.tell(socket, text, tabs.of(socket).seq + count);
  }

  function flushNow(): void {
    // Nearly always every tab stands at the same line, so the text is made once.
    const made = new Map<number, Part[]>();
    let floor = top;
    for (const socket of live()) {
      const { seq } = tabs.of(socket);
      if (seq >= top) continue;
      let parts = made.get(seq);
      if (!parts) made.set(seq, (parts = framesOf(following(seq, held))));
      for (const part of parts) sendPart(socket, part);
      // One that was cut is behind for good, and no reason to read.
      if (tabs.isOpen(socket)) floor = Math.min(floor, tabs.of(socket).seq);
    }
    // A new one instead of an emptied one: the runtime links what a map was to what it becomes, and so everything that passes through it lives until a full collection.
    if (floor === top) held = new Map();
    else for (const seq of held.keys()) if (seq <= floor || held.size > MOST_HELD) held.delete(seq);
    if (floor < top) heal(GAP_MS, MOST_TRIES);
  }

  /** Sends what can be sent, now or with the sending that is on its way. */
  function flush(): Promise<void> {
    again = true;
    flushing ??= (async () => {
      try {
        while (again) {
          again = false;
          await trusted();
          flushNow();
        }
      } catch (error) {
        // Not sent, not lost: the next flush, or the tab itself, finds the gap.
        failed('flush', error);
      } finally {
        flushing = undefined;
      }
    })();
    return flushing;
  }

  function heal(wait: number, tries: number): void {
    if (healing) return;
    healing = true;
    setTimeout(() => {
      void (async () => {
        try {
          const late = behind();
          if (late.length > 0) {
            const since = Math.min(...late.map((socket) => tabs.of(socket).seq));
            const page = await read(since);
            for (const entry of page.entries) held.set(entry.seq, lineOf(entry));
            // Dropped by age while the tab slept: it starts anew.
            if (page.reset) for (const socket of late) void catchUp(socket, since).catch((error: unknown) => failed('catch up', error));
          }
          healing = false;
          await flush();
        } catch (error) {
          healing = false;
          failed('heal', error);
          if (tries > 0) heal(AGAIN_MS, tries - 1);
        }
      })();
    }, wait);
  }

  const reading = new WeakSet<WebSocket>();

  /** Reads on for a tab that catches up, as far ahead as it has said `seen`. */
  async function readOn(socket: WebSocket): Promise<void> {
    if (reading.has(socket)) return;
    reading.add(socket);
    try {
      for (;;) {
        const tab = tabs.of(socket);
        if (!tabs.isOpen(socket) || tab.catching === null || tab.sent - tab.seen > CATCH_UP_AHEAD) return;
        const from = tab.seq;
        const page = await read(from);
        await trusted();
        if (!tabs.isOpen(socket) || tab.catching === null) return;
        // Another resume came meanwhile.
        if (tab.seq !== from) continue;
        if (page.reset) Object.assign(tab, { seq: page.head, catching: { reset: true } });
        let sent = 0;
        for (const part of framesOf(page.entries.map(lineOf))) {
          if (tab.sent - tab.seen > CATCH_UP_AHEAD) break;
          sendPart(socket, part);
          sent += part.count;
        }
        if (sent < page.entries.length || page.more) continue;
        const { reset } = tab.catching;
        tab.catching = null;
        tabs.say(socket, { type: 'live', seq: tab.seq, reset });
        top = Math.max(top, page.head);
        void flush();
        return;
      }
    } finally {
      reading.delete(socket);
    }
  }

  const greetings = new WeakMap<WebSocket, number>();

  /** Starts telling a tab everything after `since`. */
  function catchUp(socket: WebSocket, since: number): Promise<void> {
    const tab = tabs.of(socket);
    if (since === tab.seq && tab.catching === null && Date.now() - (greetings.get(socket) ?? -Infinity) <= GREETED_MS) {
      greetings.delete(socket);
      tabs.say(socket, { type: 'live', seq: tab.seq, reset: false });
      return flush();
    }
    Object.assign(tab, { seq: since, catching: { reset: false } });
    tabs.keep(socket);
    return readOn(socket);
  }

  return {
    catchUp,
    /** What the tabs that are live were all told, or undefined where none is. */
    head(): number | undefined {
      const seqs = live().map((socket) => tabs.of(socket).seq);
      return seqs.length > 0 ? Math.min(...seqs) : undefined;
    },
    /** A tab's hello was read from the database just now. */
    greeted(socket: WebSocket): void { greetings.set(socket, Date.now()); },
    readOn,
    flush,
    /** Lines just committed. Resolves when they were sent, or cannot be now. */
    deliver(runs: readonly Run[]): Promise<void> {
      if (tabs.open().length === 0) return Promise.resolve();
      for (const line of runs.flatMap(linesIn)) {
        held.set(line.seq, line);
        top = Math.max(top, line.seq);
      }
      return flush();
    },
  };
}
