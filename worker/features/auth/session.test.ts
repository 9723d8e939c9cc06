import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../app.ts';
import { createNeonDb } from '../../platform/db/neon.ts';
import { sql } from '../../platform/db/sql.ts';
import { createEpochs, type EpochSource } from '../../platform/epochs.ts';
import type { Services } from '../../services.ts';
import { cookiesOf, signUp, type Person } from '../../testing/people.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../testing/test-app.ts';
import { createTestEpochSource } from '../../testing/test-ports.ts';

const MINUTE = 60_000;
const secretOf = (of: TestApp): string => (of.env as unknown as { BETTER_AUTH_SECRET: string }).BETTER_AUTH_SECRET;
const DAY = 24 * 60 * MINUTE;

let app: TestApp;
let source: EpochSource;
let isAway = false;
beforeAll(async () => {
  app = await createTestApp();
  const plain = createTestEpochSource();
  const orAway = async <T>(work: () => Promise<T>): Promise<T> => { if (isAway) throw new Error('the epochs are away'); return work(); };
  source = { current: (name) => orAway(() => plain.current(name)), bump: (name) => orAway(() => plain.bump(name)) };
  app.services.epochs = createEpochs(source, app.clock, new Map());
});
afterAll(() => app.close());

type Get = (path: string, cookie: string, method?: string) => Promise<Response>;

/** Another isolate: the same database and objects, a memory of its own. */
function isolate(overrides: Partial<Services> = {}, settings: Record<string, string> = {}): Get {
  const env = { ...app.env, ...settings };
  const services = { ...app.services, epochs: createEpochs(source, app.clock, new Map()), ...overrides };
  const other = createApp(() => services);
  return async (path, cookie, method = 'GET') => other.request(`${TEST_ORIGIN}${path}`, { method, headers: { cookie, ...(method !== 'GET' && { origin: TEST_ORIGIN }) } }, env);
}

const sessionOnly = (cookie: string): string => /pitchey-session=[^;]+/.exec(cookie)?.[0] ?? '';
const queries = async <T>(work: () => Promise<T>): Promise<[T, number]> => { const before = app.roundTrips(); const value = await work(); return [value, app.roundTrips() - before]; };
const userOf = async (response: Response): Promise<unknown> => (await response.json() as { user: unknown }).user;
const signIn = async (person: Person): Promise<string> => cookiesOf(await app.request('/api/auth/sign-in', { body: { email: person.email, password: person.password } }));

describe('reading a session', () => {
  let person: Person;
  beforeAll(async () => { person = await signUp(app, { portal: 'creator', name: 'Rosa Okafor' }); });

  it('costs no SQL with the cookies of a sign-in, in any isolate', async () => {
    for (const get of [isolate(), isolate()]) {
      for (let round = 0; round < 3; round += 1) {
        const [response, sqls] = await queries(() => get('/api/auth/session', person.cookie));
        expect(await userOf(response)).toMatchObject({ id: person.id, name: 'Rosa Okafor' });
        expect(sqls).toBe(0);
      }
    }
  });

  it('costs one statement with the session cookie alone, then none', async () => {
    const get = isolate();
    const [first, sqls] = await queries(() => get('/api/auth/session', sessionOnly(person.cookie)));
    expect(sqls).toBe(1);
    expect(first.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['pitchey-session-cache']);
    expect((await queries(() => get('/api/auth/session', sessionOnly(person.cookie))))[1]).toBe(0);
    expect((await queries(() => isolate()('/api/auth/session', `${sessionOnly(person.cookie)}; ${cookiesOf(first)}`)))[1]).toBe(0);
  });

  it('asks the database again after a minute', async () => {
    const get = isolate();
    const cookie = await signIn(person);
    expect((await queries(() => get('/api/auth/session', cookie)))[1]).toBe(0);
    app.clock.advance(MINUTE + 1000);
    expect((await queries(() => get('/api/auth/session', cookie)))[1]).toBe(1);
    expect((await queries(() => get('/api/auth/session', cookie)))[1]).toBe(0);
  });

  it('costs a stranger no SQL, whatever they send', async () => {
    const token = /pitchey-session=([^;]+)/.exec(person.cookie)?.[1] as string;
    const other = token.slice(0, -3) + (token.endsWith('AAA') ? 'BBB' : 'AAA');
    const junk = ['', 'pitchey-session=', 'pitchey-session=junk', `pitchey-session=${other}`, `pitchey-session=${token.slice(0, 60)}`, `pitchey-session=${token}; pitchey-session=${token}`,
      `pitchey-session=${token}; pitchey-session=`, `pitchey-session=${'x'.repeat(8192)}`, `pitchey-session="${token}"`, `pitchey-session=${encodeURIComponent('{"a":1}')}`, ';;;=;=', `a=b; pitchey-session-cache=${'y'.repeat(5000)}`];
    for (const cookie of junk) {
      const [response, sqls] = await queries(() => app.request('/api/me', { cookie }));
      expect([response.status, sqls, cookie.slice(0, 40)]).toEqual([401, 0, cookie.slice(0, 40)]);
    }
  });

  it('believes no copy that was made for another session, or altered', async () => {
    const other = await signUp(app, { portal: 'investor' });
    const copy = /pitchey-session-cache=[^;]+/.exec(other.cookie)?.[0] as string;
    const [body, signature] = copy.slice(copy.indexOf('=') + 1).split('.') as [string, string];
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), actor: { id: person.id } })).toString('base64url');
    for (const cookie of [copy, `pitchey-session-cache=${forged}.${signature}`, 'pitchey-session-cache=a.b', 'pitchey-session-cache=']) {
      const [response, sqls] = await queries(() => isolate()('/api/auth/session', `${sessionOnly(person.cookie)}; ${cookie}`));
      expect(await userOf(response)).toMatchObject({ id: person.id });
      expect(sqls).toBe(1);
    }
    expect(await userOf(await isolate()('/api/auth/session', copy))).toBeNull();
  });

  it('keeps every answer to a person out of shared caches', async () => {
    for (const path of ['/api/auth/session', '/api/me', '/api/auth/sessions', '/api/nothing-here']) {
      expect((await app.request(path, { cookie: person.cookie })).headers.get('cache-control')).toMatch(/no-store/);
    }
    const open = await app.request('/api/openapi.json', { cookie: sessionOnly(person.cookie) });
    expect(open.headers.get('cache-control')).toContain('public');
    expect(open.headers.getSetCookie()).toEqual([]);
  });
});

