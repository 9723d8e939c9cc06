// Wire types of tickets and of the polling fallback, whose entries are those of the socket's `events` frames.
import { z } from 'zod';
import { StreamLine } from '../../../durable-objects/hub/protocol.ts';

export const SyncQuery = z.strictObject({
  /** `resume` of hello or bye, the last `seq` seen, or the `cursor` of the last answer. */
  since: z.string().regex(/^[0-9]{1,15}$/, 'A cursor of ours.').transform(Number),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});

/** What a client offers beside a ticket, and what the answer chooses. */
export const SUBPROTOCOL = 'pitchey.v1';

export const SocketTicket = z.object({
  /** Opens one socket, once, within a minute. */
  ticket: z.string(),
  /** To be offered as they are: `new WebSocket(address, protocols)`. */
  protocols: z.array(z.string()),
  expiresAt: z.string(),
});
export type SocketTicket = z.output<typeof SocketTicket>;

export const SyncPage = z.object({
  entries: z.array(StreamLine),
  /** Where to go on. */
  cursor: z.string(),
  /** There is more now. */
  more: z.boolean(),
  /** The cursor was too old or not of this person's stream: fetch everything anew, then go on from `cursor`. */
  reset: z.boolean(),
});
export type SyncPage = z.output<typeof SyncPage>;
