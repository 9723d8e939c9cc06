// The life of an outbox row against a real database: claimed, settled, tried again, given up, swept, dropped.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { createNeonDb } from '../db/neon.ts';
import type { Db } from '../db/db.ts';
import { sql } from '../db/sql.ts';
import { uuidv7 } from '../ids.ts';
import { dropLapsed } from '../retention.ts';
import { type Consumer, consumeOutbox, MAX_ATTEMPTS, RETRY_DELAYS } from './consume.ts';
import { insertOutbox } from './outbox.ts';
import { createQueueRelay } from './queue-relay.ts';
import { buryExhausted, doneStatement } from './settle.ts';
import { sweepOutbox } from './sweep.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createNeonDb({ connectionString: database.connectionString, ...database.gateway });
});
afterAll(() => database.drop());
beforeEach(() => db.query(sql`DELETE FROM outbox`));

async function add(topic = 'test.topic', payload: Record<string, unknown> = { to: 'a@example.com', link: 'https://x/?token=secret' }): Promise<string> {
  const id = uuidv7(Date.now());
  await db.query(insertOutbox([{ id, topic, payload }]));
  return id;
}
const rowOf = async (id: string) => (await db.query(sql`SELECT status, attempts, payload, last_error, settled_at, extract(epoch FROM available_at - now())::float AS wait FROM outbox WHERE id = ${id}`)).rows[0];
const makeDue = (id: string) => db.query(sql`UPDATE outbox SET available_at = now() WHERE id = ${id}`);
const consume = (id: string, consumer: Consumer) => consumeOutbox(db, (topic) => (topic === 'test.topic' ? consumer : undefined), id);
const fine: Consumer = async () => undefined;

describe('one message', () => {
  it('is done once, and its one-time link is forgotten', async () => {
    const id = await add();
    const jobs: unknown[] = [];
    const work: Consumer = async (job) => { jobs.push(job); };
    expect(await consume(id, work)).toEqual({ kind: 'done' });
    expect(await consume(id, work)).toEqual({ kind: 'gone' });
    expect(jobs).toEqual([{ id, topic: 'test.topic', payload: { to: 'a@example.com', link: 'https://x/?token=secret' }, attempt: 1 }]);
    expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 1, payload: { to: 'a@example.com' }, settled_at: expect.any(String) });
  });

  it('delivered twice at once is worked on once; the second waits for the first to settle', async () => {
    const id = await add();
    let release: () => void = () => undefined;
    let calls = 0;
    const slow: Consumer = () => new Promise((resolve) => { calls += 1; release = resolve as () => void; });
    const first = consume(id, slow);
    await expect.poll(() => calls).toBe(1);
    expect(await consume(id, slow)).toMatchObject({ kind: 'retry', delaySeconds: expect.toSatisfy((seconds: number) => seconds > 30 && seconds <= 60) });
    release();
    expect(await first).toEqual({ kind: 'done' });
    expect(calls).toBe(1);
  });

  it('whose consumer died before the end is taken again when its claim has lapsed, under the same id (F7)', async () => {
    const id = await add();
    const effects: string[] = [];
    // Killed after the effect: nothing after it runs, so the consumer's promise never settles.
    void consume(id, (job) => { effects.push(job.id); return new Promise(() => undefined); });
    await expect.poll(() => effects.length).toBe(1);
    expect(await consume(id, fine)).toMatchObject({ kind: 'retry' });
    await makeDue(id);
    expect(await consume(id, async (job) => { effects.push(job.id); })).toEqual({ kind: 'done' });
    expect(effects).toEqual([id, id]);
    expect(await rowOf(id)).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('whose effect and settling are one batch happens once, wherever it is cut (F7)', async () => {
    const id = await add();
    const work: Consumer = async (job) => { await db.batch([sql`INSERT INTO permissions (id, label) VALUES ('test:once', ${job.id})`, doneStatement(job.id)]); };
    expect(await consume(id, work)).toEqual({ kind: 'done' });
    expect(await consume(id, work)).toEqual({ kind: 'gone' });
    await db.query(sql`DELETE FROM permissions WHERE id = 'test:once'`);
  });

  it('that fails waits longer each time, and keeps the reason and its payload', async () => {
    const id = await add();
    for (const [index, delaySeconds] of RETRY_DELAYS.entries()) {
      expect(await consume(id, () => Promise.reject(new Error(`try ${index + 1}`)))).toEqual({ kind: 'retry', delaySeconds, cause: `Error: try ${index + 1}` });
      const row = await rowOf(id);
      expect(row).toMatchObject({ status: 'pending', attempts: index + 1, last_error: `Error: try ${index + 1}`, payload: { link: expect.any(String) } });
      expect(row?.wait).toBeGreaterThan(delaySeconds - 2);
      await makeDue(id);
    }
    // An outage of an hour is survived, with one mail at its end.
    expect(RETRY_DELAYS.reduce((sum, seconds) => sum + seconds, 0)).toBeGreaterThan(3600);
    expect(await consume(id, fine)).toEqual({ kind: 'done' });
  });

  it('is given up when it can never be delivered, has no consumer, or was tried too often', async () => {
    const [refused, unknown, exhausted] = [await add(), await add('no.such.topic'), await add()];
    expect(await consume(refused, async () => ({ undeliverable: '550 no such person' }))).toEqual({ kind: 'dead', topic: 'test.topic', reason: '550 no such person' });
    expect(await consume(unknown, fine)).toEqual({ kind: 'dead', topic: 'no.such.topic', reason: 'no consumer for topic no.such.topic' });
    await db.query(sql`UPDATE outbox SET attempts = ${MAX_ATTEMPTS} WHERE id = ${exhausted}`);
    expect(await consume(exhausted, fine)).toMatchObject({ kind: 'dead' });
    for (const id of [refused, unknown, exhausted]) expect(await rowOf(id)).toMatchObject({ status: 'dead', last_error: expect.any(String), payload: { link: expect.any(String) } });
    expect(await consume(refused, fine)).toEqual({ kind: 'gone' });
  });

  it('without a row is done with', async () => {
    expect(await consume(uuidv7(0), fine)).toEqual({ kind: 'gone' });
  });
});