describe('ending a session', () => {
  it('holds in three isolates within five seconds of the sign-out', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const isolates = [isolate(), isolate(), isolate()];
    const statuses = () => Promise.all(isolates.map(async (get) => (await get('/api/me', person.cookie)).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    const out = await isolate()('/api/auth/sign-out', person.cookie, 'POST');
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().map((cookie) => cookie.split(';').slice(0, 2).join())).toEqual(['pitchey-session=, Max-Age=0', 'pitchey-session-cache=, Max-Age=0']);
    app.clock.advance(5000);
    expect(await statuses()).toEqual([401, 401, 401]);
    expect(await userOf(await isolates[0]!('/api/auth/session', person.cookie))).toBeNull();
  });

  it('holds at once where it was asked for', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const get = isolate();
    expect((await get('/api/me', person.cookie)).status).toBe(200);
    expect((await get('/api/auth/sign-out', person.cookie, 'POST')).status).toBe(204);
    expect((await get('/api/me', person.cookie)).status).toBe(401);
  });

  it('holds although another isolate read it in the very moment', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const [isRead, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = isolate({ db: { ...app.db, query: async (statement) => {
      const found = await app.db.query(statement);
      isRead.resolve();
      await mayGoOn.promise;
      return found;
    } } });
    const reading = slow('/api/auth/session', sessionOnly(person.cookie));
    await isRead.promise;
    expect((await app.request('/api/auth/sign-out', { method: 'POST', cookie: person.cookie })).status).toBe(204);
    mayGoOn.resolve();
    await reading;
    app.clock.advance(5000);
    expect((await slow('/api/me', sessionOnly(person.cookie))).status).toBe(401);
  });

  it('is refused, not half done, when it could not be made to hold everywhere', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const signOut = async () => (await app.request('/api/auth/sign-out', { method: 'POST', cookie: person.cookie })).status;
    isAway = true;
    expect(await signOut()).toBe(503);
    isAway = false;
    expect((await app.request('/api/me', { cookie: person.cookie })).status).toBe(200);
    expect(await signOut()).toBe(204);
    expect((await app.request('/api/me', { cookie: person.cookie })).status).toBe(401);
  });

  it('a device list shows where one is signed in, and ends one of them', async () => {
    const person = await signUp(app, { portal: 'investor' });
    const phone = cookiesOf(await app.request('/api/auth/sign-in', {
      body: { email: person.email, password: person.password },
      headers: { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'cf-connecting-ip': '198.51.100.4' },
    }));
    const { items } = await (await app.request('/api/auth/sessions', { cookie: person.cookie })).json() as { items: { id: string; current: boolean; device: string; address: string }[] };
    expect(items).toHaveLength(2);
    const other = items.find(({ current }) => !current);
    expect(other).toMatchObject({ device: 'Safari on iPhone', address: '198.51.100.4' });
    expect((await app.request(`/api/auth/sessions/${other?.id}`, { method: 'DELETE', cookie: person.cookie })).status).toBe(204);
    expect((await app.request('/api/me', { cookie: phone })).status).toBe(401);
    expect((await app.request('/api/me', { cookie: person.cookie })).status).toBe(200);
  });

  it('is nobody else\'s business', async () => {
    const [one, other] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'creator' })]);
    const { items } = await (await app.request('/api/auth/sessions', { cookie: one.cookie })).json() as { items: { id: string }[] };
    for (const id of [items[0]?.id, 'not-an-id', '00000000-0000-7000-8000-000000000000']) {
      expect((await app.request(`/api/auth/sessions/${id}`, { method: 'DELETE', cookie: other.cookie })).status).toBe(404);
    }
    expect((await app.request('/api/me', { cookie: one.cookie })).status).toBe(200);
  });

  it('comes by itself after a week unused, and after a month however used', async () => {
    const [idle, busy] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'creator' })]);
    for (let day = 1; day <= 31; day += 1) {
      app.clock.advance(DAY - MINUTE);
      const response = await app.request('/api/me', { cookie: sessionOnly(busy.cookie) });
      await app.settle();
      expect([day, response.status]).toEqual([day, day <= 30 ? 200 : 401]);
      if (day === 2) expect(response.headers.getSetCookie()[0]).toMatch(/^pitchey-session=.+Max-Age=604800/);
      if (day === 8) expect((await app.request('/api/me', { cookie: idle.cookie })).status).toBe(401);
    }
  });
});

