// What hubs and rooms say to each other. A hub holds the sockets of one person; a room holds no socket: it knows who has joined, orders
// what they do and tells their hubs.
import type { ClientFrame, Deed, ErrorCode, Room } from '../hub/protocol.ts';
import type { Run } from './line.ts';

/** One tab of one person, as a hub presents it to a room. Its right to be there was checked by the hub just before. */
export interface Member {
  userId: string;
  name: string;
  /** The tab's socket. */
  connection: string;
}

/** A frame for a room. */
export type RoomFrame = Extract<ClientFrame, { room: Room }>;

export interface Refusal { code: ErrorCode; message: string; retryAfter?: number; detail?: unknown }
export type Answer = { ok: true; result: unknown } | ({ ok: false } & Refusal);

/** Something durable that a person does: `id` is their own, the same again has no second effect. */
export interface Doing { id: string; name: string; deed: Deed }
/** An answer whose result is JSON already: it goes on as it is. */
export type Reply = { ok: true; text: string } | ({ ok: false } & Refusal);

/** Whether somebody is there. `hidden`: they do not say. `lastSeenAt` (ISO) only of somebody who is offline. */
export interface Presence { state: 'active' | 'away' | 'offline' | 'hidden'; lastSeenAt: string | null }

/** What every room offers to hubs. */
export interface RoomPort {
  /** Gives the state that a tab starts from. Joining twice is one membership. */
  join(member: Member): Promise<Answer>;
  leave(connection: string): Promise<void>;
  /** Does what the frame asks for. Durable frames are answered when they are written; passing ones with `result: null`. */
  say(member: Member, frame: RoomFrame): Promise<Answer>;
  /** Of a conversation: what one person does, in this order; each answered when it is written, or is not to be. */
  sayAll?(userId: string, doings: readonly Doing[]): Promise<Reply[]>;
  /** Of a room that watches: somebody came, turned away or went. False: nobody is here to be told, watch no more. */
  saw?(userId: string, presence: Presence): Promise<boolean>;
}

/** What every hub offers to rooms and to the Worker. */
export interface HubPort {
  /** Lines of the person's stream, just committed. */
  deliver(runs: readonly Run[]): Promise<void>;
  /** Passing things of a room, to the tabs that joined it; `except`: a tab that is not told. Several at once go as one. */
  whisper(room: Room, frames: readonly ({ kind: string } & Record<string, unknown>)[], except?: string): Promise<void>;
  /** What the person may do has changed: look again now. */
  recheck(): Promise<void>;
  /** Which of these tabs are still here. */
  present(connections: readonly string[]): Promise<string[]>;
  /** Tells the room from now on, through `saw`, whether the person is there; gives how it stands. Watching twice is watching once. */
  watch(room: Room): Promise<Presence>;
}
