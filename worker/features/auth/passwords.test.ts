import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { cookiesOf, freshAddress, mailedToken, signUp, TEST_PASSWORD, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp(); });
afterAll(() => app.close());

const post = (path: string, body: unknown, cookie?: string) => app.request(`/api/auth/${path}`, { body, cookie, headers: { 'cf-connecting-ip': freshAddress() } });
const signIn = async (person: Person, password = person.password): Promise<string> => cookiesOf(await post('sign-in', { email: person.email, password }));
const isIn = async (cookie: string): Promise<boolean> => (await app.request('/api/me', { cookie })).status === 200;
const topics = async (to: string): Promise<string[]> =>
  (await app.db.query(sql`SELECT topic FROM outbox WHERE payload->>'to' = ${to} AND topic <> 'mail.verify-email' ORDER BY id`)).rows.map(({ topic }) => String(topic));

async function resetToken(email: string): Promise<string> {
  expect((await post('request-password-reset', { email })).status).toBe(200);
  return mailedToken(app, 'mail.reset-password', email);
}

describe('a forgotten password', () => {
  it('is answered alike for known and unknown, in as many round trips', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const ask = async (email: string) => { const before = app.roundTrips(); const response = await post('request-password-reset', { email }); return [response.status, await response.text(), app.roundTrips() - before]; };
    expect(await ask(person.email)).toEqual(await ask('unknown@pitchey.test'));
    expect(await topics('unknown@pitchey.test')).toEqual([]);
    expect(await topics(person.email)).toEqual(['mail.reset-password']);
  });

  it('is replaced by the holder of the link: every session ends, and the owner is told', async () => {
    const person = await signUp(app, { portal: 'investor' });
    const sessions = [person.cookie, await signIn(person), await signIn(person)];
    expect(await Promise.all(sessions.map(isIn))).toEqual([true, true, true]);
    const token = await resetToken(person.email);
    expect((await post('reset-password', { token, password: 'a wholly new password' })).status).toBe(200);
    app.clock.advance(5000);
    expect(await Promise.all(sessions.map(isIn))).toEqual([false, false, false]);
    expect((await post('sign-in', { email: person.email, password: TEST_PASSWORD })).status).toBe(401);
    expect(await isIn(await signIn(person, 'a wholly new password'))).toBe(true);
    expect(await topics(person.email)).toEqual(['mail.reset-password', 'mail.password-changed']);
  });

  it('proves the address as well', async () => {
    const email = 'never-verified@pitchey.test';
    await post('sign-up', { email, password: TEST_PASSWORD, name: 'Nev', portal: 'creator' });
    expect((await post('reset-password', { token: await resetToken(email), password: 'proved by the mail' })).status).toBe(200);
    expect((await post('sign-in', { email, password: 'proved by the mail' })).status).toBe(200);
  });

  it('has links that work once, for an hour, for one person, and one of two clicks at once', async () => {
    const [person, other] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'creator' })]);
    const used = await resetToken(person.email);
    const clicks = await Promise.all(['first of the two', 'second of the two'].map((password) => post('reset-password', { token: used, password })));
    expect(new Set(clicks.map(({ status }) => status))).toEqual(new Set([200, 400]));
    expect((await post('reset-password', { token: used, password: 'a third password' })).status).toBe(400);

    const old = await resetToken(other.email);
    app.clock.advance(61 * 60_000);
    const late = await post('reset-password', { token: old, password: 'an hour too late' });
    const never = await post('reset-password', { token: 'x'.repeat(43), password: 'an hour too late' });
    expect([late.status, never.status]).toEqual([400, 400]);
    const withoutId = async (response: Response) => (await response.text()).replace(/"requestId":"[^"]+"/, '');
    expect(await withoutId(late)).toBe(await withoutId(never));
    expect((await post('sign-in', { email: other.email, password: TEST_PASSWORD })).status).toBe(200);
  });

  it('takes the other open links with it', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const [first, second] = [await resetToken(person.email), await resetToken(person.email)];
    expect((await post('reset-password', { token: first, password: 'the first link wins' })).status).toBe(200);
    expect((await post('reset-password', { token: second, password: 'the second is dead' })).status).toBe(400);
  });

  it('does not cost the link when the password is refused', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const token = await resetToken(person.email);
    for (const [password, status] of [['password123', 422], ['short', 400], ['z'.repeat(129), 422]] as const) expect((await post('reset-password', { token, password })).status).toBe(status);
    expect((await post('reset-password', { token, password: 'now a good password' })).status).toBe(200);
  });

  it('keeps no link in the database', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const token = await resetToken(person.email);
    const { rows } = await app.db.query(sql`SELECT identifier, value FROM verifications`);
    expect(rows.some((row) => JSON.stringify(row).includes(token))).toBe(false);
    // And what is in there opens nothing.
    for (const { identifier } of rows) expect((await post('reset-password', { token: String(identifier), password: 'read from a backup' })).status).toBe(400);
  });

  it('fills no inbox', async () => {
    const person = await signUp(app, { portal: 'creator' });
    for (let round = 0; round < 7; round += 1) expect((await post('request-password-reset', { email: person.email })).status).toBe(200);
    // One of the five of this hour was the mail of the sign-up.
    expect((await topics(person.email)).filter((topic) => topic === 'mail.reset-password')).toHaveLength(4);
  });
});

describe('changing the password', () => {
  it('ends every other session and keeps this one', async () => {
    const person = await signUp(app, { portal: 'production' });
    const others = [await signIn(person), await signIn(person)];
    const response = await post('change-password', { currentPassword: person.password, newPassword: 'twelve angry reels' }, person.cookie);
    expect(response.status).toBe(200);
    app.clock.advance(5000);
    expect(await Promise.all([person.cookie, ...others].map(isIn))).toEqual([true, false, false]);
    expect((await post('sign-in', { email: person.email, password: person.password })).status).toBe(401);
    expect((await post('sign-in', { email: person.email, password: 'twelve angry reels' })).status).toBe(200);
    expect(await topics(person.email)).toEqual(['mail.password-changed']);
  });

  it('kills a reset link that was on its way', async () => {
    const person = await signUp(app, { portal: 'creator' });
    const token = await resetToken(person.email);
    await post('change-password', { currentPassword: person.password, newPassword: 'twelve angry reels' }, person.cookie);
    expect((await post('reset-password', { token, password: 'too late for this' })).status).toBe(400);
  });

  it('needs the current one, and counts wrong ones as sign-in does', async () => {
    const person = await signUp(app, { portal: 'creator' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const response = await post('change-password', { currentPassword: 'not this one', newPassword: 'twelve angry reels' }, person.cookie);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { fields: { currentPassword: expect.any(String) } } });
    }
    expect((await post('change-password', { currentPassword: person.password, newPassword: 'twelve angry reels' }, person.cookie)).status).toBe(400);
    app.clock.advance(15 * 60_000 + 1000);
    expect((await post('change-password', { currentPassword: person.password, newPassword: 'twelve angry reels' }, person.cookie)).status).toBe(200);
  });

  it('refuses what sign-up refuses', async () => {
    const person = await signUp(app, { portal: 'creator' });
    for (const [newPassword, status] of [['password123', 422], ['short', 400], ['z'.repeat(129), 422], [person.email, 422]] as const) {
      expect((await post('change-password', { currentPassword: person.password, newPassword }, person.cookie)).status).toBe(status);
    }
  });
});
