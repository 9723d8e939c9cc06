// Identity where it runs: workerd's own crypto, Durable Objects and the Worker's entry, from sign-up to a refused cookie.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { describe, expect, inject, it } from 'vitest';
import type { Env } from '../../env.ts';
import worker from '../../index.ts';
import { createNeonDb } from '../../platform/db/neon.ts';
import { sql } from '../../platform/db/sql.ts';

// Nobody consumes the outbox here: a sent mail's link leaves its row, and these tests want to read it.
const env = { ...(bindings as unknown as Env), OUTBOX: { sendBatch: async () => ({}) } } as unknown as Env;
const origin = 'http://localhost:5173';
const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') });

async function call(path: string, { method = 'POST', body, cookie = '', address = '198.51.100.1' }: { method?: string; body?: unknown; cookie?: string; address?: string } = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const response = await worker.fetch(new Request(`${origin}/api/${path}`, {
    method, headers: { origin, cookie, 'cf-connecting-ip': address, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }) as Parameters<typeof worker.fetch>[0], env, ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

const password = 'sixteen reels of nitrate';

async function signUp(email: string): Promise<void> {
  expect((await call('auth/sign-up', { body: { email, password, name: 'Wanda', portal: 'creator' } })).status).toBe(201);
  const { rows } = await db.query(sql`SELECT payload->>'link' AS link FROM outbox WHERE payload->>'to' = ${email}`);
  const token = new URL(String(rows[0]?.link)).searchParams.get('token');
  expect((await call('auth/verify-email', { body: { token } })).status).toBe(200);
}

describe('identity in workerd', () => {
  it('signs up, verifies, signs in, reads the session without SQL, and signs out for good', async () => {
    const email = 'wanda@pitchey.test';
    await signUp(email);
    const signedIn = await call('auth/sign-in', { body: { email, password } });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
    const session = await call('auth/session', { method: 'GET', cookie });
    expect(await session.json()).toMatchObject({ user: { email, name: 'Wanda', roles: ['creator'] } });
    expect(session.headers.get('server-timing')).toContain('desc="0"');
    expect((await call('auth/sign-out', { cookie })).status).toBe(204);
    expect((await call('me', { method: 'GET', cookie })).status).toBe(401);
  });

  it('lets five of a hundred guesses at once be looked at, and tells the owner once', async () => {
    const email = 'wilma@pitchey.test';
    await signUp(email);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => call('auth/sign-in', { body: { email, password: index < 95 ? `wrong ${index} wrong` : password }, address: `198.51.${index}.2` })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    const { rows } = await db.query(sql`SELECT count(*)::int AS n FROM outbox WHERE topic = 'mail.account-locked' AND payload->>'to' = ${email}`);
    expect(rows).toEqual([{ n: 1 }]);
  });
});
