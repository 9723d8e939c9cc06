// The services of a request in workerd: each port with its production driver.
import type { Context } from 'hono';
import { epochRoom, limiterRoom } from '../durable-objects/stubs.ts';
import { EPOCH_AGE_MS, epochOf } from './auth/session-reader.ts';
import type { AppEnv } from './http/context.ts';
import { count } from './http/request-event.ts';
import { createCache } from './platform/cache/create.ts';
import { systemClock } from './platform/clock.ts';
import { createNeonDb } from './platform/db/neon.ts';
import { createEpochs } from './platform/epochs.ts';
import { createEventBuffer } from './platform/events/buffer.ts';
import { uuidv7 } from './platform/ids.ts';
import { log } from './platform/log.ts';
import { loadCodecs } from './platform/pdf/codecs.ts';
import { createPageEngine } from './platform/pdf/pages.ts';
import { createQueueRelay } from './platform/outbox/queue-relay.ts';
import { createImages } from './platform/storage/cloudflare-images.ts';
import { createR2Storage } from './platform/storage/r2.ts';
import { createLive } from './live.ts';
import type { Services } from './services.ts';
import { type Env, settingsOf } from './env.ts';

/** One an isolate: WebAssembly and bytes, nothing of any request. */
const pages = createPageEngine(loadCodecs);

const eventBuffer = createEventBuffer();

const knownEpochs = new Map<string, { epoch: number; at: number }>();

interface Ticket {
  env: Env;
  waitUntil(work: Promise<unknown>): void;
  /** Counters to fill; absent in jobs. */
  event?: import('./http/request-event.ts').RequestEvent;
}

type Shared = Pick<Services, 'epochs' | 'storage' | 'images' | 'limiter' | 'live'>;
const sharedByEnv = new WeakMap<object, Shared>();

/** What depends on the bindings alone. These ports hold no socket and no promise, so every request of the isolate may use them. */
function sharedOf(env: Env): Shared {
  let shared = sharedByEnv.get(env);
  if (!shared) {
    const epochs = createEpochs({ current: (name) => epochRoom(env.EPOCHS, name).current(), bump: (name) => epochRoom(env.EPOCHS, name).bump() }, systemClock, knownEpochs);
    shared = {
      epochs,
      storage: createR2Storage(env.FILES),
      images: createImages(env.IMAGES),
      live: createLive(env, (userId) => epochs.known(epochOf(userId), EPOCH_AGE_MS)),
      limiter: {
        take: (bucket, window) => limiterRoom(env.LIMITER, bucket).take(window),
        peek: (bucket, window) => limiterRoom(env.LIMITER, bucket).peek(window),
        giveBack: (bucket) => limiterRoom(env.LIMITER, bucket).giveBack(),
        clear: (bucket) => limiterRoom(env.LIMITER, bucket).clear(),
      },
    };
    sharedByEnv.set(env, shared);
  }
  return shared;
}

// A class for its accessors: on a prototype they cost a request nothing, and most requests use one or two of these ports.
class TicketServices implements Services {
  readonly clock = systemClock;
  readonly pages = pages;
  readonly #ticket: Ticket;
  readonly #shared: Shared;
  #db: Services['db'] | undefined;
  #cache: Services['cache'] | undefined;

  constructor(ticket: Ticket) {
    this.#ticket = ticket;
    this.#shared = sharedOf(ticket.env);
  }

  // These two are taken out of the object by those who use them.
  readonly newId = (): string => uuidv7(systemClock.now());
  readonly defer = (work: Promise<unknown>): void => {
    const { event, waitUntil } = this.#ticket;
    waitUntil(work.catch((error: unknown) => log('error', 'deferred', { requestId: event?.requestId, cause: String(error) })));
  };

  get epochs() { return this.#shared.epochs; }
  get storage() { return this.#shared.storage; }
  get images() { return this.#shared.images; }
  get limiter() { return this.#shared.limiter; }
  get live() { return this.#shared.live; }
  get events() { return eventBuffer.sinkOf({ queue: this.#ticket.env.EVENTS, defer: this.defer }); }
  get outbox() { return createQueueRelay(this.#ticket.env.OUTBOX, this.#ticket.event); }

  get db() {
    if (this.#db) return this.#db;
    const { env, event } = this.#ticket;
    const { DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, NEON_WS_PROXY: wsProxy } = settingsOf(env);
    return (this.#db = createNeonDb({ connectionString, fetchEndpoint, wsProxy, onRoundTrip: event && ((ms) => count(event.db, ms)) }));
  }

  get cache() {
    const { env, event } = this.#ticket;
    return (this.#cache ??= createCache({ env, settings: settingsOf(env), clock: systemClock, epochs: this.epochs, event, defer: this.defer }));
  }
}

/** Services for a request, a queue batch or a cron run. */
export const createServices = (ticket: Ticket): Services => new TicketServices(ticket);

export const servicesOfRequest = (c: Context<AppEnv>): Services =>
  createServices({ env: c.env, waitUntil: (work) => c.executionCtx.waitUntil(work), event: c.get('event') });
