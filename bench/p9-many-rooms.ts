// P9: a hundred rooms of twenty sockets. Memory of a socket that does nothing, how fast 2,000 come back at once, and how long a message takes
// when every room says one a second. Ours: five people with four tabs a room, signed in, checked and written; the peer is `ws`, which does none of it.
// A bare Durable Object a room, and one a person, which do none of it either, say what of the difference is the platform's and the house's.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { fullPlan, type Plan } from './harness/compare.ts';
import { cpuMs } from './harness/cpu.ts';
import { endPeer, startPeer } from './harness/database.ts';
import { spawnUnderTest } from './harness/pin.ts';
import type { Report } from './harness/report.ts';
import { percentiles } from './harness/stats.ts';
import { startWorker } from './harness/workerd.ts';
import { markOf, openOurs } from './live/crowd.ts';
import { bodyOf, pause } from './live/ledger.ts';
import { startLiveWorld } from './live/world.ts';

const ROOMS = 100;
const SOCKETS = 20;
const PEOPLE = 5;
/** Handshakes that are on their way at once: a browser each, behind one generator. */
const AT_ONCE = 50;
/** ms after which a socket is called idle: a Durable Object sleeps after ten seconds, which is most of the life of a socket. */
const IDLE_MS = 15_000;
/** How often somebody who was turned away by a database that is too busy comes again. */
const MOST_TRIES = 20;

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
  for (let room = 0; room < rooms; room += 1) talks.push(await world.talk(PEOPLE));
  log('  people and conversations are there');
  const url = `ws://127.0.0.1:${world.worker.port}/ws`;
  return {
    name: 'ours', pid: world.worker.pid, stop: world.stop,
    async open(room, n, heard) {
      const { conversationId, people } = talks[room] as (typeof talks)[0];
      const name = `conversation:${conversationId}`;
      const { wire } = await openOurs(url, people[n % people.length] as (typeof people)[0], null, (frame) => {
        if (frame.type === 'events') for (const { event } of frame.entries ?? []) if (event.kind === 'message' && event.message) heard(markOf(event.message.body));
      });
      return { say: (body) => wire.send(JSON.stringify({ type: 'deed', id: randomUUID(), room: name, deed: { kind: 'send', body } })), cut: () => wire.terminate() };
    },
  };
}

async function node(): Promise<Side> {
  const { child, said } = await startPeer(process.execPath, [join(import.meta.dirname, 'peers/sockets.ts'), 'ws'], (command, args) => spawnUnderTest(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  const { port, pid } = said as { port: number; pid: number };
  return plain({ name: 'ws', pid, port, stop: () => endPeer(child) });
}

/** `objects`: of which object a socket is, by its number in the room. */
async function bare(objects: (n: number) => string = () => ''): Promise<Side> {
  const { pid, port, stop } = await startWorker({ folder: join(import.meta.dirname, 'peers'), main: 'room-bare.mjs', compatibilityDate: '2026-10-01', compatibilityFlags: [], rooms: { ROOM: 'BareRoom' }, sqlite: true });
  return plain({ name: 'bare Durable Objects', pid, port, stop }, objects);
}

function plain({ port, ...side }: Omit<Side, 'open'> & { port: number }, objects: (n: number) => string = () => ''): Side {
  return {
    ...side,
    async open(room, n, heard) {
      const wire = new WebSocket(`ws://127.0.0.1:${port}/${room}${objects(n)}`, { perMessageDeflate: false });
      await new Promise<void>((resolve, reject) => { wire.once('open', resolve); wire.once('error', reject); });
      wire.on('message', (data) => heard(markOf((data as Buffer).toString().slice(9))));
      return { say: (body) => wire.send(JSON.stringify({ body })), cut: () => wire.terminate() };
    },
  };
}

/** `cpu`: us of the server's process a connect, where the system tells. */
interface Found { perSocket: number; connects: number; cpu: number | undefined; late: ReturnType<typeof percentiles> | undefined; share: number }

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
  /** As a browser does: who is told to come back comes back, and it counts as the time that it takes. */
  const openPatiently = async (room: number, n: number): ReturnType<Side['open']> => {
    for (let left = MOST_TRIES; ; left -= 1) {
      try {
        return await side.open(room, n, heard);
      } catch (error) {
        if (left === 0) throw error;
        again += 1;
        await pause(500);
      }
    }
  };
  let again = 0;
  /** Sockets of the rooms from `from` to before `to`, round and round. */
  const openRooms = async (from: number, to: number): Promise<{ all: Awaited<ReturnType<Side['open']>>[]; rate: number; cpu: number | undefined }> => {
    const all: Awaited<ReturnType<Side['open']>>[] = [];
    const before = cpuMs(side.pid);
    const started = performance.now();
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      while (next < (to - from) * SOCKETS) {
        const index = next;
        next += 1;
        all[index] = await openPatiently(from + (index % (to - from)), Math.floor(index / (to - from)));
      }
    }));
    const after = cpuMs(side.pid);
    return { all, rate: all.length / ((performance.now() - started) / 1000), cpu: before === undefined || after === undefined ? undefined : ((after - before) * 1000) / all.length };
  };
  // The first half of the rooms makes what is made once; what the second half adds is memory of sockets, and none of it was there before to be used again.
  const half = Math.floor(rooms / 2);
  const first = await openRooms(0, half);
  await pause(IDLE_MS);
  const halfway = rss(side.pid);
  const second = await openRooms(half, rooms);
  await pause(IDLE_MS);
  const perSocket = Math.max(0, rss(side.pid) - halfway) / second.all.length;
  for (const { cut } of [...first.all, ...second.all]) cut();
  await pause(IDLE_MS);
  const { all, rate, cpu } = await openRooms(0, rooms);
  log(`  ${side.name}: ${first.rate.toFixed(0)}, ${second.rate.toFixed(0)} and ${rate.toFixed(0)} connects a second, ${cpu?.toFixed(0)} us of CPU each, ${again} came again, ${(perSocket / 1024).toFixed(1)} kB a socket`);
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
  return { perSocket, connects: rate, cpu, late: latencies.length === 0 ? undefined : percentiles(latencies), share: told / (total * SOCKETS) };
}

