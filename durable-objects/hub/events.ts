// What a stream can hold: the union of what features tell. A feature adds its variant here and nothing else in the rooms changes.
import { z } from 'zod';
import { NotificationEvent, NotificationReadEvent } from '../../worker/features/notifications/schema.ts';
import { conversationEvents } from '../../worker/features/conversations/schema.ts';

export const LiveEvent = z.discriminatedUnion('kind', [
  /** Stands for a line the person may no longer read; keeps the numbers gapless. */
  z.object({ kind: z.literal('blank') }),
  /** An agreement moved: what shows it should be asked for anew. */
  z.object({ kind: z.literal('nda'), ndaId: z.string(), pitchId: z.string().nullable(), status: z.string() }),
  /** Who edits a pitch with whom has changed: an invitation, its acceptance, its end. */
  z.object({ kind: z.literal('editing'), pitchId: z.string(), what: z.enum(['invited', 'accepted', 'ended']) }),
  NotificationEvent,
  NotificationReadEvent,
  ...conversationEvents,
]);
export type LiveEvent = z.output<typeof LiveEvent>;
