// Wire types of the polling fallback. Its entries are those of the socket's `events` frames.
import { z } from 'zod';
import { StreamLine } from '../../../durable-objects/hub/protocol.ts';

export const SyncQuery = z.strictObject({
  /** `resume` of hello or bye, the last `seq` seen, or the `cursor` of the last answer. */
  since: z.string().regex(/^[0-9]{1,15}$/, 'A cursor of ours.').transform(Number),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});

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
