// What reaches Sentry and what does not, against a sink that may be slow, away or rude (F12).
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Env } from '../env.ts';
import worker from '../index.ts';
import { expectErrorLog } from '../testing/setup.ts';
import { AppError } from './app-error.ts';
import { droppedReports, forgetReports, report } from './sentry.ts';

const env = bindings as unknown as Env;
const settings = { SENTRY_DSN: inject('sentryDsn'), ENVIRONMENT: 'local', VERSION: 'test' };

const desk = (path: string, method = 'GET') => fetch(`${inject('deskUrl')}/${path}`, { method });
const envelopes = async (marker: string): Promise<string[]> => (await (await desk('envelopes')).json() as { body: string }[]).map(({ body }) => body).filter((body) => body.includes(marker));
const sinkIs = (fault: string) => desk(`sentry/${fault}`, 'PUT').then((response) => response.body?.cancel());

beforeEach(forgetReports);
afterEach(() => sinkIs('none'));

/** Reports, waits for what it left to waitUntil, and gives ms of both. */
async function send(error: unknown, tags: Parameters<typeof report>[3] = {}, with_: Parameters<typeof report>[0] = settings) {
  const works: Promise<unknown>[] = [];
  const started = performance.now();
  report(with_, (work) => { works.push(work); }, error, tags);
  const returned = performance.now() - started;
  await Promise.all(works);
  return { works: works.length, returned, settled: performance.now() - started };
}

describe('report', () => {
  it('sends an error with its causes, its place and its tags', async () => {
    await send(new AppError('unavailable', 'marker-one', { cause: new TypeError('the cause of marker-one') }), { requestId: 'r-1', route: '/api/x', method: 'GET', code: 'unavailable' });
    const [envelope, ...more] = await envelopes('marker-one');
    expect(more).toEqual([]);
    const event = JSON.parse((envelope as string).split('\n')[2] as string) as { exception: { values: { type: string; value: string; stacktrace: { frames: { filename: string; lineno: number }[] } }[] }; tags: unknown; environment: string; release: string };
    expect(event).toMatchObject({ tags: { requestId: 'r-1', route: '/api/x', method: 'GET', code: 'unavailable' }, environment: 'local', release: 'test' });
    expect(event.exception.values.map(({ type, value }) => [type, value])).toEqual([['TypeError', 'the cause of marker-one'], ['AppError', 'marker-one']]);
    expect(event.exception.values.every(({ stacktrace }) => stacktrace.frames.at(-1)?.filename.includes('sentry.workerd.test'))).toBe(true);
    expect(event).not.toHaveProperty('request');
    expect(event).not.toHaveProperty('user');
    expect(event).not.toHaveProperty('breadcrumbs');
  });

  it('hides addresses and one-time secrets that slipped into a message', async () => {
    await send(new Error('marker-two: ana.b+c@mail.example.co.uk failed at /verify?token=s3cret&x=1'));
    const [envelope] = await envelopes('marker-two');
    expect(envelope).toContain('[address] failed at /verify?token=[secret]&x=1');
    expect(envelope).not.toMatch(/s3cret|example\.co\.uk/);
  });

  it('is off without a DSN', async () => {
    const { SENTRY_DSN: _, ...without } = settings;
    expect(await send(new Error('marker-three'), {}, without)).toMatchObject({ works: 0 });
    expect(await envelopes('marker-three')).toEqual([]);
  });

  it.each(['hang', 'refuse', '500', '429'])('%s: costs the caller nothing, ends within its second, and is counted', async (fault) => {
    await sinkIs(fault);
    const { returned, settled } = await send(new Error('marker-four'));
    expect(returned).toBeLessThan(50);
    expect(settled).toBeLessThan(1_500);
    expect(droppedReports()).toBe(1);
    await sinkIs('none');
    await send(new Error(`marker-after-${fault}`));
    expect((await envelopes(`marker-after-${fault}`))[0]).toContain('"droppedBefore":"1"');
  });

  it('makes one story of an outage, not one a request', async () => {
    await Promise.all(Array.from({ length: 50 }, () => send(new Error('marker-five'))));
    expect(await envelopes('marker-five')).toHaveLength(10);
    expect(droppedReports()).toBe(40);
  });
});

describe('a request', () => {
  const away = { ...env, DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/none', NEON_FETCH_ENDPOINT: 'http://127.0.0.1:1/sql' };
  async function request(path: string, init: RequestInit = {}, patch = {}): Promise<Response> {
    const ctx = createExecutionContext();
    const response = await worker.fetch(new Request(`http://localhost:5173${path}`, { ...init, headers: { origin: 'http://localhost:5173', 'content-type': 'application/json' } }), { ...env, ...patch }, ctx);
    await waitOnExecutionContext(ctx);
    return response;
  }
  const signIn = { method: 'POST', body: JSON.stringify({ email: 'canary@example.com', password: 'canary-password' }) };

  it('that ends in a 5xx is forwarded by its id, without what was sent', async () => {
    expectErrorLog('request');
    const response = await request('/api/auth/sign-in', signIn, away);
    expect(response.status).toBe(503);
    const requestId = response.headers.get('x-request-id') as string;
    const [envelope] = await envelopes(requestId);
    expect(envelope).toContain('"route":"/api/auth/sign-in"');
    expect(envelope).not.toContain('canary');
  });

  it('that ends otherwise is nobody\'s business', async () => {
    for (const response of [await request('/api/nothing'), await request('/api/me')]) {
      expect(response.status).toBeLessThan(500);
      expect(await envelopes(response.headers.get('x-request-id') as string)).toEqual([]);
    }
  });
});
