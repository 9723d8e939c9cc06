// What a request may use, behind ports. Made once a request: everything in here is cheap, and what it counts goes to that request's event.
import type { Clock } from './platform/clock.ts';
import type { Cache } from './platform/cache/tiered.ts';
import type { Db } from './platform/db/db.ts';
import type { Epochs } from './platform/epochs.ts';
import type { EventSink } from './platform/events/events.ts';
import type { Live } from './platform/live/live.ts';
import type { Limiter } from './platform/limiter.ts';
import type { OutboxRelay } from './platform/outbox/outbox.ts';
import type { PageEngine } from './platform/pdf/pages.ts';
import type { ImageResizer } from './platform/storage/images.ts';
import type { Storage } from './platform/storage/storage.ts';

export interface Services {
  clock: Clock;
  newId(): string;
  db: Db;
  cache: Cache;
  storage: Storage;
  images: ImageResizer;
  /** Pages of PDFs as pictures and text. */
  pages: PageEngine;
  epochs: Epochs;
  limiter: Limiter;
  /** Open tabs and rooms. */
  live: Live;
  /** Tells the queue about outbox rows just committed; a failure is left to the sweeper. */
  outbox: OutboxRelay;
  /** What is counted: views, searches, the request itself. */
  events: EventSink;
  /** Work that may outlive the response. Its failure is logged, never thrown. */
  defer(work: Promise<unknown>): void;
}
