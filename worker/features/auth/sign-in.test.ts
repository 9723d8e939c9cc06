import { hash as bcrypt } from 'bcryptjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { cookiesOf, freshAddress, mailedToken, signUp, TEST_PASSWORD, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp(); });
afterAll(() => app.close());

type Headers = Record<string, string>;
const signIn = (body: unknown, headers: Headers = {}, on = app) => on.request('/api/auth/sign-in', { body, headers: { 'cf-connecting-ip': freshAddress(), ...headers } });
const answerOf = async (response: Response): Promise<{ status: number; code: string; message: string }> => {
  const { error } = await response.json() as { error: { code: string; message: string } };
  return { status: response.status, code: error.code, message: error.message };
};
const lockMails = async (to: string): Promise<number> => (await app.db.query(sql`SELECT 1 AS one FROM outbox WHERE topic = 'mail.account-locked' AND payload->>'to' = ${to}`)).rows.length;

/** Statuses of requests sent at once, sorted. */
const many = async (times: number, send: (index: number) => Promise<Response>): Promise<number[]> =>
  (await Promise.all(Array.from({ length: times }, (_, index) => send(index)))).map(({ status }) => status).sort((a, b) => a - b);

async function tryWrong(email: string, times: number): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) expect((await signIn({ email, password: `wrong password ${attempt}` })).status).toBe(401);
}

describe('signing in', () => {
  let person: Person;
  beforeAll(async () => { person = await signUp(app, { portal: 'investor', name: 'Ines Rocha' }); });

  it('gives the user and two cookies that scripts and other sites cannot use', async () => {
    const response = await signIn({ email: ` ${person.email.toUpperCase()}`, password: person.password, portal: 'investor' });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ user: { id: person.id, email: person.email, name: 'Ines Rocha', portal: 'investor', roles: ['investor'], emailVerified: true } });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['pitchey-session', 'pitchey-session-cache']);
    for (const cookie of cookies) {
      const flags = cookie.split('; ').slice(1);
      expect(flags).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']));
      expect(flags.some((flag) => flag.startsWith('Domain'))).toBe(false);
      expect(text).not.toContain(cookie.split('=')[1]?.slice(0, 40));
    }
  });

  it('says SameSite=None where the deployment is split, and only there', async () => {
    const split = await createTestApp({ COOKIE_SAME_SITE: 'none', TRUSTED_ORIGINS: 'https://app.pitchey.test' });
    const { email, password } = await signUp(split, { portal: 'creator' });
    const response = await signIn({ email, password }, { origin: 'https://app.pitchey.test', 'sec-fetch-site': 'cross-site' }, split);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().every((cookie) => cookie.includes('SameSite=None') && cookie.includes('Secure'))).toBe(true);
    expect((await signIn({ email, password }, { origin: 'https://app.pitchey.test' })).status).toBe(403);
    await split.close();
  });

  it('says one sentence for an unknown address and for a wrong password', async () => {
    const unknown = await answerOf(await signIn({ email: 'nobody@pitchey.test', password: person.password }));
    expect(unknown).toEqual(await answerOf(await signIn({ email: person.email, password: 'not the password' })));
    expect(unknown).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('names another portal only after the right password', async () => {
    expect(await answerOf(await signIn({ email: person.email, password: 'not the password', portal: 'creator' }))).toMatchObject({ status: 401, code: 'unauthenticated' });
    const response = await signIn({ email: person.email, password: person.password, portal: 'creator' });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await answerOf(response)).toMatchObject({ status: 403, code: 'wrong_portal' });
  });

  it('asks for a proved address, and says so only after the right password', async () => {
    const email = 'unproved@pitchey.test';
    await app.request('/api/auth/sign-up', { body: { email, password: TEST_PASSWORD, name: 'Uli', portal: 'creator' } });
    expect((await signIn({ email, password: 'not the password' })).status).toBe(401);
    expect(await answerOf(await signIn({ email, password: TEST_PASSWORD }))).toMatchObject({ status: 403, code: 'email_unverified' });
  });

  it('opens a new session each time and ends the one the browser came with', async () => {
    const first = cookiesOf(await signIn({ email: person.email, password: person.password }));
    const again = await signIn({ email: person.email, password: person.password }, { cookie: first });
    const second = cookiesOf(again);
    expect(second).not.toContain(/pitchey-session=([^;]+)/.exec(first)?.[1]);
    expect((await app.request('/api/me', { cookie: second })).status).toBe(200);
    expect((await app.request('/api/me', { cookie: first })).status).toBe(401);
  });

  it('ends a session that somebody planted', async () => {
    const attacker = await signUp(app, { portal: 'creator' });
    const response = await signIn({ email: person.email, password: person.password }, { cookie: attacker.cookie });
    expect(await (await app.request('/api/auth/session', { cookie: cookiesOf(response) })).json()).toMatchObject({ user: { id: person.id } });
    expect((await app.request('/api/me', { cookie: attacker.cookie })).status).toBe(401);
  });

  it('takes a bcrypt hash that was brought along, and replaces it', async () => {
    const brought = await signUp(app, { portal: 'creator' });
    await app.db.query(sql`UPDATE accounts SET password = ${await bcrypt('Demo123 and more', 4)} WHERE user_id = ${brought.id}`);
    expect((await signIn({ email: brought.email, password: 'Demo123 and less' })).status).toBe(401);
    expect((await signIn({ email: brought.email, password: 'Demo123 and more' })).status).toBe(200);
    await app.settle();
    const { rows } = await app.db.query(sql`SELECT password FROM accounts WHERE user_id = ${brought.id}`);
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect((await signIn({ email: brought.email, password: 'Demo123 and more' })).status).toBe(200);
  });
});

