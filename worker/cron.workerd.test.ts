import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { beforeEach, expect, inject, it } from 'vitest';
import { runCron } from './cron.ts';
import type { Env } from './env.ts';
import { createNeonDb } from './platform/db/neon.ts';
import { sql } from './platform/db/sql.ts';
import { uuidv7 } from './platform/ids.ts';
import { insertOutbox } from './platform/outbox/outbox.ts';
import { forgetReports } from './platform/sentry.ts';
import { expectErrorLog } from './testing/setup.ts';

const env = bindings as unknown as Env;
const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') });
beforeEach(forgetReports);

async function run(cron: string, patch: Record<string, unknown> = {}): Promise<void> {
  const ctx = createExecutionContext();
  try {
    await runCron(createScheduledController({ cron, scheduledTime: new Date() }), { ...env, ...patch }, ctx);
  } finally {
    await waitOnExecutionContext(ctx);
  }
}

it('sends again what the queue lost', async () => {
  const id = uuidv7(Date.now());
  await db.query(insertOutbox([{ id, topic: 'mail.verify-email', payload: {} }]));
  await db.query(sql`UPDATE outbox SET available_at = now() - interval '1 minute' WHERE id = ${id}`);
  const sent: string[] = [];
  await run('* * * * *', { OUTBOX: { sendBatch: async (messages: { body: { id: string } }[]) => { sent.push(...messages.map(({ body }) => body.id)); } } });
  expect(sent).toContain(id);
});

it('has jobs for every expression of wrangler.toml, and refuses others', async () => {
  const expressions = new Set([...inject('wranglerToml').matchAll(/crons = \[([^\]]*)\]/g)].flatMap(([, list]) => [...(list ?? '').matchAll(/"([^"]+)"/g)].map(([, cron]) => cron as string)));
  expect(expressions.size).toBeGreaterThan(0);
  for (const cron of expressions) await run(cron);
  await expect(run('1 1 1 1 1')).rejects.toThrow('no jobs for cron');
});

it('fails the run, and says so, when a job fails', async () => {
  for (const job of ['sweepOutbox', 'moveNdas', 'sendNotifications']) expectErrorLog(job);
  const patch = { DATABASE_URL: inject('workerdDatabaseUrl').replace('/workerd', '/no_such_database') };
  await expect(run('* * * * *', patch)).rejects.toThrow('3 of 3 jobs failed');
  const envelopes = await (await fetch(`${inject('deskUrl')}/envelopes`)).json() as { body: string }[];
  expect(envelopes.some(({ body }) => body.includes('"cron":"* * * * *"') && body.includes('"job":"sweepOutbox"'))).toBe(true);
});
