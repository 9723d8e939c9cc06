import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
let person: Person;
beforeAll(async () => {
  app = await createTestApp();
  person = await signUp(app, { portal: 'creator' });
});
afterAll(() => app.close());

const JSON_TYPE = { 'content-type': 'application/json' };
/** A request as it is: no Origin is added. */
const send = (path: string, init: RequestInit) => app.app.request(`${TEST_ORIGIN}${path}`, init, app.env);
const change = (headers: Record<string, string>) => send('/api/me', { method: 'PATCH', headers: { cookie: person.cookie, ...JSON_TYPE, ...headers }, body: '{"headline":"taken over"}' });

describe('another site', () => {
  it.each(['https://evil.test', 'null', `${TEST_ORIGIN}.evil.test`, `${TEST_ORIGIN}:8080`, TEST_ORIGIN.replace('http', 'https'), 'http://evil-pitchey.test', 'http://sub.pitchey.test', 'HTTP://PITCHEY.TEST'])(
    'gets no CORS header and changes nothing as %s', async (origin) => {
      const response = await change({ origin });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      const read = await send('/api/me', { headers: { cookie: person.cookie, origin } });
      expect(read.headers.get('access-control-allow-origin')).toBeNull();
    });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])('cannot post a form as "%s"', async (type) => {
    for (const path of ['/api/auth/sign-in', '/api/auth/change-password', '/api/auth/sign-up']) {
      const headers = { origin: 'https://evil.test', cookie: person.cookie, ...(type && { 'content-type': type }) };
      expect((await send(path, { method: 'POST', headers, body: '{"email":"a@b.test"}' })).status).toBe(403);
      expect([400, 415]).toContain((await send(path, { method: 'POST', headers: { ...headers, origin: TEST_ORIGIN }, body: '{"email":"a@b.test"}' })).status);
    }
  });

  it('is not believed for want of an Origin', async () => {
    expect((await change({})).status).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none']) expect([site, (await change({ 'sec-fetch-site': site })).status]).toEqual([site, 403]);
    expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('signs nobody in or out', async () => {
    const headers = { origin: 'https://evil.test', cookie: person.cookie, ...JSON_TYPE };
    expect((await send('/api/auth/sign-out', { method: 'POST', headers })).status).toBe(403);
    expect((await send('/api/auth/sign-in', { method: 'POST', headers, body: JSON.stringify({ email: person.email, password: person.password }) })).status).toBe(403);
    expect((await app.request('/api/me', { cookie: person.cookie })).status).toBe(200);
  });
});

it('a sign-out without a body, as browsers send it, needs no content type', async () => {
  const other = await signUp(app, { portal: 'creator' });
  const headers = { origin: TEST_ORIGIN, cookie: other.cookie };
  expect((await send('/api/auth/sign-out', { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: 'x' })).status).toBe(415);
  expect((await send('/api/auth/sign-out', { method: 'POST', headers: { ...headers, 'content-length': '0', 'content-type': '' }, body: '' })).status).toBe(204);
});

describe('a GET', () => {
  it('changes nothing, and no header makes it another method', async () => {
    const override = { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'DELETE' };
    for (const path of ['/api/auth/sign-out', '/api/auth/sign-out?_method=POST', '/api/auth/change-password']) {
      for (const method of ['GET', 'HEAD']) expect((await send(path, { method, headers: { cookie: person.cookie, ...override } })).status).toBe(404);
    }
    expect((await app.request('/api/me', { cookie: person.cookie })).status).toBe(200);
  });
});

describe('the table of statuses', () => {
  const routes = [
    ['POST', '/api/auth/sign-out'], ['POST', '/api/auth/change-password'], ['GET', '/api/auth/sessions'], ['DELETE', '/api/auth/sessions/00000000-0000-7000-8000-000000000000'],
    ['GET', '/api/me'], ['PATCH', '/api/me'],
  ] as const;

  it.each(routes)('%s %s is 401 for a stranger', async (method, path) => {
    const response = await app.request(path, { method, ...(method !== 'GET' && { body: {} }) });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'unauthenticated', requestId: expect.any(String) } });
  });

  it.each(['sign-up', 'sign-in', 'verify-email', 'resend-verification', 'request-password-reset', 'reset-password'])('POST %s is 400 for what makes no sense', async (path) => {
    for (const body of ['{', '[]', '"text"', 'null', '{}', '{"email":7}', '{"email":["a@b.test"]}', '{"token":{}}', '\uFEFF{}']) {
      expect([body, (await app.request(`/api/auth/${path}`, { body, headers: JSON_TYPE })).status]).toEqual([body, 400]);
    }
  });

  it('has no door of better-auth beside ours', async () => {
    for (const path of ['sign-in/email', 'sign-up/email', 'get-session', 'ok', 'error', 'update-user', 'delete-user', 'list-sessions', 'sign-in/social', 'callback/google', 'reset-password/abc']) {
      for (const method of ['GET', 'POST']) expect((await app.request(`/api/auth/${path}`, { method, cookie: person.cookie, ...(method === 'POST' && { body: {} }) })).status).toBe(404);
    }
  });

  it('answers the session of a stranger with nobody', async () => {
    const response = await app.request('/api/auth/session');
    expect([response.status, await response.json()]).toEqual([200, { user: null }]);
  });
});