describe('while something is away', () => {
  it('without epochs the database decides, on every request', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const get = isolate();
    expect((await get('/api/me', person.cookie)).status).toBe(200);
    app.clock.advance(5000);
    isAway = true;
    for (let round = 0; round < 2; round += 1) expect((await queries(() => get('/api/auth/session', person.cookie)))[1]).toBe(1);
    await app.db.query(sql`DELETE FROM sessions WHERE user_id = ${person.id}`);
    expect((await get('/api/me', person.cookie)).status).toBe(401);
    isAway = false;
  });

  it('without a database nobody is signed out: who must be known gets 503, who need not be is served', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const get = isolate({ db: createNeonDb({ connectionString: 'postgresql://a:b@127.0.0.1:1/none', fetchEndpoint: 'http://127.0.0.1:1/sql' }) });
    const cookie = sessionOnly(person.cookie);
    for (const path of ['/api/auth/session', '/api/me']) {
      const response = await get(path, cookie);
      expect(response.status).toBe(503);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
    }
    expect((await get('/api/openapi.json', cookie)).status).toBe(200);
    // Within the minute a copy still says who it is.
    expect(await userOf(await get('/api/auth/session', person.cookie))).toMatchObject({ id: person.id });
    // The driver's endpoint is one for the whole process: give it back.
    createNeonDb({ connectionString: 'postgresql://a:b@127.0.0.1:1/none', fetchEndpoint: (app.env as unknown as { NEON_FETCH_ENDPOINT: string }).NEON_FETCH_ENDPOINT });
  });
});

describe('rotating the secret', () => {
  const next = 'the-next-secret-which-is-long-enough-too';

  it('keeps sessions that the former one signed, and signs new ones with the next', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const former = secretOf(app);
    const during = isolate({}, { BETTER_AUTH_SECRET: next, BETTER_AUTH_SECRET_OLD: former });
    expect((await during('/api/me', person.cookie)).status).toBe(200);
    expect((await isolate({}, { BETTER_AUTH_SECRET: next })('/api/me', person.cookie)).status).toBe(401);
  });

  it('hands out the cookie anew, so that the former one can be dropped', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const former = secretOf(app);
    app.clock.advance(11 * MINUTE);
    const response = await isolate({}, { BETTER_AUTH_SECRET: next, BETTER_AUTH_SECRET_OLD: former })('/api/me', person.cookie);
    await app.settle();
    expect((await isolate({}, { BETTER_AUTH_SECRET: next })('/api/me', cookiesOf(response))).status).toBe(200);
  });
});
