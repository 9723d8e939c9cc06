// The queue's consumer as the platform calls it, with the outbox in PostgreSQL and mails over SMTP.
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { Env } from './env.ts';
import { createNeonDb } from './platform/db/neon.ts';
import { sql } from './platform/db/sql.ts';
import { uuidv7 } from './platform/ids.ts';
import { mailMessage } from './platform/mail/messages.ts';
import { MAX_ATTEMPTS, RETRY_DELAYS } from './platform/outbox/consume.ts';
import { insertOutbox } from './platform/outbox/outbox.ts';
import { forgetReports } from './platform/sentry.ts';
import { consumeQueue, type QueueBody } from './queues.ts';
import { expectErrorLog } from './testing/setup.ts';

const env = bindings as unknown as Env;
const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') });
beforeEach(forgetReports);

const desk = async <T>(path: string): Promise<T> => (await fetch(`${inject('deskUrl')}/${path}`)).json();
const mailsTo = async (to: string) => (await desk<{ to: string; data: string }[]>('mails')).filter((mail) => mail.to === to);

async function addMail(to: string): Promise<string> {
  const id = uuidv7(Date.now());
  await db.query(insertOutbox([mailMessage(id, 'mail.verify-email', { to, name: 'Ana', link: 'https://pitchey.example/verify-email?token=x', hours: 24 })]));
  return id;
}
const rowOf = async (id: string) => (await db.query(sql`SELECT status, attempts, last_error, payload ? 'link' AS has_link FROM outbox WHERE id = ${id}`)).rows[0];

async function deliver(ids: readonly string[], { queue = 'pitchey-outbox', attempts = 1, patch = {} }: { queue?: string; attempts?: number; patch?: Record<string, unknown> } = {}) {
  const batch = createMessageBatch<QueueBody>(queue, ids.map((id, index) => ({ id: `${index}-${id}`, timestamp: Date.now(), attempts, body: { id } })));
  // The result that the plugin gives leaves the delays out.
  const delays = new Map(batch.messages.map((message) => [message.id, vi.spyOn(message, 'retry')]));
  const ctx = createExecutionContext();
  await consumeQueue(batch, { ...env, ...patch }, ctx);
  const { explicitAcks, retryMessages, ackAll, retryBatch } = await getQueueResult(batch, ctx);
  const retried = retryMessages.map(({ msgId }) => ({ id: msgId.slice(2), delaySeconds: delays.get(msgId)?.mock.calls[0]?.[0]?.delaySeconds }));
  return { acked: explicitAcks.map((id) => id.slice(2)), retried, ackAll, retryBatch: retryBatch.retry };
}

describe('a batch (F6)', () => {
  it('of ten whose eighth fails: the others are acknowledged, it alone is tried again later', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 10; n += 1) ids.push(await addMail(n === 8 ? 'later-eight@example.com' : `ten-${n}@example.com`));
    const eighth = ids[7] as string;
    expect(await deliver(ids)).toEqual({ acked: ids.filter((id) => id !== eighth), retried: [{ id: eighth, delaySeconds: RETRY_DELAYS[0] }], ackAll: false, retryBatch: false });
    for (let n = 1; n <= 10; n += 1) if (n !== 8) expect(await mailsTo(`ten-${n}@example.com`)).toHaveLength(1);
    expect(await rowOf(eighth)).toMatchObject({ status: 'pending', attempts: 1, last_error: expect.stringContaining('451'), has_link: true });
    expect(await rowOf(ids[0] as string)).toMatchObject({ status: 'done', has_link: false });
  });

  it('delivered twice sends once', async () => {
    const id = await addMail('twice@example.com');
    expect(await deliver([id, id])).toMatchObject({ acked: [id, id] });
    expect(await deliver([id])).toMatchObject({ acked: [id], retried: [] });
    expect(await mailsTo('twice@example.com')).toHaveLength(1);
  });

  it('is kept while the database is away', async () => {
    const id = await addMail('away@example.com');
    const patch = { DATABASE_URL: inject('workerdDatabaseUrl').replace('/workerd', '/no_such_database') };
    expect(await deliver([id], { patch })).toMatchObject({ acked: [], retried: [{ id, delaySeconds: 30 }] });
    expect(await deliver([id])).toMatchObject({ acked: [id] });
  });

  it('carries the outbox id in the mail', async () => {
    const id = await addMail('id@example.com');
    await deliver([id]);
    const [mail] = await mailsTo('id@example.com');
    expect(mail?.data).toContain(`Message-ID: <${id}@pitchey.example>`);
  });
});

describe('a message that cannot be delivered', () => {
  it('is dead at once, and says so to whoever watches', async () => {
    expectErrorLog('outbox.dead');
    const [refused, unknown] = [await addMail('never-x@example.com'), uuidv7(Date.now())];
    await db.query(insertOutbox([{ id: unknown, topic: 'no.such.topic', payload: {} }]));
    expect(await deliver([refused, unknown])).toMatchObject({ acked: [refused, unknown], retried: [] });
    expect(await rowOf(refused)).toMatchObject({ status: 'dead', last_error: '550 no such person: [recipient]' });
    expect(await rowOf(unknown)).toMatchObject({ status: 'dead', last_error: 'no consumer for topic no.such.topic' });
    const envelopes = await desk<{ body: string }[]>('envelopes');
    for (const id of [refused, unknown]) expect(envelopes.filter(({ body }) => body.includes(id) && body.includes('outbox: given up'))).toHaveLength(1);
    expect(envelopes.some(({ body }) => body.includes('never-x@example.com'))).toBe(false);
  });

  it('goes to the dead-letter queue after its last try, and is marked there', async () => {
    expectErrorLog('outbox.dead');
    const id = await addMail('later-last@example.com');
    await db.query(sql`UPDATE outbox SET attempts = ${MAX_ATTEMPTS - 1} WHERE id = ${id}`);
    expect(await deliver([id], { attempts: MAX_ATTEMPTS })).toMatchObject({ retried: [{ id }] });
    expect(await deliver([id], { queue: 'pitchey-outbox-dead' })).toMatchObject({ acked: [id] });
    expect(await rowOf(id)).toMatchObject({ status: 'dead', attempts: MAX_ATTEMPTS });
  });

  it('has as many tries as the queue gives, in every environment', () => {
    const tries = [...inject('wranglerToml').matchAll(/queue = "pitchey-outbox(?:-preview|-production)?"(?:,|\n)[^\]}]*?max_retries = (\d+)/g)].map(([, count]) => Number(count));
    expect(tries).toEqual([RETRY_DELAYS.length, RETRY_DELAYS.length, RETRY_DELAYS.length]);
  });
});

it('knows the queues of every environment, and no others', async () => {
  for (const queue of ['pitchey-outbox-preview', 'pitchey-outbox-production', 'pitchey-outbox-dead-preview', 'pitchey-outbox-dead-production']) expect(await deliver([], { queue })).toMatchObject({ acked: [] });
  await expect(deliver([], { queue: 'somebody-elses' })).rejects.toThrow('no job for queue somebody-elses');
});