export async function p9(plan: Plan, log: (line: string) => void): Promise<Report> {
  const [rooms, seconds] = plan === fullPlan ? [ROOMS, 300] : [ROOMS / 4, 15];
  const found: Found[] = [];
  // What the platform costs is asked for a short while: it is no side of the comparison. A person's object of its own has nobody to tell.
  const sides: [() => Promise<Side>, number][] = [[() => ours(log, rooms), seconds], [node, seconds], [() => bare(), Math.min(seconds, 15)], [() => bare((n) => `-${n % PEOPLE}`), 0]];
  for (const [start, during] of sides) {
    const side = await start();
    try {
      found.push(await measure(side, rooms, during, log));
    } finally {
      await side.stop();
    }
  }
  const [mine, peer, floor, each] = found as [Found, Found, Found, Found];
  const ms = (value: number | undefined): string => `${(value ?? Number.NaN).toFixed(1)} ms`;
  const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;
  return {
    name: 'P9 many rooms', question: `${rooms} rooms of ${SOCKETS} sockets`,
    findings: [
      { text: `memory of an idle socket: ${kb(mine.perSocket)}, ws ${kb(peer.perSocket)}, ratio ${(mine.perSocket / peer.perSocket).toFixed(2)}, target <= 2`, holds: mine.perSocket / peer.perSocket <= 2 },
      { text: `${rooms * SOCKETS} come back: ${mine.connects.toFixed(0)} a second, ws ${peer.connects.toFixed(0)}, ratio ${(mine.connects / peer.connects).toFixed(2)}, target >= 0.5`, holds: mine.connects / peer.connects >= 0.5 },
      { text: `of which the platform: a bare Durable Object a room takes ${kb(floor.perSocket)} a socket (${(floor.perSocket / peer.perSocket).toFixed(2)} of ws), ${floor.connects.toFixed(0)} connects a second (${(floor.connects / peer.connects).toFixed(2)}); CPU of a connect ${mine.cpu?.toFixed(0)} us ours, ${floor.cpu?.toFixed(0)} bare, ${peer.cpu?.toFixed(0)} ws; p99 bare ${ms(floor.late?.p99)}` },
      { text: `of which the house: a bare Durable Object a person of ${SOCKETS / PEOPLE} sockets takes ${kb(each.perSocket)} a socket (${(each.perSocket / peer.perSocket).toFixed(2)} of ws; ours ${(mine.perSocket / each.perSocket).toFixed(2)} of it), ${each.connects.toFixed(0)} connects a second` },
      { text: `a message a second in every room for ${seconds} s: p50 ${ms(mine.late?.p50)}, p99 ${ms(mine.late?.p99)} (ws ${ms(peer.late?.p99)}), target <= 80`, holds: (mine.late?.p99 ?? Infinity) <= 80 },
      { text: `delivered / expected ${mine.share.toFixed(6)}`, holds: mine.share === 1 },
    ],
  };
}
