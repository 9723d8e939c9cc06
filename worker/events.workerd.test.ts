// Events on their whole way in workerd: a report of a visit, the isolate's buffer, the queue's consumer, the roll-ups.
import { createExecutionContext, createMessageBatch, getQueueResult, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import type { Env } from './env.ts';
import worker from './index.ts';
import { rows } from './platform/db/db.ts';
import { createNeonDb } from './platform/db/neon.ts';
import { sql } from './platform/db/sql.ts';
import type { EventBatch } from './platform/events/events.ts';
import { uuidv7 } from './platform/ids.ts';
import { forgetReports } from './platform/sentry.ts';
import { consumeQueue, type QueueBody } from './queues.ts';
import { expectErrorLog } from './testing/setup.ts';

const env = { ...(bindings as unknown as Env), LOG: 'on' } as unknown as Env;
const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') });
const away = { DATABASE_URL: inject('workerdDatabaseUrl').replace('/workerd', '/no_such_database') };
/** A port where nobody listens. */
const silent = { NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql' };
const id = () => uuidv7(Date.now());
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
beforeEach(forgetReports);

async function publishPitch(): Promise<string> {
  const [owner, pitch] = [id(), id()];
  await db.batch([
    sql`INSERT INTO users (id, email, name, email_verified, portal) VALUES (${owner}, ${`${owner}@pitchey.test`}, 'Maker', true, 'creator')`,
    sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres, published_at) VALUES (${pitch}, ${owner}, ${`p-${pitch}`}, 'published', 'Pitch', 'feature', '{drama}', now())`,
  ]);
  return pitch;
}
const viewsOf = async (pitch: string): Promise<number> => (await rows(db, z.object({ views: z.int() }), sql`SELECT views FROM pitch_stats WHERE pitch_id = ${pitch}`))[0]?.views ?? 0;
const view = (pitchId: string, visitor = crypto.randomUUID()) => ({ kind: 'view', at: Date.now(), pitchId, visitor, audience: 'investor', source: 'direct', seconds: 0, depth: 0, actorId: null });

async function deliver(batches: readonly unknown[], { queue = 'pitchey-events', attempts = 1, patch = {} }: { queue?: string; attempts?: number; patch?: Record<string, unknown> } = {}) {
  const batch = createMessageBatch<QueueBody>(queue, batches.map((body, index) => ({ id: String(index), timestamp: Date.now(), attempts, body: body as QueueBody })));
  const delays = new Map(batch.messages.map((message) => [message.id, vi.spyOn(message, 'retry')]));
  const ctx = createExecutionContext();
  await consumeQueue(batch, { ...env, ...patch }, ctx);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, ctx);
  return { acked: explicitAcks, retried: retryMessages.map(({ msgId }) => ({ id: msgId, delaySeconds: delays.get(msgId)?.mock.calls[0]?.[0]?.delaySeconds })) };
}

it('a visit is answered before anything is written, and counted from the message that the isolate sends', async () => {
  const pitch = await publishPitch();
  const sent: EventBatch[] = [];
  const EVENTS = { send: async (batch: EventBatch) => { sent.push(JSON.parse(JSON.stringify(batch)) as EventBatch); } };
  const ctx = createExecutionContext();
  const ask = (ip: string, headers: Record<string, string> = {}) => worker.fetch(
    new Request(`${env.APP_ORIGIN}/api/pitches/${pitch}/views`, { method: 'POST', headers: { origin: env.APP_ORIGIN, 'user-agent': agent, 'cf-connecting-ip': ip, 'sec-fetch-site': 'same-origin', ...headers } }),
    { ...env, EVENTS } as unknown as Env, ctx,
  );
  for (const [ip, headers] of [['203.0.113.1'], ['203.0.113.2'], ['203.0.113.1'], ['203.0.113.3', { 'user-agent': 'Googlebot/2.1' }]] as [string, Record<string, string>?][]) expect((await ask(ip, headers)).status).toBe(202);
  expect(sent).toEqual([]);
  await waitOnExecutionContext(ctx);
  expect(sent.flatMap(({ events }) => events.map(({ kind }) => kind)).toSorted()).toEqual(['request', 'request', 'request', 'request', 'view', 'view', 'view']);
  expect(JSON.stringify(sent)).not.toContain('203.0.113');
  expect(await viewsOf(pitch)).toBe(0);
  expect(await deliver(sent)).toEqual({ acked: sent.map((_, index) => String(index)), retried: [] });
  expect(await viewsOf(pitch)).toBe(2);
  expect(await deliver(sent)).toMatchObject({ retried: [] });
  expect(await viewsOf(pitch)).toBe(2);
});

it('a queue that is away fails no request', async () => {
  const ctx = createExecutionContext();
  const EVENTS = { send: async () => { throw new Error('queue away'); } };
  const response = await worker.fetch(new Request(`${env.APP_ORIGIN}/api/health`), { ...env, EVENTS } as unknown as Env, ctx);
  expect(response.status).toBe(200);
  await waitOnExecutionContext(ctx);
});

describe('a batch', () => {
  it('that nobody can count is given up at once and takes no other with it', async () => {
    expectErrorLog('events.dead');
    const pitch = await publishPitch();
    const poison = [{ id: id(), events: [{ kind: 'no-such', at: Date.now() }] }, { id: id() }];
    expect(await deliver([{ id: id(), events: [view(pitch)] }, ...poison, { id: id(), events: [view(pitch)] }])).toEqual({ acked: ['0', '1', '2', '3'], retried: [] });
    expect(await viewsOf(pitch)).toBe(2);
    const envelopes = await (await fetch(`${inject('deskUrl')}/envelopes`)).json() as { body: string }[];
    expect(envelopes.some(({ body }) => body.includes('no counter for no-such') && body.includes('"topic":"events"'))).toBe(true);
  });

  it('waits longer each time while the database is away, and is kept in the dead-letter queue too', async () => {
    const pitch = await publishPitch();
    const batch = { id: id(), events: [view(pitch)] };
    expect((await deliver([batch], { patch: away })).retried).toEqual([{ id: '0', delaySeconds: 30 }]);
    expect((await deliver([batch], { patch: away, attempts: 5 })).retried).toEqual([{ id: '0', delaySeconds: 480 }]);
    expect((await deliver([batch], { patch: silent, queue: 'pitchey-events-dead' })).retried).toEqual([{ id: '0', delaySeconds: 3600 }]);
    expect(await deliver([batch], { queue: 'pitchey-events-dead-production' })).toEqual({ acked: ['0'], retried: [] });
    expect(await viewsOf(pitch)).toBe(1);
  });

  it('has a dead-letter queue with a consumer in every environment', () => {
    const toml = inject('wranglerToml');
    for (const environment of ['', '-preview', '-production']) {
      expect(toml).toMatch(new RegExp(`queue = "pitchey-events${environment}"[^\\]}]*?dead_letter_queue = "pitchey-events-dead${environment}"`));
      expect(toml.match(new RegExp(`queue = "pitchey-events-dead${environment}"`, 'g'))).toHaveLength(2);
    }
  });
});
