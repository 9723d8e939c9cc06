// The live port: what a request tells people's open tabs, and the rooms it hands work to. Its production driver is in worker/live.ts
// (Durable Objects); feature tests use the one in worker/testing/test-live.ts.
import type { Delivery } from './streams.ts';

/** `conversation:<id>`, `draft:<pitch id>`, `pitch:<pitch id>`. */
export type RoomName = `${'conversation' | 'draft' | 'pitch'}:${string}`;

export interface Live {
  /** Opens a socket for a signed-in person: the answer of the upgrade. */
  connect(who: { userId: string; name: string; sessionId: string }): Promise<Response>;
  /**
   * Tells open tabs what was just committed. Never throws and never waits long: a tab that was not told notices the gap in its numbers,
   * or asks at its next check.
   */
  deliver(deliveries: readonly Delivery[]): Promise<void>;
  /** Has the room of a draft write what it holds into the pitch. Throws AppError `unavailable` when that is not done soon. */
  settleDraft(pitchId: string): Promise<void>;
  /** The pitch was changed outside of its draft's room. Never throws. */
  draftMoved(pitchId: string, version: number): Promise<void>;
  /** What these people may do has changed: their hubs look again now instead of within 5 s. Never throws. */
  recheck(userIds: readonly string[]): Promise<void>;
  /** What is counted of these pitches has moved: whoever has such a page open is told. Never throws. */
  pulse(pitchIds: readonly string[]): Promise<void>;
}
