// P8b: passing signs. 200 sockets, fifty people with four tabs each in one conversation, each tab saying "is writing" five times a second: a
// thousand signs a second for 199 ears each. How many frames fewer than one a sign, and how old a sign is when it is seen.
import { fullPlan, type Plan } from './harness/compare.ts';
import type { Report } from './harness/report.ts';
import { quantile } from './harness/stats.ts';
import { openOurs, type OurSocket } from './live/crowd.ts';
import { pause } from './live/ledger.ts';
import { startLiveWorld } from './live/world.ts';

const PEOPLE = 50;
const TABS = 4;
const HERTZ = 5;

export async function p8b(plan: Plan, log: (line: string) => void): Promise<Report> {
  const seconds = plan === fullPlan ? 30 : 6;
  const world = await startLiveWorld();
  try {
    const { conversationId, people } = await world.talk(PEOPLE);
    const room = `conversation:${conversationId}`;
    const url = `ws://127.0.0.1:${world.worker.port}/ws`;
    /** Of each person, when they said it. */
    const said = new Map(people.map(({ id }) => [id, [] as number[]]));
    const ages: number[] = [];
    let [frames, signs, isCounting] = [0, 0, false];
    /** Until when a socket has seen somebody's signs, as a place in their list. */
    const seen = new Map<string, number>();
    const see = (socket: number, userId: string, now: number): void => {
      const times = said.get(userId) ?? [];
      const from = seen.get(`${socket} ${userId}`) ?? 0;
      // As old as the oldest one it stands for.
      if (times[from] !== undefined) ages.push(now - times[from]);
      seen.set(`${socket} ${userId}`, times.length);
      signs += 1;
    };
    interface Sign { kind: string; userId?: string }
    const heard = (socket: number) => (given: unknown): void => {
      const frame = given as { type: string; frame?: Sign; frames?: Sign[] };
      if (!isCounting || (frame.type !== 'room' && frame.type !== 'rooms')) return;
      frames += 1;
      for (const { kind, userId } of frame.frames ?? [frame.frame as Sign]) if (kind === 'typing' && userId !== undefined) see(socket, userId, performance.now());
    };
    const sockets: { wire: OurSocket['wire']; userId: string }[] = [];
    for (let first = 0; first < PEOPLE * TABS; first += 10) {
      sockets.push(...await Promise.all(Array.from({ length: 10 }, async (_, n) => {
        const person = people[(first + n) % PEOPLE] as (typeof people)[0];
        return { wire: (await openOurs(url, person, room, heard(first + n))).wire, userId: person.id };
      })));
    }
    log(`  ${sockets.length} sockets`);
    isCounting = true;
    const began = performance.now();
    let sent = 0;
    // One tab at a time, evenly over the fifth of a second.
    const gap = 1000 / (sockets.length * HERTZ);
    for (const total = seconds * sockets.length * HERTZ; sent < total;) {
      const due = Math.min(total, Math.floor((performance.now() - began) / gap));
      for (; sent < due; sent += 1) {
        const { wire, userId } = sockets[sent % sockets.length] as (typeof sockets)[0];
        said.get(userId)?.push(performance.now());
        wire.send(JSON.stringify({ type: 'typing', room, on: true }));
      }
      await pause(2);
    }
    await pause(500);
    isCounting = false;
    for (const { wire } of sockets) wire.close();
    const each = sent * (PEOPLE - 1) * TABS;
    const [p50, p99] = [quantile(ages, 0.5), quantile(ages, 0.99)];
    const covered = seen.size / (sockets.length * (PEOPLE - 1));
    return {
      name: 'P8b passing signs', question: `${sent} signs of ${sockets.length} tabs in ${seconds} s, gathered for 50 ms`,
      findings: [
        { text: `${frames} frames where one a sign and ear would be ${each}: ${(each / frames).toFixed(1)} times fewer, target >= 20`, holds: each / frames >= 20 },
        { text: `${(frames / seconds).toFixed(0)} frames a second with ${(signs / frames).toFixed(1)} signs each` },
        { text: `age of a sign when it is seen: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, target <= 120`, holds: p99 <= 120 },
        { text: `every tab saw every other person: ${(covered * 100).toFixed(1)} %`, holds: covered === 1 },
      ],
    };
  } finally {
    await world.stop();
  }
}
