// The whole app for a feature test: the real driver on a database of its own, and a clock that tests move.
import { createApp } from '../app.ts';
import type { Env } from '../env.ts';
import { createEpochs } from '../platform/epochs.ts';
import { createNeonDb } from '../platform/db/neon.ts';
import type { AppEvent } from '../platform/events/events.ts';
import { Deed } from '../../durable-objects/hub/protocol.ts';
import { deliveriesOf } from '../features/conversations/deed-frame.ts';
import { commitDeeds } from '../features/conversations/deeds.ts';
import type { Said } from '../platform/live/live.ts';
import type { Services } from '../services.ts';
import { createTestDatabase } from './database.ts';
import { createTestCache } from './test-cache.ts';
import { createTestLimiter, createTestClock, createTestEpochSource, createTestIds } from './test-ports.ts';
import { createTestLive } from './test-live.ts';
import { createTestObjects } from './test-objects.ts';
import { createNodePages } from '../../scripts/local/page-engine.ts';

export const TEST_ORIGIN = 'http://pitchey.test';
export const OPS_TOKEN = 'ops-token-for-tests-only';

/** One app on one database clone. Call `close()` in afterAll. */
export async function createTestApp(overrides: Partial<Record<string, string>> = {}) {
  const database = await createTestDatabase();
  const clock = createTestClock();
  const newId = createTestIds(clock);
  const limiter = createTestLimiter(clock);
  const epochs = createEpochs(createTestEpochSource(), clock, new Map());
  const objects = createTestObjects();
  const env = {
    ENVIRONMENT: 'local', APP_ORIGIN: TEST_ORIGIN, DATABASE_URL: database.connectionString, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint,
    NEON_WS_PROXY: database.gateway.wsProxy, MAIL_FROM: 'Pitchey <post@pitchey.test>', BETTER_AUTH_SECRET: 'a-secret-for-tests-that-is-long-enough', OPS_TOKEN, LOG: 'off', ...overrides,
  } as unknown as Env;
  const deferred = new Set<Promise<unknown>>();
  const relayed: string[] = [];
  const events: AppEvent[] = [];
  let roundTrips = 0;
  const db = createNeonDb({ connectionString: database.connectionString, ...database.gateway, timeoutMs: 10_000, onRoundTrip: () => { roundTrips += 1; } });
  // The rooms' own action, without a room: many at once are put in order by the database alone.
  const { live, told, rechecked, patched, settled, moved } = createTestLive((deliver) => async (room, person, id, deed) => {
    const { outcomes, tellings, outbox } = await commitDeeds({ db, newId, now: clock.now() }, room.slice(room.indexOf(':') + 1), [{ id, person, deed: Deed.parse(deed) }]);
    await deliver(deliveriesOf(tellings));
    relayed.push(...outbox);
    return outcomes[0] as Said;
  });
  const defer = (work: Promise<unknown>): void => { const kept = work.finally(() => deferred.delete(kept)); deferred.add(kept); };
  const cacheOf = createTestCache({ clock, epochs, defer });
  const services: Services = {
    clock, newId, db, cache: cacheOf(), epochs, limiter, live, defer, storage: objects.storage, images: objects.images, pages: createNodePages(),
    outbox: { relay: async (ids) => { relayed.push(...ids); } }, events: { send: (event) => { events.push(event); } },
  };
  const app = createApp((c) => ({ ...services, cache: cacheOf(c.get('event')) }));

  /** One HTTP request. A plain object as `body` goes as JSON; unsafe methods carry our own Origin unless headers say otherwise. */
  async function request(path: string, init: { method?: string; body?: unknown; headers?: Record<string, string>; cookie?: string | undefined } = {}): Promise<Response> {
    const { method = init.body === undefined ? 'GET' : 'POST', body, headers = {}, cookie } = init;
    const raw = body instanceof Uint8Array || body instanceof ArrayBuffer || typeof body === 'string';
    return app.request(`${TEST_ORIGIN}${path}`, {
      method,
      headers: { ...(method === 'GET' ? {} : { origin: TEST_ORIGIN }), ...(body !== undefined && !raw && { 'content-type': 'application/json' }), ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
    }, env);
  }

  return {
    app, db, clock, env, services, request, relayed, events, told, rechecked, patched, settled, moved,
    roundTrips: () => roundTrips,
    /** Waits for what handlers deferred. */
    settle: async () => { while (deferred.size > 0) await Promise.all(deferred); },
    close: async () => { await Promise.all(deferred); await objects.close(); await database.drop(); },
  };
}

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;
