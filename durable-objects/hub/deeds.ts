// What a person does in a conversation, on its way to the room. What is done alone goes at once; what is done while something is on its way
// waits a moment for more, since a call costs several times what it carries.
import type { Doing, Reply } from '../shared/ports.ts';
import type { Room } from './protocol.ts';

/** ms that what is done waits for more of it, while something is on its way: the room writes one group at a time anyway. */
export const GATHER_MS = 10;
/** Deeds of one call. */
export const MOST_TOGETHER = 50;

interface Lane { waiting: { doing: Doing; answer(reply: Reply): void }[]; open: number; isDue: boolean }

/** `say`: one call, answered in full; never rejects. */
export function createDeeds(say: (room: Room, doings: readonly Doing[]) => Promise<Reply[]>) {
  const lanes = new Map<Room, Lane>();

  async function send(room: Room, lane: Lane): Promise<void> {
    const batch = lane.waiting.splice(0, MOST_TOGETHER);
    if (batch.length === 0) return;
    lane.open += 1;
    const replies = await say(room, batch.map(({ doing }) => doing));
    lane.open -= 1;
    batch.forEach(({ answer }, index) => answer(replies[index] ?? { ok: false, code: 'internal', message: 'Something went wrong on our side. The same frame may be sent again.', retryAfter: 2 }));
    if (lane.waiting.length > 0) void send(room, lane);
    else if (lane.open === 0 && lanes.get(room) === lane) lanes.delete(room);
  }

  /** In the order of the calls; the room is told in that order. */
  return (room: Room, doing: Doing): Promise<Reply> => new Promise((resolve) => {
    let lane = lanes.get(room);
    if (!lane) lanes.set(room, (lane = { waiting: [], open: 0, isDue: false }));
    const mine = lane;
    mine.waiting.push({ doing, answer: resolve });
    if (mine.open === 0 || mine.waiting.length >= MOST_TOGETHER) return void send(room, mine);
    if (mine.isDue) return;
    mine.isDue = true;
    setTimeout(() => {
      mine.isDue = false;
      void send(room, mine);
    }, GATHER_MS);
  });
}
