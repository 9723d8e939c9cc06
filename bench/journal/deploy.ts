// What a deploy does to everybody at once: every socket is cut, and people come back spread over some seconds.
import { quantile } from '../harness/stats.ts';
import { pause } from '../live/ledger.ts';
import { startLiveWorld } from '../live/world.ts';
import type { Browser, JournalPerson, Page } from './browser.ts';

const { browser } = await import(new URL('../../e2e/journal/tabs.ts', import.meta.url).href) as { browser: Browser };

export interface Return {
  sockets: number;
  /** ms from the Worker's death until 99 of 100 tabs are live again. */
  back: number;
  /** Attempts in the busiest second, and in a second of the time that it took. */
  peak: number;
  mean: number;
  resets: number;
}

const TABS = 4;

export async function runDeploy(sockets: number): Promise<Return> {
  const world = await startLiveWorld();
  const pages: Page[] = [];
  try {
    const { people } = await world.talk(sockets / TABS);
    for (const talker of people) {
      const person: JournalPerson = { talker, kept: [], written: [], accepted: new Set(), refused: [], busy: Promise.resolve(), pages: [] };
      for (let tab = 0; tab < TABS; tab += 1) pages.push({ person, cursor: 0, shown: [], resets: 0, asked: [], live: [], tab: null });
    }
    for (const [index, page] of pages.entries()) {
      browser.openTab(page, world.worker.port);
      if (index % 10 === 9) await pause(50);
    }
    const deadline = Date.now() + 60_000;
    while (pages.some(({ live }) => live.length === 0) && Date.now() < deadline) await pause(50);
    if (pages.some(({ live }) => live.length === 0)) throw new Error('not every tab came in the first place');
    const died = performance.now();
    await world.worker.restart();
    const isBack = ({ live }: Page): boolean => (live.at(-1) ?? 0) > died;
    while (!pages.every(isBack) && performance.now() < died + 60_000) await pause(50);
    const times = pages.map(({ live }) => (live.find((at) => at > died) ?? Infinity) - died);
    const seconds = new Map<number, number>();
    for (const at of pages.flatMap(({ asked }) => asked).filter((one) => one > died)) seconds.set(Math.floor((at - died) / 1000), (seconds.get(Math.floor((at - died) / 1000)) ?? 0) + 1);
    const attempts = [...seconds.values()].reduce((sum, n) => sum + n, 0);
    return { sockets, back: quantile(times, 0.99), peak: Math.max(...seconds.values()), mean: attempts / (Math.max(...seconds.keys()) + 1), resets: pages.reduce((sum, { resets }) => sum + resets, 0) };
  } finally {
    for (const { tab } of pages) tab?.stop();
    await world.stop();
  }
}
