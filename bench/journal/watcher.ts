// Somebody who has a conversation before them while everybody's sockets are cut and come back: who is shown to them, and whether anybody is
// shown twice.
import { WebSocket } from 'ws';
import type { Talker } from '../live/world.ts';

export interface Watcher {
  /** People who are shown to be in the room, and active, now. */
  shown(): number;
  /** Times that somebody was listed twice, or was said to come who was there already. */
  doubles(): number;
  stop(): void;
}

interface Sign { kind: string; userId: string; on?: boolean; state?: string }
interface Frame { type: string; state?: { here: { userId: string }[]; presence: { userId: string; state: string }[] }; frame?: Sign; frames?: Sign[] }

const AGAIN_MS = 200;

/** Watches one room, and comes back at once whenever its own socket is cut: it wants to see everybody else coming. */
export function watchRoom(port: number, { cookie }: Talker, room: string): Watcher {
  const here = new Set<string>();
  /** Of those who are here, who was said to come since this socket joined: the list of the room and the first word may overlap. */
  const announced = new Set<string>();
  const states = new Map<string, string>();
  let [doubles, isOver] = [0, false];
  let socket: WebSocket;

  function hear(frame: Frame): void {
    if (frame.type === 'joined' && frame.state) {
      for (const known of [here, announced, states]) known.clear();
      for (const { userId } of frame.state.here) doubles += here.has(userId) ? 1 : (here.add(userId), 0);
      for (const { userId, state } of frame.state.presence) doubles += states.has(userId) ? 1 : (states.set(userId, state), 0);
    }
    for (const sign of frame.type === 'room' && frame.frame ? [frame.frame] : frame.type === 'rooms' ? frame.frames ?? [] : []) {
      if (sign.kind === 'presence') states.set(sign.userId, sign.state ?? '');
      if (sign.kind !== 'here') continue;
      if (sign.on && announced.has(sign.userId)) doubles += 1;
      for (const known of [here, announced]) {
        if (sign.on) known.add(sign.userId);
        else known.delete(sign.userId);
      }
    }
  }

  function open(): void {
    socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { Cookie: cookie, Origin: 'http://bench.test' } });
    socket.on('error', () => undefined); // closed as well
    socket.on('message', (data) => {
      const frame = JSON.parse((data as Buffer).toString()) as Frame;
      if (frame.type === 'hello') socket.send(JSON.stringify({ type: 'join', room }));
      hear(frame);
    });
    socket.on('close', () => {
      for (const known of [here, states]) known.clear();
      if (!isOver) setTimeout(open, AGAIN_MS);
    });
  }
  open();
  return {
    shown: () => [...here].filter((userId) => states.get(userId) === 'active').length,
    doubles: () => doubles,
    stop() { isOver = true; socket.terminate(); },
  };
}
