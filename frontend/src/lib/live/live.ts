// What pages ask of the live connection. Small and always there; the connection itself comes after the first paint (start.ts) and
// takes over what has been asked for by then.
import type { LiveEvent } from '../../../../durable-objects/hub/events.ts';
import { ApiError } from '../http.ts';
import type { RoomFrame, Socket } from '../socket.ts';
import type { Line } from './order.ts';

export type Kind = LiveEvent['kind'];
export type EventOf<K extends Kind> = Extract<LiveEvent, { kind: K }>;

export interface RoomListener {
  onJoined?: (state: unknown) => void;
  onFrame?: (frame: RoomFrame) => void;
  /** May not be there (any more). */
  onLeft?: () => void;
}

type EventListener = (event: LiveEvent, at: string) => void;
const listeners = new Map<Kind, Set<EventListener>>();
const resets = new Set<() => void>();
const rooms = new Map<string, Set<RoomListener>>();
let socket: Socket | null = null;

const away = () => Promise.reject(new ApiError('The live connection is not there.', { kind: 'network', status: 0, code: 'network' }));

export const live = {
  /** Calls `then` for every event of this kind, in order, once. Gives the way to stop. */
  on<K extends Kind>(kind: K, then: (event: EventOf<K>, at: string) => void): () => void {
    const set = listeners.get(kind) ?? new Set();
    listeners.set(kind, set.add(then as EventListener));
    return () => set.delete(then as EventListener);
  },
  /** Calls `then` when events were missed for good: what is shown has to be asked for anew. */
  onReset(then: () => void): () => void {
    resets.add(then);
    return () => resets.delete(then);
  },
  /** Joins a room for as long as somebody here listens to it. */
  join(room: string, listener: RoomListener): () => void {
    const set = rooms.get(room) ?? new Set();
    rooms.set(room, set.add(listener));
    socket?.join(room); // again for a second listener: joining twice is one membership, and its answer is the state to begin with
    return () => {
      if (!set.delete(listener) || set.size > 0) return;
      rooms.delete(room);
      socket?.leave(room);
    };
  },
  /** A deed or a patch over the socket. Rejects with ApiError; `network`: unknown whether it was done, the same id may be sent again. */
  ask: (frame: Parameters<Socket['ask']>[0]): Promise<unknown> => socket?.ask(frame) ?? away(),
  /** Typing, focus, presence: said if anyone listens. */
  tell: (frame: Parameters<Socket['tell']>[0]): void => socket?.tell(frame),
  /** Looks now for what is new. */
  check: (): void => socket?.check(),
};

/** The side of the connection. */
export const liveHub = {
  attach(next: Socket | null): void {
    socket = next;
    for (const room of rooms.keys()) next?.join(room);
  },
  lines(lines: readonly Line[]): void {
    for (const { event, at } of lines) for (const then of listeners.get(event.kind) ?? []) then(event, at);
  },
  reset(): void {
    for (const then of resets) then();
  },
  joined: (room: string, state: unknown): void => rooms.get(room)?.forEach(({ onJoined }) => onJoined?.(state)),
  frame: (room: string, frame: RoomFrame): void => rooms.get(room)?.forEach(({ onFrame }) => onFrame?.(frame)),
  left: (room: string): void => rooms.get(room)?.forEach(({ onLeft }) => onLeft?.()),
};
