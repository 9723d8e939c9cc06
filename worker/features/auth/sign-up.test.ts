import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { cookiesOf, freshAddress, mailedToken, signUp, TEST_PASSWORD } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp(); });
afterAll(() => app.close());

const body = { email: 'ada@pitchey.test', password: TEST_PASSWORD, name: 'Ada Kowalczyk', portal: 'creator' };
const send = (path: string, json: unknown, headers: Record<string, string> = {}) => app.request(`/api/auth/${path}`, { body: json, headers: { 'cf-connecting-ip': freshAddress(), ...headers } });
const mails = async (to: string): Promise<string[]> =>
  (await app.db.query(sql`SELECT topic FROM outbox WHERE payload->>'to' = ${to} ORDER BY id`)).rows.map(({ topic }) => String(topic));

describe('signing up', () => {
  it('makes user, profile, role, hashed credential and mail, and signs nobody in', async () => {
    const response = await send('sign-up', { ...body, email: '  Ada@Pitchey.test ' });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual([]);
    const { user } = await response.json() as { user: { id: string } };
    expect(user).toEqual({ id: user.id, email: 'ada@pitchey.test', name: 'Ada Kowalczyk', portal: 'creator', roles: ['creator'], emailVerified: false });
    const { rows } = await app.db.query(sql`
      SELECT p.handle, r.role_id, a.password, u.email_verified FROM users u JOIN profiles p ON p.user_id = u.id JOIN user_roles r ON r.user_id = u.id JOIN accounts a ON a.user_id = u.id
      WHERE u.id = ${user.id}`);
    expect(rows).toEqual([{ handle: 'ada-kowalczyk', role_id: 'creator', email_verified: false, password: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{128}$/) }]);
    expect(await mails('ada@pitchey.test')).toEqual(['mail.verify-email']);
    await app.settle();
    expect(app.relayed).toHaveLength(1);
  });

  it('keeps tokens as digests only', async () => {
    await send('sign-up', { ...body, email: 'digest@pitchey.test' });
    const token = await mailedToken(app, 'mail.verify-email', 'digest@pitchey.test');
    expect(token.length).toBeGreaterThan(40);
    const { rows } = await app.db.query(sql`SELECT identifier || value AS everything FROM verifications`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ everything }) => String(everything).includes(token))).toBe(false);
  });

  it('gives each of two namesakes a handle of their own, also at once', async () => {
    const name = 'Sam Achterberg';
    const answers = await Promise.all([1, 2, 3].map((number) => send('sign-up', { ...body, name, email: `sam${number}@pitchey.test` })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { rows } = await app.db.query(sql`SELECT handle FROM profiles JOIN users u ON u.id = user_id WHERE u.name = ${name} ORDER BY handle`);
    expect(new Set(rows.map(({ handle }) => handle)).size).toBe(3);
    expect(rows[0]?.handle).toBe('sam-achterberg');
  });

  it('calls a production company by its company name', async () => {
    await send('sign-up', { ...body, portal: 'production', companyName: 'Föhn & Sons Films', email: 'foehn@pitchey.test' });
    const { rows } = await app.db.query(sql`SELECT handle, company_name FROM profiles JOIN users u ON u.id = user_id WHERE u.email = 'foehn@pitchey.test'`);
    expect(rows).toEqual([{ handle: 'fohn-sons-films', company_name: 'Föhn & Sons Films' }]);
  });

  it('makes no operator, and takes nothing that it does not know', async () => {
    for (const extra of [{ portal: 'admin' }, { portal: 'root' }, { role: 'admin' }, { emailVerified: true }, { id: 'x' }, { callbackURL: '//evil.test' }]) {
      expect((await send('sign-up', { ...body, email: 'mass@pitchey.test', ...extra })).status).toBe(400);
    }
    expect((await send('sign-up', JSON.parse('{"email":"mass@pitchey.test","password":"x-x-x-x-x-x","name":"a","portal":"creator","__proto__":{"portal":"admin"}}'))).status).toBe(400);
    expect(await mails('mass@pitchey.test')).toEqual([]);
  });

  it('names what is wrong, field by field', async () => {
    const response = await send('sign-up', { email: 'nobody', password: '', name: '  ', portal: 'creator' });
    expect(response.status).toBe(400);
    const { error } = await response.json() as { error: { code: string; fields: Record<string, string> } };
    expect(error.code).toBe('bad_request');
    expect(Object.keys(error.fields).sort()).toEqual(['email', 'name', 'password']);
  });
});

