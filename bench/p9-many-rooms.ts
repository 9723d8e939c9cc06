// P9: a hundred rooms of twenty sockets. Memory of a socket that does nothing, how fast 2,000 come back at once, and how long a message takes
// when every room says one a second. Ours: five people with four tabs a room, signed in, checked and written; the peer is `ws`, which does none of it.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { fullPlan, type Plan } from './harness/compare.ts';
import { endPeer, startPeer } from './harness/database.ts';
import { spawnUnderTest } from './harness/pin.ts';
import type { Report } from './harness/report.ts';
import { percentiles } from './harness/stats.ts';
import { markOf, openOurs } from './live/crowd.ts';
import { bodyOf, pause } from './live/ledger.ts';
import { startLiveWorld } from './live/world.ts';

const ROOMS = 100;
const SOCKETS = 20;
/** Handshakes that are on their way at once: a browser each, behind one generator. */
const AT_ONCE = 50;

interface Side {
  name: string;
  pid: number;
  /** Opens socket n of room r. */
  open(room: number, n: number, heard: (mark: string) => void): Promise<{ say(body: string): void; cut(): void }>;
  stop(): Promise<void>;
}

/** Bytes a process holds in memory. */
const rss = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

async function ours(log: (line: string) => void, rooms: number): Promise<Side> {
  const world = await startLiveWorld();
  const talks: Awaited<ReturnType<typeof world.talk>>[] = [];
  for (let room = 0; room < rooms; room += 1) talks.push(await world.talk(5));
  log('  people and conversations are there');
  return {
    name: 'ours', pid: world.worker.pid, stop: world.stop,
    async open(room, n, heard) {
      const { conversationId, people } = talks[room] as (typeof talks)[0];
      const name = `conversation:${conversationId}`;
      const { wire } = await openOurs(`ws://127.0.0.1:${world.worker.port}/ws`, people[n % people.length] as (typeof people)[0], null, (frame) => {
        if (frame.type === 'events') for (const { event } of frame.entries ?? []) if (event.kind === 'message' && event.message) heard(markOf(event.message.body));
      });
      return { say: (body) => wire.send(JSON.stringify({ type: 'deed', id: randomUUID(), room: name, deed: { kind: 'send', body } })), cut: () => wire.terminate() };
    },
  };
}

async function plain(): Promise<Side> {
  const { child, said } = await startPeer(process.execPath, [join(import.meta.dirname, 'peers/sockets.ts'), 'ws'], (command, args) => spawnUnderTest(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  const { port, pid } = said as { port: number; pid: number };
  return {
    name: 'ws', pid, stop: () => endPeer(child),
    async open(room, _n, heard) {
      const wire = new WebSocket(`ws://127.0.0.1:${port}/${room}`, { perMessageDeflate: false });
      await new Promise<void>((resolve, reject) => { wire.once('open', resolve); wire.once('error', reject); });
      wire.on('message', (data) => heard(markOf((data as Buffer).toString().slice(9))));
      return { say: (body) => wire.send(JSON.stringify({ body })), cut: () => wire.terminate() };
    },
  };
}

interface Found { perSocket: number; connects: number; late: ReturnType<typeof percentiles>; share: number }

async function measure(side: Side, rooms: number, seconds: number, log: (line: string) => void): Promise<Found> {
  const at = new Map<string, number>();
  const latencies: number[] = [];
  let told = 0;
  const heard = (mark: string): void => {
    const said = at.get(mark);
    if (said === undefined) return;
    told += 1;
    latencies.push(performance.now() - said);
  };
  const openAll = async (): Promise<{ all: Awaited<ReturnType<Side['open']>>[]; rate: number }> => {
    const all: Awaited<ReturnType<Side['open']>>[] = [];
    const started = performance.now();
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      while (next < rooms * SOCKETS) {
        const index = next;
        next += 1;
        all[index] = await side.open(index % rooms, Math.floor(index / rooms), heard);
      }
    }));
    return { all, rate: all.length / ((performance.now() - started) / 1000) };
  };
  // The first storm makes what is made once; the memory of what it left is no socket's.
  const first = await openAll();
  for (const { cut } of first.all) cut();
  await pause(3_000);
  const empty = rss(side.pid);
  const { all, rate } = await openAll();
  await pause(3_000);
  const perSocket = Math.max(0, rss(side.pid) - empty) / all.length;
  log(`  ${side.name}: ${first.rate.toFixed(0)} and ${rate.toFixed(0)} connects a second, ${(perSocket / 1024).toFixed(1)} kB a socket`);
  const started = performance.now();
  const total = seconds * rooms;
  for (let n = 0; n < total; n += 1) {
    const due = started + (n * 1000) / rooms;
    await pause(due - performance.now());
    const body = bodyOf();
    at.set(markOf(body), Math.min(due, performance.now()));
    all[n % rooms]?.say(body);
  }
  const deadline = performance.now() + 15_000;
  while (told < total * SOCKETS && performance.now() < deadline) await pause(20);
  for (const { cut } of all) cut();
  return { perSocket, connects: rate, late: percentiles(latencies), share: told / (total * SOCKETS) };
}

export async function p9(plan: Plan, log: (line: string) => void): Promise<Report> {
  const [rooms, seconds] = plan === fullPlan ? [ROOMS, 300] : [ROOMS / 4, 15];
  const found: Found[] = [];
  for (const start of [() => ours(log, rooms), plain]) {
    const side = await start();
    try {
      found.push(await measure(side, rooms, seconds, log));
    } finally {
      await side.stop();
    }
  }
  const [mine, peer] = found as [Found, Found];
  const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;
  return {
    name: 'P9 many rooms', question: `${rooms} rooms of ${SOCKETS} sockets`,
    findings: [
      { text: `memory of an idle socket: ${kb(mine.perSocket)}, ws ${kb(peer.perSocket)}, ratio ${(mine.perSocket / peer.perSocket).toFixed(2)}, target <= 2`, holds: mine.perSocket / peer.perSocket <= 2 },
      { text: `${rooms * SOCKETS} come back: ${mine.connects.toFixed(0)} a second, ws ${peer.connects.toFixed(0)}, ratio ${(mine.connects / peer.connects).toFixed(2)}, target >= 0.5`, holds: mine.connects / peer.connects >= 0.5 },
      { text: `a message a second in every room for ${seconds} s: p50 ${mine.late.p50.toFixed(1)} ms, p99 ${mine.late.p99.toFixed(1)} ms (ws ${peer.late.p99.toFixed(1)} ms), target <= 80`, holds: mine.late.p99 <= 80 },
      { text: `delivered / expected ${mine.share.toFixed(6)}`, holds: mine.share === 1 },
    ],
  };
}
