// P8: a room of 200 sockets. Ours are fifty people with four tabs each in one conversation, the largest there is: signed in, checked, written
// to PostgreSQL before anybody is told. The peers keep nothing and ask nobody. (i) 500 messages of 120 bytes at once: deliveries a second,
// every one counted. (ii) 20 messages a second for a minute: how long until everybody has it. One socket is cut in the middle and comes back.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from './harness/bundle.ts';
import { fullPlan, type Plan } from './harness/compare.ts';
import { endPeer, startPeer } from './harness/database.ts';
import { spawnUnderTest } from './harness/pin.ts';
import type { Report } from './harness/report.ts';
import { type Interval, interval, percentiles, quantile } from './harness/stats.ts';
import { startWorker } from './harness/workerd.ts';
import { type Crowd, openOurs, ourCrowd, plainCrowd, socketIoCrowd, type Told } from './live/crowd.ts';
import { bodyOf, ledger, pause } from './live/ledger.ts';
import { type LiveWorld, startLiveWorld } from './live/world.ts';

const PEOPLE = 50;
const TABS = 4;
const SOCKETS = PEOPLE * TABS;
const MESSAGES = 500;
const SENDERS = 25;

interface Player { name: string; crowd: Crowd; book: ReturnType<typeof ledger>; stop(): Promise<void> }