describe('a taken address', () => {
  it('gets the same answer, and its owner a mail', async () => {
    const owner = await signUp(app, { portal: 'investor', name: 'Olive Tran' });
    const [fresh, taken] = await Promise.all([
      send('sign-up', { ...body, email: 'fresh@pitchey.test' }), send('sign-up', { ...body, email: owner.email.toUpperCase() }),
    ]);
    expect([fresh.status, taken.status]).toEqual([201, 201]);
    const [left, right] = [await fresh.json(), await taken.json()] as { user: Record<string, unknown> }[];
    expect(Object.keys(right?.user ?? {})).toEqual(Object.keys(left?.user ?? {}));
    expect({ ...right?.user, id: 0, email: '' }).toEqual({ ...left?.user, id: 0, email: '' });
    expect(right?.user.id).not.toBe(owner.id);
    expect([...fresh.headers.keys()].sort()).toEqual([...taken.headers.keys()].sort());
    expect(await mails(owner.email)).toEqual(['mail.verify-email', 'mail.address-taken']);
    const { rows } = await app.db.query(sql`SELECT name, portal FROM users WHERE email = ${owner.email}`);
    expect(rows).toEqual([{ name: 'Olive Tran', portal: 'investor' }]);
  });

  it('costs as many round trips as a free one', async () => {
    const owner = await signUp(app, { portal: 'investor' });
    const count = async (email: string) => { const before = app.roundTrips(); await send('sign-up', { ...body, email }); return app.roundTrips() - before; };
    expect(await count(owner.email)).toBe(await count('even@pitchey.test'));
  });

  it('that nobody proved belongs to whoever asked last', async () => {
    const email = 'squat@pitchey.test';
    await send('sign-up', { ...body, email, password: 'the squatter was here', name: 'Squatter' });
    const old = await mailedToken(app, 'mail.verify-email', email);
    await send('sign-up', { ...body, email, portal: 'investor', name: 'Owner' });
    expect((await send('verify-email', { token: old })).status).toBe(400);
    expect((await send('verify-email', { token: await mailedToken(app, 'mail.verify-email', email) })).status).toBe(200);
    expect((await send('sign-in', { email, password: 'the squatter was here' })).status).toBe(401);
    const response = await send('sign-in', { email, password: TEST_PASSWORD });
    expect(await response.json()).toMatchObject({ user: { name: 'Owner', portal: 'investor', roles: ['investor'] } });
  });

  it('survives two sign-ups at once as one account', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('sign-up', { ...body, email: 'race@pitchey.test' })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { rows } = await app.db.query(sql`SELECT count(*)::int AS n FROM users WHERE email = 'race@pitchey.test'`);
    expect(rows).toEqual([{ n: 1 }]);
    expect((await send('verify-email', { token: await mailedToken(app, 'mail.verify-email', 'race@pitchey.test') })).status).toBe(200);
  });
});

describe('the link of the mail', () => {
  it('leads to our own origin whatever host the request claims', async () => {
    const email = 'host@pitchey.test';
    await send('sign-up', { ...body, email }, { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http', forwarded: 'host=evil.test' });
    const { rows } = await app.db.query(sql`SELECT payload->>'link' AS link FROM outbox WHERE payload->>'to' = ${email}`);
    expect(String(rows[0]?.link)).toMatch(/^http:\/\/pitchey\.test\/verify-email\?token=[\w-]{43}$/);
  });

  it('is consumed by POST only, once, and by one of many', async () => {
    const email = 'once@pitchey.test';
    await send('sign-up', { ...body, email });
    const token = await mailedToken(app, 'mail.verify-email', email);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await app.request(`/api/auth/verify-email?token=${token}`, { method });
    expect((await send('sign-in', { email, password: TEST_PASSWORD })).status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('verify-email', { token })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(7);
  });

  it('lapses after a day, and another can be asked for', async () => {
    const email = 'slow@pitchey.test';
    await send('sign-up', { ...body, email });
    const token = await mailedToken(app, 'mail.verify-email', email);
    app.clock.advance(24 * 3_600_000 + 1000);
    expect((await send('verify-email', { token })).status).toBe(400);
    expect((await send('resend-verification', { email })).status).toBe(200);
    const again = await mailedToken(app, 'mail.verify-email', email);
    expect(again).not.toBe(token);
    expect((await send('verify-email', { token: again })).status).toBe(200);
  });

  it('is resent to nobody who does not need it, with the same answer', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const answers = await Promise.all([send('resend-verification', { email: person.email }), send('resend-verification', { email: 'unknown@pitchey.test' })]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['{"sent":true}', '{"sent":true}']);
    expect(await mails(person.email)).toEqual(['mail.verify-email']);
    expect(await mails('unknown@pitchey.test')).toEqual([]);
  });

  it('is worth nothing for another purpose', async () => {
    const email = 'purpose@pitchey.test';
    await send('sign-up', { ...body, email });
    const token = await mailedToken(app, 'mail.verify-email', email);
    expect((await send('reset-password', { token, password: 'another fine password' })).status).toBe(400);
    expect((await send('verify-email', { token })).status).toBe(200);
  });
});

describe('limits of sign-up', () => {
  it('fill no inbox: five mails an hour to one address, with the same answer after that', async () => {
    const email = 'flood@pitchey.test';
    const statuses = [];
    for (let round = 0; round < 8; round += 1) statuses.push((await send('sign-up', { ...body, email })).status);
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(await mails(email)).toHaveLength(5);
  });

  it('stop one address of the network', async () => {
    const headers = { 'cf-connecting-ip': '203.0.113.77' };
    const statuses: number[] = [];
    for (let round = 0; round < 32; round += 1) statuses.push((await send('sign-up', { ...body, password: 'short', email: `many${round}@pitchey.test` }, headers)).status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(30);
    const last = await send('sign-up', body, headers);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

it('people of tests are people: signed in, with a cookie that works', async () => {
  const person = await signUp(app, { portal: 'production', name: 'Bea Flint', companyName: 'Flint Pictures' });
  expect(person.handle).toBe('flint-pictures');
  expect(cookiesOf(new Response(null, { headers: { 'set-cookie': 'a=1; Path=/' } }))).toBe('a=1');
  const response = await app.request('/api/auth/session', { cookie: person.cookie });
  expect(await response.json()).toEqual({ user: { id: person.id, email: person.email, name: 'Bea Flint', portal: 'production', roles: ['production'], emailVerified: true } });
});
