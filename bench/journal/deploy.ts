// What a deploy does to everybody at once: every socket is cut, and people come back spread over some seconds. Everybody has a conversation
// before them, and in each somebody watches who is shown to be there.
import { pause } from '../live/ledger.ts';
import { startLiveWorld } from '../live/world.ts';
import type { Browser, JournalPerson, Page } from './browser.ts';
import { type Watcher, watchRoom } from './watcher.ts';

const { browser } = await import(new URL('../../e2e/journal/tabs.ts', import.meta.url).href) as { browser: Browser };

export interface Return {
  sockets: number;
  people: number;
  /** ms from the Worker's death until 99 of 100 tabs are live again; Infinity where they are not within a minute. */
  back: number;
  /** Attempts in the busiest second, and in a second of the time that it took. */
  peak: number;
  mean: number;
  resets: number;
  /** People who are not shown as there to who watches their conversation, and times that somebody was shown twice. */
  unseen: number;
  doubles: number;
}

const TABS = 4;
/** People of one conversation, watcher aside. */
const GROUP = 25;

export async function runDeploy(sockets: number): Promise<Return> {
  const world = await startLiveWorld();
  const pages: Page[] = [];
  const watchers: { watcher: Watcher; people: number }[] = [];
  const unseen = (): number => watchers.reduce((sum, { watcher, people }) => sum + Math.max(0, people - watcher.shown()), 0);
  try {
    const rooms = new Map<Page, string>();
    for (let left = sockets / TABS; left > 0; left -= GROUP) {
      const { conversationId, people: [watching, ...others] } = await world.talk(Math.min(GROUP, left) + 1);
      const room = `conversation:${conversationId}`;
      for (const talker of others) {
        const person: JournalPerson = { talker, kept: [], written: [], accepted: new Set(), refused: [], busy: Promise.resolve(), pages: [] };
        for (let tab = 0; tab < TABS; tab += 1) {
          const page: Page = { person, cursor: 0, shown: [], resets: 0, asked: [], live: [], tab: null };
          pages.push(page);
          rooms.set(page, room);
        }
      }
      if (watching) watchers.push({ watcher: watchRoom(world.worker.port, watching, room), people: others.length });
    }
    // Twenty on their way at a time: how fast people can come is another benchmark.
    const deadline = Date.now() + 240_000;
    const waiting = (): number => pages.filter(({ tab, live }) => tab !== null && live.length === 0).length;
    for (const page of pages) {
      browser.openTab(page, world.worker.port).join(rooms.get(page) ?? '');
      while (waiting() >= 20 && Date.now() < deadline) await pause(20);
    }
    while ((waiting() > 0 || unseen() > 0) && Date.now() < deadline) await pause(50);
    if (pages.some(({ live }) => live.length === 0)) throw new Error('not every tab came in the first place');
    if (unseen() > 0) throw new Error(`${unseen()} people were not shown in the first place`);
    const died = performance.now();
    await world.worker.restart();
    const isBack = ({ live }: Page): boolean => (live.at(-1) ?? 0) > died;
    while (!pages.every(isBack) && performance.now() < died + 60_000) await pause(50);
    // What is passed on about the last of them.
    const settled = Date.now() + 15_000;
    while (unseen() > 0 && Date.now() < settled) await pause(50);
    const times = pages.map(({ live }) => (live.find((at) => at > died) ?? Infinity) - died).sort((a, b) => a - b);
    const seconds = new Map<number, number>();
    for (const at of pages.flatMap(({ asked }) => asked).filter((one) => one > died)) seconds.set(Math.floor((at - died) / 1000), (seconds.get(Math.floor((at - died) / 1000)) ?? 0) + 1);
    const attempts = [...seconds.values()].reduce((sum, n) => sum + n, 0);
    return {
      sockets, people: pages.length / TABS, back: times[Math.ceil(times.length * 0.99) - 1] ?? Infinity, peak: Math.max(...seconds.values()), mean: attempts / (Math.max(...seconds.keys()) + 1), resets: pages.reduce((sum, { resets }) => sum + resets, 0),
      unseen: unseen(), doubles: watchers.reduce((sum, { watcher }) => sum + watcher.doubles(), 0),
    };
  } finally {
    for (const { watcher } of watchers) watcher.stop();
    for (const { tab } of pages) tab?.stop();
    await world.stop();
  }
}