describe('passwords', () => {
  const choose = (password: string, email = `p-${Math.random().toString(36).slice(2)}@pitchey.test`) =>
    app.request('/api/auth/sign-up', { body: { email, password, name: 'Pat', portal: 'creator' }, headers: { 'cf-connecting-ip': freshAddress() } });

  it('are taken whole up to 128 characters, whatever they hold', async () => {
    const all = ['x'.repeat(127) + 'y', '\u{1F3AC}'.repeat(128), `zero\u0000in the middle`, `${'a1'.repeat(36)} beyond byte 72`];
    for (const [index, password] of all.entries()) {
      const email = `whole${index}@pitchey.test`;
      expect((await choose(password, email)).status).toBe(201);
      await app.request('/api/auth/verify-email', { body: { token: await mailedToken(app, 'mail.verify-email', email) } });
      expect((await signIn({ email, password })).status).toBe(200);
      expect((await signIn({ email, password: `${password.slice(0, -2)}` })).status).toBe(401);
    }
  });

  it.each([
    ['129 characters', 'ab'.repeat(64) + 'c', 422], ['10,000 characters', 'long '.repeat(2000), 422], ['a megabyte', 'x'.repeat(1024 * 1024), 413],
    ['a common one', 'Qwertyuiop', 422], ['another', 'password123', 422], ['a short common one', 'password', 422], ['ten ones', '1111111111', 422],
    ['a short one', 'k7#pQ2', 400], ['none', '', 400], ['our own name', 'pitchey', 422],
  ])('%s is refused', async (_, password, status) => expect((await choose(password)).status).toBe(status));

  it('that say the address are refused', async () => expect((await choose('marguerite', 'marguerite@pitchey.test')).status).toBe(422));

  it('too long to be one are refused before anything is looked up', async () => {
    const before = app.roundTrips();
    expect((await signIn({ email: 'nobody@pitchey.test', password: 'x'.repeat(5000) })).status).toBe(422);
    expect(app.roundTrips()).toBe(before);
  });
});

