// The person's stream, told to their tabs: every socket gets every line once and in order. Lines that arrive out of order wait a moment
// for those before them; what does not come is read from the database.
import type { StreamEntry, StreamPage } from '../../worker/platform/live/streams.ts';
import { CATCH_UP_AHEAD, following, inFrames } from './logic.ts';
import type { Tabs } from './tabs.ts';

/** ms that a gap may take to close by itself. */
const GAP_MS = 40;
/** ms until a failed reading is tried again, and how often. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 5;
const MOST_HELD = 1_000;

export interface LinesPorts {
  tabs: Tabs;
  read(userId: string, since: number): Promise<StreamPage>;
  /** Rejects when nothing may be sent now. */
  trusted(): Promise<void> | undefined;
  failed(what: string, error: unknown): void;
}

export function createLines({ tabs, read, trusted, failed }: LinesPorts) {
  const held = new Map<number, StreamEntry>();
  /** Highest line heard of. */
  let top = 0;
  let flushing: Promise<void> | undefined;
  let again = false;
  let healing = false;

  const live = (): WebSocket[] => tabs.open().filter((socket) => tabs.of(socket).seq >= 0 && tabs.of(socket).catching === null);
  const behind = (): WebSocket[] => live().filter((socket) => tabs.of(socket).seq < top);

  function sendLines(socket: WebSocket, lines: readonly StreamEntry[], frames: readonly string[]): void {
    tabs.of(socket).seq = lines.at(-1)?.seq ?? tabs.of(socket).seq;
    for (const frame of frames) tabs.tell(socket, `{"type":"events","entries":${frame}}`);
  }

  function flushNow(): void {
    // Nearly always every tab stands at the same line, so the text is made once.
    const made = new Map<number, { lines: StreamEntry[]; frames: string[] }>();
    for (const socket of behind()) {
      const { seq } = tabs.of(socket);
      let next = made.get(seq);
      if (!next) {
        const lines = following(seq, held);
        made.set(seq, (next = { lines, frames: inFrames(lines) }));
      }
      if (next.lines.length > 0) sendLines(socket, next.lines, next.frames);
    }
    const floor = Math.min(top, ...live().map((socket) => tabs.of(socket).seq));
    for (const seq of held.keys()) if (seq <= floor || held.size > MOST_HELD) held.delete(seq);
    if (behind().length > 0) heal(GAP_MS, MOST_TRIES);
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
          const first = late[0];
          if (first) {
            const since = Math.min(...late.map((socket) => tabs.of(socket).seq));
            const page = await read(tabs.of(first).userId, since);
            for (const entry of page.entries) held.set(entry.seq, entry);
            // Dropped by age while the tab slept: it starts anew.
            if (page.reset) for (const socket of late) catchUp(socket, since);
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
        const page = await read(tab.userId, from);
        await trusted();
        if (!tabs.isOpen(socket) || tab.catching === null) return;
        // Another resume came meanwhile.
        if (tab.seq !== from) continue;
        if (page.reset) Object.assign(tab, { seq: page.head, catching: { reset: true } });
        let sent = 0;
        for (const frame of inFrames(page.entries)) {
          if (tab.sent - tab.seen > CATCH_UP_AHEAD) break;
          const count = (JSON.parse(frame) as unknown[]).length;
          sendLines(socket, page.entries.slice(sent, sent + count), [frame]);
          sent += count;
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

  /** Starts telling a tab everything after `since`. */
  function catchUp(socket: WebSocket, since: number): Promise<void> {
    const tab = tabs.of(socket);
    Object.assign(tab, { seq: since, catching: { reset: false } });
    tabs.keep(socket);
    return readOn(socket);
  }

  return {
    catchUp,
    readOn,
    flush,
    /** Lines just committed. Resolves when they were sent, or cannot be now. */
    deliver(entries: readonly StreamEntry[]): Promise<void> {
      if (tabs.open().length === 0) return Promise.resolve();
      for (const entry of entries) {
        held.set(entry.seq, entry);
        top = Math.max(top, entry.seq);
      }
      return flush();
    },
  };
}
