// The rooms of the house, as a hub speaks to them.
import type { Env } from '../../worker/env.ts';
import { log } from '../../worker/platform/log.ts';
import { conversationRoom, draftRoom, pitchPageRoom } from '../stubs.ts';
import type { Answer, RoomPort } from '../shared/ports.ts';
import type { Room } from './protocol.ts';

/** The room of a name. */
export function roomOf(env: Env, room: Room): RoomPort {
  const id = room.slice(room.indexOf(':') + 1);
  const stub = room.startsWith('conversation:') ? conversationRoom(env.CONVERSATION, id) : room.startsWith('draft:') ? draftRoom(env.DRAFT, id) : pitchPageRoom(env.PITCH_PAGE, id);
  // Across the wire an Answer's `unknown` is whatever JSON it holds; the types of RPC cannot say that.
  return stub as unknown as RoomPort;
}

/** Asks a room. One that does not answer is `unavailable`: what was asked may be asked again with the same id. */
export async function ask(room: Room, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    log('warn', 'hub.room', { room, cause: String(error).slice(0, 300) });
    return { ok: false, code: 'unavailable', message: 'This does not answer just now. Try again in a moment.', retryAfter: 1 };
  }
}