describe('guessing', () => {
  it('five wrong passwords lock the account for fifteen minutes, for a right one too, and its owner gets one mail', async () => {
    const person = await signUp(app, { portal: 'creator' });
    await tryWrong(person.email, 4);
    await signIn({ email: person.email, password: person.password }).then(({ status }) => expect(status).toBe(200));
    await tryWrong(person.email, 5);
    const wrong = await answerOf(await signIn({ email: person.email, password: 'wrong again and again' }));
    expect(await answerOf(await signIn({ email: person.email, password: person.password }))).toEqual(wrong);
    expect(wrong.status).toBe(401);
    await app.settle();
    expect(await lockMails(person.email)).toBe(1);
    app.clock.advance(15 * 60_000 - 30_000);
    expect((await signIn({ email: person.email, password: person.password })).status).toBe(401);
    app.clock.advance(60_000);
    expect((await signIn({ email: person.email, password: person.password })).status).toBe(200);
    await tryWrong(person.email, 5);
    await app.settle();
    expect(await lockMails(person.email)).toBe(1);
  });

  it('an unknown address is locked just the same, and nobody is mailed', async () => {
    const email = 'ghost@pitchey.test';
    await tryWrong(email, 7);
    await app.settle();
    expect(await lockMails(email)).toBe(0);
  });

  it('the holder of the inbox unlocks the account with a reset', async () => {
    const person = await signUp(app, { portal: 'creator' });
    await tryWrong(person.email, 6);
    await app.request('/api/auth/request-password-reset', { body: { email: person.email }, headers: { 'cf-connecting-ip': freshAddress() } });
    const token = await mailedToken(app, 'mail.reset-password', person.email);
    expect((await app.request('/api/auth/reset-password', { body: { token, password: 'a fresh start it is' } })).status).toBe(200);
    expect((await signIn({ email: person.email, password: 'a fresh start it is' })).status).toBe(200);
  });

  it('two hundred at once are five: nobody looks at the rest', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const before = app.roundTrips();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => signIn({ email: person.email, password: index < 195 ? `wrong ${index} wrong` : person.password })));
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
    await app.settle();
    // Five look-ups and the mail.
    expect(app.roundTrips() - before).toBe(6);
    expect(await lockMails(person.email)).toBe(1);
  });

  it('one password over many accounts stops at twenty for one address, and harms no other', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const headers = { 'cf-connecting-ip': '203.0.113.9' };
    const statuses = await many(25, (index) => signIn({ email: `spray${index}@pitchey.test`, password: 'Summer of 2026!' }, headers));
    expect(statuses).toEqual([...Array<number>(20).fill(401), ...Array<number>(5).fill(429)]);
    const refused = await signIn({ email: person.email, password: person.password }, headers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await signIn({ email: person.email, password: person.password })).status).toBe(200);
  });

  it('forwarded addresses are no addresses', async () => {
    const statuses = await many(22, (index) => {
      const forged = { 'cf-connecting-ip': '203.0.113.10', 'x-forwarded-for': `192.0.2.${index}`, 'x-real-ip': `192.0.2.${index}`, 'true-client-ip': `192.0.2.${index}`, forwarded: `for=192.0.2.${index}` };
      return signIn({ email: `forged${index}@pitchey.test`, password: 'Summer of 2026!' }, forged);
    });
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it('one customer of IPv6 is one address, however many they have', async () => {
    const statuses = await many(22, (index) => signIn({ email: `six${index}@pitchey.test`, password: 'Summer of 2026!' }, { 'cf-connecting-ip': `2001:db8:7:1:${index.toString(16)}::${index + 1}` }));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await signIn({ email: 'seven@pitchey.test', password: 'Summer of 2026!' }, { 'cf-connecting-ip': '2001:db8:7:2::1' })).status).toBe(401);
  });

  it('people who know their password use up no limit of their network', async () => {
    const headers = { 'cf-connecting-ip': '203.0.113.11' };
    const people = await Promise.all([1, 2, 3].map(() => signUp(app, { portal: 'creator' })));
    for (let round = 0; round < 8; round += 1) {
      expect(await many(3, (index) => signIn({ email: people[index]?.email, password: TEST_PASSWORD }, headers))).toEqual([200, 200, 200]);
    }
  });

  it('fails closed, but not shut, while the limiter is away', async () => {
    const alone = await createTestApp();
    const person = await signUp(alone, { portal: 'creator' });
    const away = async (): Promise<never> => { throw new Error('the limiter is away'); };
    Object.assign(alone.services.limiter, { take: away, peek: away, clear: away, giveBack: away });
    expect((await signIn({ email: person.email, password: person.password }, {}, alone)).status).toBe(200);
    const headers = { 'cf-connecting-ip': '203.0.113.12' };
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) statuses.push((await signIn({ email: `away${index}@pitchey.test`, password: 'Summer of 2026!' }, headers, alone)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    await alone.close();
  });
});

it('an unknown address takes as long as a wrong password', async () => {
  const unlimited = await createTestApp({ LIMITS: 'off' });
  const person = await signUp(unlimited, { portal: 'creator' });
  const times: Record<string, number[]> = { known: [], unknown: [] };
  const timed = async (kind: 'known' | 'unknown', email: string) => {
    const started = performance.now();
    expect((await signIn({ email, password: 'not the password' }, {}, unlimited)).status).toBe(401);
    times[kind]?.push(performance.now() - started);
  };
  for (let round = 0; round < 25; round += 1) {
    await timed('known', person.email);
    await timed('unknown', `unknown${round}@pitchey.test`);
  }
  const median = (list: number[] = []): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;
  // Without the stand-in hash the ratio is below 0.2.
  expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.8);
  expect(median(times.unknown) / median(times.known)).toBeLessThan(1.25);
  await unlimited.close();
});