describe('what the queue gave up', () => {
  it('is dead when it was tried often enough, else left to the sweeper', async () => {
    const [exhausted, unlucky] = [await add(), await add()];
    await db.query(sql`UPDATE outbox SET attempts = ${MAX_ATTEMPTS}, last_error = 'why' WHERE id = ${exhausted}`);
    expect(await buryExhausted(db, exhausted, MAX_ATTEMPTS)).toMatchObject({ topic: 'test.topic', last_error: 'why' });
    expect(await buryExhausted(db, unlucky, MAX_ATTEMPTS)).toBeNull();
    expect(await rowOf(exhausted)).toMatchObject({ status: 'dead' });
    expect(await rowOf(unlucky)).toMatchObject({ status: 'pending' });
  });
});

describe('a queue that refuses (F8)', () => {
  it('fails nothing: the failure is on the event and the sweeper sends the row', async () => {
    const event: { degraded?: string[] } = {};
    const id = await add();
    const refusing = { sendBatch: () => Promise.reject(new Error('429 Too Many Requests')) } as unknown as Queue;
    await createQueueRelay(refusing, event).relay([id]);
    expect(event.degraded).toEqual(['queue: Error: 429 Too Many Requests']);

    const sent: string[] = [];
    const working = { sendBatch: async (messages: { body: { id: string } }[]) => { sent.push(...messages.map(({ body }) => body.id)); } } as unknown as Queue;
    const sweep = () => sweepOutbox({ db, outbox: createQueueRelay(working) });
    expect(await sweep()).toBe(0);
    await db.query(sql`UPDATE outbox SET available_at = now() - interval '31 seconds' WHERE id = ${id}`);
    expect(await sweep()).toBe(1);
    expect(sent).toEqual([id]);
    expect(await sweep()).toBe(0);
    expect(await consume(id, fine)).toEqual({ kind: 'done' });
  });

  it('is sent to in hundreds', async () => {
    const sizes: number[] = [];
    const queue = { sendBatch: async (messages: unknown[]) => { sizes.push(messages.length); } } as unknown as Queue;
    await createQueueRelay(queue).relay(Array.from({ length: 250 }, (_, n) => String(n)));
    expect(sizes).toEqual([100, 100, 50]);
  });
});

describe('dropLapsed', () => {
  it('drops what has served its time and nothing else', async () => {
    const [old, recent, pending, dead] = [await add(), await add(), await add(), await add()];
    await db.batch([
      sql`UPDATE outbox SET status = 'done', settled_at = now() - interval '8 days' WHERE id = ${old}`,
      sql`UPDATE outbox SET status = 'done', settled_at = now() - interval '6 days' WHERE id = ${recent}`,
      sql`UPDATE outbox SET created_at = now() - interval '30 days' WHERE id = ${pending}`,
      sql`UPDATE outbox SET status = 'dead', settled_at = now() - interval '2 days' WHERE id = ${dead}`,
      sql`INSERT INTO users (id, email, name, portal) VALUES (${old}, 'a@example.com', 'A', 'creator')`,
      sql`INSERT INTO sessions (id, user_id, token, expires_at) VALUES (${old}, ${old}, 'lapsed', now() - interval '1 second'), (${recent}, ${old}, 'live', now() + interval '1 day')`,
      sql`INSERT INTO verifications (id, identifier, value, expires_at) VALUES (${old}, 'x', 'y', now() - interval '1 second'), (${recent}, 'x', 'y', now() + interval '1 hour')`,
      sql`INSERT INTO idempotency_keys (user_id, key, request_hash, created_at) VALUES (${old}, 'old', 'h', now() - interval '25 hours'), (${old}, 'live', 'h', now())`,
      sql`INSERT INTO event_batches (id, claim, events, counted_at) VALUES (${old}, ${old}, 1, now() - interval '8 days'), (${recent}, ${recent}, 1, now() - interval '6 days')`,
    ]);
    expect(await dropLapsed({ db })).toEqual({ outbox: 1, links: 1, idempotencyKeys: 1, eventBatches: 1, sessions: 1, streamEntries: 0, liveEvents: 0, socketTickets: 0, verifications: 1 });
    expect(await dropLapsed({ db })).toEqual({ outbox: 0, links: 0, idempotencyKeys: 0, eventBatches: 0, sessions: 0, streamEntries: 0, liveEvents: 0, socketTickets: 0, verifications: 0 });
    expect(await rowOf(old)).toBeUndefined();
    expect(await rowOf(dead)).toMatchObject({ status: 'dead', payload: { to: 'a@example.com' } });
    for (const id of [recent, pending]) expect(await rowOf(id)).toBeDefined();
  });
});