/** Adds every side to `made`, so that what was begun is ended whatever happens. */
async function players(world: LiveWorld, made: Player[], log: (line: string) => void): Promise<void> {
  const add = async (name: string, start: (told: Told) => Promise<{ crowd: Crowd; stop(): Promise<void> }>): Promise<void> => {
    const book = ledger();
    made.push({ name, book, ...await start(book.told) });
    log(`  ${name}: ${SOCKETS} sockets`);
  };
  const { conversationId, people } = await world.talk(PEOPLE);
  await add('ours', async (told) => ({ crowd: await ourCrowd(`ws://127.0.0.1:${world.worker.port}/ws`, people, TABS, conversationId, told), stop: async () => undefined }));
  await add('bare Durable Object', async (told) => {
    const worker = await startWorker({ folder: join(import.meta.dirname, 'peers'), main: 'room-bare.mjs', compatibilityDate: '2026-10-01', compatibilityFlags: [], rooms: { ROOM: 'BareRoom' }, sqlite: true });
    return { crowd: await plainCrowd(`ws://127.0.0.1:${worker.port}/one`, SOCKETS, told), stop: worker.stop };
  });
  await add('partyserver', async (told) => {
    const worker = await startWorker({ ...await bundle('bench/peers/party.ts', undefined, 'bench/peers/party.toml'), rooms: { PARTY_ROOM: 'PartyRoom' }, sqlite: true });
    return { crowd: await plainCrowd(`ws://127.0.0.1:${worker.port}/parties/party-room/one`, SOCKETS, told), stop: worker.stop };
  });
  for (const kind of ['ws', 'socket.io'] as const) {
    await add(kind, async (told) => {
      const { child, said } = await startPeer(process.execPath, [join(import.meta.dirname, 'peers/sockets.ts'), kind], (command, args) => spawnUnderTest(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
      const { port } = said as { port: number };
      const crowd = kind === 'ws' ? await plainCrowd(`ws://127.0.0.1:${port}/one`, SOCKETS, told) : await socketIoCrowd(`http://127.0.0.1:${port}`, SOCKETS, told);
      return { crowd, stop: () => endPeer(child) };
    });
  }
}

/** Deliveries a second of 500 messages said at once, from the first word to the last ear. */
async function burst({ crowd, book, name }: Player, messages: number): Promise<{ rate: number; share: number }> {
  book.reset();
  const started = performance.now();
  for (let n = 0; n < messages; n += 1) crowd.say((n % SENDERS) * Math.floor(SOCKETS / SENDERS), bodyOf());
  await book.whenAll(messages * SOCKETS, 60_000);
  const seconds = (performance.now() - started) / 1000;
  if (book.twice() > 0) throw new Error(`${name}: ${book.twice()} deliveries came twice`);
  if (crowd.refusals.length > 0) throw new Error(`${name} refused: ${crowd.refusals[0]}`);
  return { rate: book.count() / seconds, share: book.count() / (messages * SOCKETS) };
}

/** 20 messages a second, whatever the answers do: ms from the word to each ear. */
async function steady({ crowd, book }: Player, seconds: number): Promise<number[]> {
  book.reset();
  const total = seconds * 20;
  const started = performance.now();
  for (let n = 0; n < total; n += 1) {
    const due = started + n * 50;
    await pause(due - performance.now());
    const body = bodyOf();
    // As of when it was due: a generator that is late counts against the side it waited for.
    book.at.set(body.slice(0, 12), Math.min(due, performance.now()));
    crowd.say(n % SOCKETS, body);
  }
  await book.whenAll(total * SOCKETS, 30_000);
  return book.latencies.slice();
}

/** A socket is cut while 500 messages are on their way, comes back with the last number it has seen, and has them all. */
async function cutAndBack(world: LiveWorld): Promise<string | null> {
  const { conversationId, people } = await world.talk(3);
  const url = `ws://127.0.0.1:${world.worker.port}/ws`;
  const [sender, reader] = people as [typeof people[0], typeof people[0]];
  const bodies: string[] = [];
  const note = (frame: { type: string; entries?: { event: { message?: { body: string } } }[] }): void => { for (const { event } of frame.entries ?? []) if (event.message) bodies.push(event.message.body); };
  const first = await openOurs(url, reader, `conversation:${conversationId}`, note);
  const voices = await Promise.all(Array.from({ length: 10 }, () => openOurs(url, sender, null, () => undefined)));
  for (let n = 0; n < MESSAGES; n += 1) voices[n % 10]?.wire.send(JSON.stringify({ type: 'deed', id: randomUUID(), room: `conversation:${conversationId}`, deed: { kind: 'send', body: `n${n}` } }));
  const deadline = Date.now() + 30_000;
  while (bodies.length < 100 && Date.now() < deadline) await pause(1);
  first.wire.terminate();
  const before = bodies.length;
  const second = await openOurs(url, reader, `conversation:${conversationId}`, note, first.seq);
  while (bodies.length < MESSAGES && Date.now() < deadline) await pause(5);
  for (const { wire } of [second, ...voices]) wire.close();
  const whole = new Set(bodies).size === MESSAGES && bodies.length === MESSAGES;
  return whole ? `one socket cut after ${before} of ${MESSAGES}, back with its number: all ${MESSAGES}, none twice` : null;
}

const told = ({ median, low, high }: Interval): string => `${median.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

export async function p8(plan: Plan, log: (line: string) => void): Promise<Report> {
  const isFull = plan === fullPlan;
  const world = await startLiveWorld();
  const all: Player[] = [];
  try {
    await players(world, all, log);
    const rates = new Map(all.map(({ name }) => [name, [] as number[]]));
    const shares: number[] = [];
    const [rounds, messages] = isFull ? [plan.rounds, MESSAGES] : [2, 150];
    for (let round = 0; round <= rounds; round += 1) {
      const line: string[] = [];
      for (const player of round % 2 === 0 ? all : all.toReversed()) {
        const { rate, share } = await burst(player, messages);
        line.push(`${player.name} ${rate.toFixed(0)}/s`);
        // The first round warms everybody up.
        if (round > 0) rates.get(player.name)?.push(rate);
        if (player.name === 'ours') shares.push(share);
        // What a socket may say in a burst has to fill again.
        await pause(1_000);
      }
      log(`  round ${round}: ${line.join(', ')}`);
    }
    const of = (name: string): number[] => rates.get(name) ?? [];
    const against = (name: string): Interval => interval(of('ours').map((rate, round) => rate / (of(name)[round] as number)));
    const seconds = isFull ? 60 : 5;
    const late = new Map<string, ReturnType<typeof percentiles>>();
    for (const player of all) late.set(player.name, percentiles(await steady(player, seconds)));
    const ours = late.get('ours') as ReturnType<typeof percentiles>;
    const back = await cutAndBack(world);
    const targets = [['bare Durable Object', 0.9], ['ws', 0.45], ['socket.io', 1], ['partyserver', 1]] as const;
    return {
      name: 'P8 a room', question: `${messages} messages at once to ${SOCKETS} sockets: deliveries a second`, better: 'higher',
      rows: all.map(({ name }) => [name, interval(of(name)), late.get(name) as ReturnType<typeof percentiles>]),
      findings: [
        ...targets.map(([name, target]) => ({ text: `ours / ${name} ${told(against(name))}, target >= ${target}`, holds: against(name).low >= target })),
        { text: `delivered / expected ${(shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(6)}`, holds: shares.every((share) => share === 1) },
        { text: `20 messages a second for ${seconds} s: p99 ${ours.p99.toFixed(1)} ms from the word to each of ${SOCKETS} ears, target <= 60 (latencies above are of this)`, holds: ours.p99 <= 60 },
        { text: back ?? 'a socket that was cut did not get everything', holds: back !== null },
        { text: `median over rounds of ours: ${quantile(of('ours'), 0.5).toFixed(0)} deliveries a second, written before they were told` },
      ],
    };
  } finally {
    for (const { crowd } of all) await crowd.close();
    for (const { stop } of all) await stop();
    await world.stop();
  }
}
