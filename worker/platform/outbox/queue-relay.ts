// Tells the queue which outbox rows to take. Only ids travel: the row is the truth, the queue a nudge.
import type { OutboxRelay } from './outbox.ts';

/** The queue's limit of one sendBatch. */
const BATCH = 100;

export interface RelayEvent {
  degraded?: string[];
}

/** A failed send is recorded and left to the sweeper: the rows are committed, so nothing is lost. */
export function createQueueRelay(queue: Queue, event?: RelayEvent): OutboxRelay {
  return {
    async relay(ids) {
      for (let from = 0; from < ids.length; from += BATCH) {
        try {
          await queue.sendBatch(ids.slice(from, from + BATCH).map((id) => ({ body: { id } })));
        } catch (error) {
          if (event) (event.degraded ??= []).push(`queue: ${String(error)}`);
        }
      }
    },
  };
}
