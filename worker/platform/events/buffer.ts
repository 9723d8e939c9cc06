// Collects an isolate's events and sends them together: a queue message a hundred events, or a second. Data may be shared between requests of an
// isolate, promises may not: so the buffer holds events only, and whichever request comes first holds the timer.
import { log } from '../log.ts';
import { uuidv7 } from '../ids.ts';
import type { AppEvent, EventBatch, EventSink } from './events.ts';

/** Events of one message. A request's event is about 500 bytes; a message may have 128 kB. */
export const BATCH = 100;
const WAIT_MS = 1_000;
/** A timer that has not gone off by then died with its request. */
const TIMER_DEAD_MS = 5_000;
/** Full messages wait as long after one that failed. */
const HOLD_MS = 5_000;
/** Kept while the queue does not take them; older ones are lost first. */
const MOST = 2_000;

export interface BatchQueue {
  send(batch: EventBatch, options: { contentType: 'json' }): Promise<unknown>;
}

interface Sending {
  queue: BatchQueue;
  defer(work: Promise<unknown>): void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** One an isolate. `now` in ms. */
export function createEventBuffer(now: () => number = Date.now, wait: (ms: number) => Promise<void> = pause) {
  let pending: AppEvent[] = [];
  let timerSince: number | undefined;
  let heldUntil = 0;

  async function sendNext(queue: BatchQueue): Promise<void> {
    const events = pending.slice(0, BATCH);
    pending = pending.slice(BATCH);
    if (events.length === 0) return;
    try {
      await queue.send({ id: uuidv7(now()), events }, { contentType: 'json' });
    } catch (error) {
      const kept = [...events, ...pending].slice(-MOST);
      log('warn', 'events.unsent', { events: events.length, lost: events.length + pending.length - kept.length, cause: String(error).slice(0, 200) });
      pending = kept;
      heldUntil = now() + HOLD_MS;
    }
  }

  async function sendAfterWait(queue: BatchQueue): Promise<void> {
    await wait(WAIT_MS);
    timerSince = undefined;
    await sendNext(queue);
  }

  function add(event: AppEvent, { queue, defer }: Sending): void {
    if (pending.length >= MOST) pending.shift();
    pending.push(event);
    if (pending.length >= BATCH && now() >= heldUntil) return defer(sendNext(queue));
    if (timerSince !== undefined && now() - timerSince < TIMER_DEAD_MS) return;
    timerSince = now();
    defer(sendAfterWait(queue));
  }

  return {
    /** The sink of one request: what it sends may leave with a later one. */
    sinkOf: (sending: Sending): EventSink => ({ send: (event) => add(event, sending) }),
    size: () => pending.length,
  };
}
