// Tickets: one socket, once, within a minute, for the session that asked; and nothing in an address.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { dropLapsed } from '../../platform/retention.ts';
import { cookiesOf, freshAddress, type Person, signUp } from '../../testing/people.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../testing/test-app.ts';
import type { SocketTicket } from './schema.ts';

const OTHER_ORIGIN = 'https://stage.pitchey.test';
let app: TestApp;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  app = await createTestApp({ LOG: 'on', TRUSTED_ORIGINS: OTHER_ORIGIN });
  [ada, ben] = [await signUp(app, { portal: 'creator' }), await signUp(app, { portal: 'investor' })];
});
afterAll(() => app.close());

const issued = async (cookie: string): Promise<SocketTicket> => {
  const response = await app.request('/api/live/ticket', { method: 'POST', cookie });
  expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store']);
  return await response.json() as SocketTicket;
};
const ask = (protocols: readonly string[], headers: Record<string, string> = {}, query = ''): Promise<Response> =>
  Promise.resolve(app.app.request(`${TEST_ORIGIN}/ws${query}`, { headers: { upgrade: 'websocket', ...(protocols.length > 0 && { 'sec-websocket-protocol': protocols.join(', ') }), ...headers } }, app.env));
const hubOf = (response: Response): string | null => response.headers.get('x-hub');
const signInAgain = async ({ email, password }: Person): Promise<string> =>
  cookiesOf(await app.request('/api/auth/sign-in', { body: { email, password }, headers: { 'cf-connecting-ip': freshAddress() } }));

it('opens one socket of its person, without a cookie, and says its subprotocol back and never the ticket', async () => {
  const { ticket, protocols } = await issued(ada.cookie);
  const response = await ask(protocols);
  expect([response.status, hubOf(response), response.headers.get('sec-websocket-protocol')]).toEqual([204, ada.id, 'pitchey.v1']);
  expect(JSON.stringify([...response.headers])).not.toContain(ticket);
  expect((await ask(protocols)).status).toBe(401);
});

it('is kept as a digest, so that a copy of the table opens nothing', async () => {
  const { ticket } = await issued(ada.cookie);
  const { rows } = await app.db.query(sql`SELECT digest FROM socket_tickets`);
  expect(JSON.stringify(rows)).not.toContain(ticket);
  expect(ticket).toMatch(/^[\w-]{43}$/);
  for (const { digest } of rows) expect((await ask(['pitchey.v1', `ticket.${String(digest)}`])).status).toBe(401);
});

it('lets one of two through that come at once', async () => {
  const { protocols } = await issued(ada.cookie);
  expect((await Promise.all(Array.from({ length: 8 }, () => ask(protocols)))).map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, ...Array.from({ length: 7 }, () => 401)]);
});

it('opens something for a minute', async () => {
  const [at60, at61] = [await issued(ada.cookie), await issued(ada.cookie)];
  app.clock.advance(59_000);
  expect((await ask(at60.protocols)).status).toBe(204);
  app.clock.advance(2_000);
  expect((await ask(at61.protocols)).status).toBe(401);
});

it('is worth nothing beside somebody else\'s cookie, or that of another session, and is used up by the attempt', async () => {
  for (const cookie of [ben.cookie, await signInAgain(ada)]) {
    const { protocols } = await issued(ada.cookie);
    expect((await ask(protocols, { cookie, origin: TEST_ORIGIN })).status).toBe(401);
    expect((await ask(protocols)).status).toBe(401);
  }
  const { protocols } = await issued(ada.cookie);
  expect(hubOf(await ask(protocols, { cookie: ada.cookie, origin: TEST_ORIGIN }))).toBe(ada.id);
});

it('ends with its session, and with the person\'s standing', async () => {
  const second = await signInAgain(ben);
  const [ofBoth, ofFirst] = [await issued(second), await issued(ben.cookie)];
  expect((await app.request('/api/auth/sign-out', { method: 'POST', cookie: second })).status).toBeLessThan(300);
  expect((await ask(ofBoth.protocols)).status).toBe(401);
  expect(hubOf(await ask(ofFirst.protocols))).toBe(ben.id);
  const suspended = await issued(ben.cookie);
  await app.db.query(sql`INSERT INTO account_suspensions (id, user_id, reason, suspended_at) VALUES (${app.services.newId()}, ${ben.id}, 'For the test.', now())`);
  expect((await ask(suspended.protocols)).status).toBe(401);
});

it('in an address is refused, is not used up, and is in no record of the request', async () => {
  const { ticket, protocols } = await issued(ada.cookie);
  const from = app.events.length;
  for (const name of ['ticket', 'token', 'session', 'access_token']) {
    const response = await ask([], { cookie: ada.cookie, origin: TEST_ORIGIN }, `?${name}=${ticket}`);
    expect([response.status, (await response.text()).includes(ticket)]).toEqual([400, false]);
    expect((await ask(protocols, { cookie: ada.cookie, origin: TEST_ORIGIN }, `?${name}=x`)).status).toBe(400);
  }
  const records = app.events.slice(from);
  expect(records).toHaveLength(8);
  for (const record of records) expect(record).toMatchObject({ kind: 'request', path: '/ws', status: 400 });
  expect(JSON.stringify(records)).not.toContain(ticket);
  expect((await ask(protocols)).status).toBe(204);
});

it('is given to pages of ours alone, and opens a socket from listed origins alone', async () => {
  const evil = await app.request('/api/live/ticket', { method: 'POST', cookie: ada.cookie, headers: { origin: 'https://evil.example' } });
  expect(evil.status).toBe(403);
  expect((await app.request('/api/live/ticket', { method: 'POST' })).status).toBe(401);
  const listed = await app.request('/api/live/ticket', { method: 'POST', cookie: ada.cookie, headers: { origin: OTHER_ORIGIN } });
  expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([201, OTHER_ORIGIN]);
  const { protocols } = await listed.json() as SocketTicket;
  expect((await ask(protocols, { origin: 'https://evil.example' })).status).toBe(403);
  expect(hubOf(await ask(protocols, { origin: OTHER_ORIGIN }))).toBe(ada.id);
});

it.each([['junk', ['pitchey.v1', 'ticket.junk'], 401], ['an empty one', ['pitchey.v1', 'ticket.'], 401], ['one without our subprotocol', ['ticket.junk'], 400], ['a subprotocol alone', ['pitchey.v1'], 401]])('refuses %s', async (_, protocols, status) =>
  expect((await ask(protocols)).status).toBe(status));

it('is swept when nobody used it', async () => {
  await issued(ada.cookie);
  await app.db.query(sql`UPDATE socket_tickets SET expires_at = now() - interval '1 minute'`);
  expect((await dropLapsed(app.services)).socketTickets).toBeGreaterThan(0);
  expect((await app.db.query(sql`SELECT FROM socket_tickets`)).rows).toEqual([]);
});
