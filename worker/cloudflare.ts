// The services of a request in workerd: each port with its production driver.
import type { Context } from 'hono';
import { epochRoom, limiterRoom } from '../durable-objects/stubs.ts';
import type { AppEnv } from './http/context.ts';
import { count } from './http/request-event.ts';
import { createCache } from './platform/cache/create.ts';
import { systemClock } from './platform/clock.ts';
import { createNeonDb } from './platform/db/neon.ts';
import { createEpochs } from './platform/epochs.ts';
import { uuidv7 } from './platform/ids.ts';
import { log } from './platform/log.ts';
import { createQueueRelay } from './platform/outbox/queue-relay.ts';
import { createImages } from './platform/storage/cloudflare-images.ts';
import { createR2Storage } from './platform/storage/r2.ts';
import type { Services } from './services.ts';
import { type Env, settingsOf } from './env.ts';

const knownEpochs = new Map<string, { epoch: number; at: number }>();

interface Ticket {
  env: Env;
  waitUntil(work: Promise<unknown>): void;
  /** Counters to fill; absent in jobs. */
  event?: import('./http/request-event.ts').RequestEvent;
}

/** Services for a request, a queue batch or a cron run. */
export function createServices({ env, waitUntil, event }: Ticket): Services {
  const settings = settingsOf(env);
  const clock = systemClock;
  const defer = (work: Promise<unknown>): void => waitUntil(work.catch((error: unknown) => log('error', 'deferred', { requestId: event?.requestId, cause: String(error) })));
  const epochs = createEpochs(
    { current: (name) => epochRoom(env.EPOCHS, name).current(), bump: (name) => epochRoom(env.EPOCHS, name).bump() },
    clock, knownEpochs,
  );
  // Made when first asked for: most requests need two or three of them.
  const made: Partial<Services> = {};
  return {
    clock, epochs, defer,
    newId: () => uuidv7(clock.now()),
    get db() {
      return (made.db ??= createNeonDb({
        connectionString: settings.DATABASE_URL, fetchEndpoint: settings.NEON_FETCH_ENDPOINT, wsProxy: settings.NEON_WS_PROXY,
        onRoundTrip: event && ((ms) => count(event.db, ms)),
      }));
    },
    get cache() { return (made.cache ??= createCache({ env, settings, clock, epochs, event, defer })); },
    get storage() { return (made.storage ??= createR2Storage(env.FILES)); },
    get images() { return (made.images ??= createImages(env.IMAGES)); },
    get limiter() {
      return (made.limiter ??= {
        take: (bucket, window) => limiterRoom(env.LIMITER, bucket).take(window),
        peek: (bucket, window) => limiterRoom(env.LIMITER, bucket).peek(window),
        giveBack: (bucket) => limiterRoom(env.LIMITER, bucket).giveBack(),
        clear: (bucket) => limiterRoom(env.LIMITER, bucket).clear(),
      });
    },
    get outbox() { return (made.outbox ??= createQueueRelay(env.OUTBOX, event)); },
  };
}

export const servicesOfRequest = (c: Context<AppEnv>): Services =>
  createServices({ env: c.env, waitUntil: (work) => c.executionCtx.waitUntil(work), event: c.get('event') });
