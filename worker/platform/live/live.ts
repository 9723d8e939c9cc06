// The live port: what a request tells people's open tabs, and the rooms it hands work to. Its production driver is in worker/live.ts
// (Durable Objects); feature tests use the one in worker/testing/test-live.ts.
import type { DraftPatch } from '../../../durable-objects/hub/protocol.ts';
import type { Delivery } from './streams.ts';

/** `conversation:<id>`, `draft:<pitch id>`, `pitch:<pitch id>`. */
export type RoomName = `${'conversation' | 'draft' | 'pitch'}:${string}`;

/** What a room answers. `retryAfter` in seconds. */
export type Said = { ok: true; result: unknown } | { ok: false; code: string; message: string; retryAfter?: number; detail?: unknown };

export interface Live {
  /**
   * Does something durable in a room for a person, as a tab of theirs would: answered when it is written. `id` is the client's own.
   * Throws AppError `unavailable` when the room does not answer; the same may be said again.
   */
  say(room: RoomName, person: { id: string; name: string }, id: string, deed: { kind: string }): Promise<Said>;
  /** Opens a socket for a signed-in person: the answer of the upgrade. `subprotocol`: the one that the answer chooses, of those the client offered. */
  connect(who: { userId: string; name: string; sessionId: string }, subprotocol?: string): Promise<Response>;
  /**
   * Tells open tabs what was just committed. Never throws and never waits long: a tab that was not told notices the gap in its numbers,
   * or asks at its next check.
   */
  deliver(deliveries: readonly Delivery[]): Promise<void>;
  /** Says a patch in the room of a draft, as a tab of this person would. Their right to was asked just before. Throws AppError `unavailable` when the room does not answer. */
  patchDraft(pitchId: string, person: { id: string; name: string }, id: string, patches: readonly DraftPatch[]): Promise<Said>;
  /** Has the room of a draft write what it holds into the pitch; gives the pitch's version before and after. Throws AppError `unavailable` when that cannot be done now. */
  settleDraft(pitchId: string): Promise<{ from: number; to: number }>;
  /** The pitch was changed outside of its draft's room. Never throws. */
  draftMoved(pitchId: string, version: number): Promise<void>;
  /** What these people may do has changed: their hubs look again now instead of within 5 s. Never throws. */
  recheck(userIds: readonly string[]): Promise<void>;
  /** What is counted of these pitches has moved: whoever has such a page open is told. Never throws. */
  pulse(pitchIds: readonly string[]): Promise<void>;
}
