// Protocol v1 of /ws: what a tab may say, and what it is told. docs/realtime.md explains it for those who write another client.
import { z } from 'zod';
import { LiveEvent } from './events.ts';

export const PROTOCOL = 1;
/** Bytes of one frame from a tab; a longer one ends the socket. */
export const MAX_FRAME_BYTES = 64 * 1024;

const Uuid = z.uuid();
const ROOM = /^(conversation|draft|pitch):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const Room = z.string().regex(ROOM).transform((name) => name as `${'conversation' | 'draft' | 'pitch'}:${string}`);
export type Room = z.output<typeof Room>;

/** What somebody does in a conversation. Durable: acknowledged only when it is written. */
export const Deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('send'), body: z.string().max(8000), fileIds: z.array(Uuid).max(10).optional(), replyTo: Uuid.optional() }),
  z.strictObject({ kind: z.literal('edit'), messageId: Uuid, body: z.string().min(1).max(8000) }),
  z.strictObject({ kind: z.literal('delete'), messageId: Uuid }),
  /** A word from the closed list, or null to take it back. */
  z.strictObject({ kind: z.literal('react'), messageId: Uuid, word: z.string().max(20).nullable() }),
  z.strictObject({ kind: z.literal('read'), seq: z.int().min(0) }),
]);
export type Deed = z.output<typeof Deed>;

/** One field of a draft, and the version of it that it was changed from; `from`: the value itself, where its version is not known (`base` 0). */
export const DraftPatch = z.strictObject({ field: z.string().max(80), base: z.int().min(0), value: z.unknown(), from: z.unknown().optional() });
export type DraftPatch = z.output<typeof DraftPatch>;

/** From a tab. `id` is the client's own: the same id again has no second effect and gets the same answer. */
export const ClientFrame = z.discriminatedUnion('type', [
  /** Everything of my stream after `since` (the `resume` of hello, or the last `seq` seen). */
  z.strictObject({ type: z.literal('resume'), since: z.int().min(0) }),
  z.strictObject({ type: z.literal('join'), room: Room }),
  z.strictObject({ type: z.literal('leave'), room: Room }),
  z.strictObject({ type: z.literal('deed'), id: Uuid, room: Room, deed: Deed }),
  z.strictObject({ type: z.literal('patch'), id: Uuid, room: Room, patches: z.array(DraftPatch).min(1).max(50) }),
  z.strictObject({ type: z.literal('typing'), room: Room, on: z.boolean() }),
  /** Which part of a draft this tab is in; null: none. */
  z.strictObject({ type: z.literal('focus'), room: Room, section: z.string().max(60).nullable() }),
  z.strictObject({ type: z.literal('presence'), state: z.enum(['active', 'away']) }),
  /** Flow control: characters (`data.length`) read so far on this socket, pongs aside. A tab that is told 1,000,000 without saying this is cut. */
  z.strictObject({ type: z.literal('seen'), bytes: z.int().min(0) }),
]);
export type ClientFrame = z.output<typeof ClientFrame>;

/** One line of a person's stream: the same over the socket and from GET /api/sync. */
export const StreamLine = z.object({ seq: z.number(), at: z.string(), event: LiveEvent });
export type StreamLine = z.output<typeof StreamLine>;
export const ErrorCode = z.enum(['bad_frame', 'too_large', 'too_many', 'forbidden', 'not_found', 'conflict', 'unavailable', 'internal']);
export type ErrorCode = z.output<typeof ErrorCode>;

/** To a tab. Unknown types must be ignored by clients: later versions may add some. */
export const ServerFrame = z.discriminatedUnion('type', [
  /** First. `resume`: where the person's stream stands, as a cursor for `resume` and for GET /api/sync. */
  z.object({ type: z.literal('hello'), v: z.literal(PROTOCOL), userId: z.string(), resume: z.string(), connection: z.string() }),
  /** Lines of the stream, in order. A gap in `seq` is asked for with `resume`; a `seq` seen before is dropped. */
  z.object({ type: z.literal('events'), entries: z.array(StreamLine) }),
  /** A `resume` is answered in full; what follows is live. `reset`: the cursor was too old, fetch everything anew. */
  z.object({ type: z.literal('live'), seq: z.number(), reset: z.boolean() }),
  /** `state` belongs to the room: who is there, versions. */
  z.object({ type: z.literal('joined'), room: z.string(), state: z.unknown() }),
  z.object({ type: z.literal('left'), room: z.string(), reason: z.enum(['asked', 'forbidden']) }),
  z.object({ type: z.literal('ack'), id: z.string(), result: z.unknown() }),
  /** `id`: of the frame it answers, or the room of a join. `retryAfter` (s): the same frame may be sent again. */
  z.object({ type: z.literal('error'), id: z.string().nullable(), code: ErrorCode, message: z.string(), retryAfter: z.number().optional(), detail: z.unknown().optional() }),
  /** Passing things of a room that was joined: typing, who is there, patches, counts. */
  z.object({ type: z.literal('room'), room: z.string(), frame: z.looseObject({ kind: z.string() }) }),
  /** Several of them, in order: what happened within one window goes as one. */
  z.object({ type: z.literal('rooms'), room: z.string(), frames: z.array(z.looseObject({ kind: z.string() })) }),
  /** The socket is about to be closed; `resume` is where to go on. */
  z.object({ type: z.literal('bye'), reason: z.enum(['slow', 'signed_out', 'too_many', 'restart']), resume: z.string() }),
]);
export type ServerFrame = z.output<typeof ServerFrame>;
