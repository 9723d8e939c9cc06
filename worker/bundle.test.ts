// The Worker as it is deployed, in plain workerd: what only breaks once it is bundled breaks here.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle, type Bundle, sizes } from '../bench/harness/bundle.ts';
import { type RunningWorker, startWorker } from '../bench/harness/workerd.ts';
import { createTestDatabase, type TestDatabase } from './testing/database.ts';

let built: Bundle;
let worker: RunningWorker;
let database: TestDatabase;

beforeAll(async () => {
  [built, database] = await Promise.all([bundle('worker/index.ts'), createTestDatabase()]);
  worker = await startWorker({
    ...built,
    vars: {
      ENVIRONMENT: 'production', APP_ORIGIN: 'https://pitchey.test', MAIL_FROM: 'Pitchey <post@pitchey.test>', BETTER_AUTH_SECRET: 'a-secret-for-tests-that-is-long-enough', OPS_TOKEN: 'ops-token-for-tests-only',
      LOG: 'off', DATABASE_URL: database.connectionString, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy,
    },
    rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] },
  }, '/api/health');
}, 120_000);

afterAll(async () => {
  await worker?.stop();
  await database?.drop();
  if (built) rmSync(built.folder, { recursive: true });
});

it('boots and answers health', async () => {
  const response = await fetch(`http://127.0.0.1:${worker.port}/api/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'ok' });
});

it('reads the database, hashes a password and counts tries: an unknown person is refused', async () => {
  const response = await fetch(`http://127.0.0.1:${worker.port}/api/auth/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://pitchey.test' }, body: JSON.stringify({ email: 'nobody@pitchey.test', password: 'not the right one 1' }),
  });
  expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 'unauthenticated' } }]);
});

it('holds no createRequire, which would end it at its start in production', () => {
  expect(readFileSync(join(built.folder, built.main), 'utf8')).not.toContain('createRequire(');
});

it('is plain ASCII: with a single wider character every start reads twice the bytes', () => {
  expect(readFileSync(join(built.folder, built.main), 'utf8')).not.toMatch(/[^\0-\x7f]/);
});

it('is at most 1 MB of JavaScript, gzip, WASM apart', () => {
  expect(sizes(built).javascriptGzip).toBeLessThanOrEqual(1024 * 1024);
});
