import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../testing/test-app.ts';
import { expectErrorLog } from '../testing/setup.ts';
import { access } from './access.ts';
import type { AppEnv } from './context.ts';
import { limit } from './limit.ts';
import { valid } from './valid.ts';

let app: TestApp;
let effects = 0;

beforeAll(async () => {
  app = await createTestApp();
  const probe = new Hono<AppEnv>()
    .post('/', access('public'), limit('read'), valid('json', z.strictObject({ name: z.string().min(1) })), (c) => { effects += 1; return c.json({ name: c.req.valid('json').name }); })
    .get('/boom', access('public'), limit('read'), () => { throw new Error('secret detail: SELECT * FROM users'); })
    .get('/page', access('public'), limit('read'), (c) => { c.header('Content-Security-Policy', "default-src 'self'"); return c.html('<p>page</p>'); })
    // The headers of such a Response cannot be written to.
    .get('/elsewhere', access('public'), limit('read'), () => Response.redirect(`${TEST_ORIGIN}/there`, 302))
    .get('/ops', access('ops'), limit('read'), (c) => c.json({}));
  app.app.route('/api/probe', probe);
});
afterAll(() => app.close());

const post = (headers: Record<string, string>, body: string | Uint8Array = '{"name":"a"}') =>
  app.app.request(`${TEST_ORIGIN}/api/probe`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: body as BodyInit }, app.env);

describe('the origin guard', () => {
  const evil = ['https://evil.example', 'null', `${TEST_ORIGIN}.evil.example`, TEST_ORIGIN.replace('http', 'https'), `${TEST_ORIGIN}:8080`];

  it.each(evil)('refuses a change from %s and gives no CORS header', async (origin) => {
    const before = effects;
    const response = await post({ origin, cookie: 'pitchey-session=x' });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(effects).toBe(before);
  });

  it('refuses a cookie without Origin or Sec-Fetch-Site, and one that says cross-site', async () => {
    expect((await post({ cookie: 'a=b' })).status).toBe(403);
    expect((await post({ cookie: 'a=b', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ origin: TEST_ORIGIN, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('lets our own page through', async () => {
    expect((await post({ origin: TEST_ORIGIN, cookie: 'a=b' })).status).toBe(200);
    expect((await post({ 'sec-fetch-site': 'same-origin', cookie: 'a=b' })).status).toBe(200);
  });
});

describe('a body', () => {
  const own = { origin: TEST_ORIGIN };

  it('that is no JSON media type is 415, whatever it holds', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await post({ ...own, 'content-type': type })).status).toBe(415);
    }
  });

  it('that does not parse, has an unknown member or a wrong type is a 400 that names the field', async () => {
    expect((await post(own, '{')).status).toBe(400);
    const unknown = await post(own, '{"name":"a","role":"admin"}');
    expect(unknown.status).toBe(400);
    const wrong = (await (await post(own, '{"name":""}')).json()) as { error: { code: string; fields: Record<string, string>; requestId: string } };
    expect(wrong.error.code).toBe('bad_request');
    expect(Object.keys(wrong.error.fields)).toEqual(['name']);
    expect(wrong.error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('over the limit is 413 before the handler, with and without Content-Length', async () => {
    const before = effects;
    const big = new TextEncoder().encode(JSON.stringify({ name: 'x'.repeat(2_000_000) }));
    expect((await post({ ...own, 'content-length': String(big.length) }, big)).status).toBe(413);
    const stream = new ReadableStream({ start(controller) { controller.enqueue(big); controller.close(); } });
    const chunked = await app.app.request(new Request(`${TEST_ORIGIN}/api/probe`, { method: 'POST', headers: { ...own, 'content-type': 'application/json' }, body: stream, duplex: 'half' } as RequestInit), undefined, app.env);
    expect(chunked.status).toBe(413);
    expect(effects).toBe(before);
  });
});

describe('errors', () => {
  it('a 500 says a fixed sentence and a request id, never the cause', async () => {
    expectErrorLog('secret detail');
    const response = await app.request('/api/probe/boom');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(text).not.toContain('SELECT');
    expect(JSON.parse(text).error.requestId).toBe(response.headers.get('x-request-id'));
  });

  it('an unknown path is a 404 in the same shape', async () => {
    const response = await app.request('/api/nowhere');
    expect(response.status).toBe(404);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe('not_found');
  });

  it('an operator route refuses a wrong token and takes the right one', async () => {
    expect((await app.request('/api/probe/ops')).status).toBe(401);
    expect((await app.request('/api/probe/ops', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    expect((await app.request('/api/probe/ops', { headers: { authorization: 'Bearer ops-token-for-tests-only' } })).status).toBe(200);
  });
});

it('carries the trace id of a W3C traceparent, and makes one otherwise', async () => {
  const response = await app.request('/api/health', { headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('server-timing')).toContain('total');
});

describe('every answer', () => {
  it.each(['/api/health', '/api/probe/elsewhere', '/api/nowhere', '/api/probe/page'])('%s is protected and names its request', async (path) => {
    const { headers } = await app.request(path);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('content-security-policy')).toBe(path.endsWith('/page') ? "default-src 'self'" : "default-src 'none'; frame-ancestors 'none'");
  });
});
