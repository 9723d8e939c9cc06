// One socket that shouts: 200 frames a second into a conversation in which others talk. It is throttled, closed at its third strike, and comes
// back at once to go on; what is measured is how long the others' messages take meanwhile, beside the same talk without it.
import { randomUUID } from 'node:crypto';
import { quantile } from '../harness/stats.ts';
import { openOurs, markOf, ourCrowd } from '../live/crowd.ts';
import { bodyOf, ledger, pause } from '../live/ledger.ts';
import { startLiveWorld, type Talker } from '../live/world.ts';

export interface Noise {
  /** Latencies of the others' messages, ms from saying until each of the others was told. */
  calm: number[];
  noisy: number[];
  /** Frames that were shouted and refused, and sockets that were closed for it, with the seconds that each lasted. */
  shouted: number;
  refused: number;
  lasted: number[];
}

const PEOPLE = 8;
const PER_SECOND = 20;
const SHOUTS_PER_SECOND = 200;
/** Calm and noise by turns, so that a machine that grows slower or faster does so for both. */
const ROUNDS = 4;
const ROUND_MS = 8_000;
/** Waits for what is on its way at the end of a round. */
const REST_MS = 1_500;

async function shout(url: string, loud: Talker, room: string, until: number, noise: Noise): Promise<void> {
  while (performance.now() < until) {
    const { wire } = await openOurs(url, loud, room, (frame) => { if (frame.type === 'error' && frame.code === 'too_many') noise.refused += 1; });
    const begun = performance.now();
    for (let due = begun; performance.now() < until && wire.readyState === wire.OPEN; due += 50) {
      for (let n = 0; n < SHOUTS_PER_SECOND / 20; n += 1) wire.send(JSON.stringify({ type: 'deed', id: randomUUID(), room, deed: { kind: 'send', body: 'Loud.' } }));
      noise.shouted += SHOUTS_PER_SECOND / 20;
      await pause(due + 50 - performance.now());
    }
    if (wire.readyState !== wire.OPEN) noise.lasted.push((performance.now() - begun) / 1000);
    wire.close();
  }
}

export async function runNoise(): Promise<Noise> {
  const world = await startLiveWorld();
  const noise: Noise = { calm: [], noisy: [], shouted: 0, refused: 0, lasted: [] };
  try {
    const { conversationId, people } = await world.talk(PEOPLE + 1);
    const url = `ws://127.0.0.1:${world.worker.port}/ws`;
    const book = ledger();
    const crowd = await ourCrowd(url, people.slice(0, PEOPLE), 1, conversationId, book.told);
    const talk = async (until: number): Promise<void> => {
      for (let due = performance.now(), n = 0; due < until; due += 1000 / PER_SECOND, n += 1) {
        await pause(due - performance.now());
        const body = bodyOf();
        book.at.set(markOf(body), performance.now());
        crowd.say(n % PEOPLE, body);
      }
      await pause(REST_MS);
    };
    // The first seconds of a Worker are nobody's measure.
    await talk(performance.now() + 3_000);
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      book.reset();
      const until = performance.now() + ROUND_MS;
      const isLoud = round % 2 === 1;
      await Promise.all([talk(until), isLoud ? shout(url, people[PEOPLE] as Talker, `conversation:${conversationId}`, until, noise) : undefined]);
      (isLoud ? noise.noisy : noise.calm).push(...book.latencies);
    }
    if (crowd.refusals.length > 0) throw new Error(`others were refused: ${crowd.refusals[0]}`);
    await crowd.close();
    return noise;
  } finally {
    await world.stop();
  }
}

/** The p99 of others' messages beside the noise, in p99s without it. */
export const timesSlower = ({ calm, noisy }: Noise): number => quantile(noisy, 0.99) / quantile(calm, 0.99);

export function linesOf(noise: Noise): string[] {
  const { calm, noisy, shouted, refused, lasted } = noise;
  const figures = (values: readonly number[]): string => `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms (${values.length})`;
  return [
    `noise: ${SHOUTS_PER_SECOND} frames a second from one socket: ${shouted} shouted, ${refused} refused, closed ${lasted.length} times${lasted.length > 0 ? ` after ${quantile(lasted, 0.5).toFixed(1)} s in the median` : ''}`,
    `  others' messages in calm ${figures(calm)}; beside the noise ${figures(noisy)}: p99 x ${timesSlower(noise).toFixed(2)}`,
  ];
}
