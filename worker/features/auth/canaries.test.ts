// What must never stand in a log, an answer or a table that it has no business in: each is planted, then looked for everywhere.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { cookiesOf, mailedToken } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp({ LOG: 'on' }); });
afterAll(() => app.close());

it('no password, token, cookie or address is logged, and no token or password is stored', async () => {
  const email = 'canary@pitchey.test';
  const passwords = ['canary password one', 'canary password two', 'canary password wrong'] as const;
  const answers: string[] = [];
  const post = async (path: string, body: unknown, cookie?: string): Promise<Response> => {
    const response = await app.request(`/api/auth/${path}`, { body, cookie, headers: { 'user-agent': 'canary-agent', 'cf-connecting-ip': '198.51.100.99' } });
    answers.push(`${response.url} ${await response.clone().text()}`);
    return response;
  };
  await post('sign-up', { email, password: passwords[0], name: 'Cana Ry', portal: 'creator' });
  const verification = await mailedToken(app, 'mail.verify-email', email);
  await post('verify-email', { token: verification });
  await post('sign-in', { email, password: passwords[2] });
  const cookie = cookiesOf(await post('sign-in', { email, password: passwords[0] }));
  await post('sign-in', { email, password: passwords[0], portal: 'investor' });
  await post('change-password', { currentPassword: passwords[2], newPassword: passwords[1] }, cookie);
  await post('request-password-reset', { email });
  const reset = await mailedToken(app, 'mail.reset-password', email);
  await post('reset-password', { token: reset, password: passwords[1] });
  await post('reset-password', { token: reset, password: passwords[1] });
  await app.settle();

  const tokens = [verification, reset, ...cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)), cookie.slice('pitchey-session='.length).split('.')[0] as string];
  const lines = vi.spyOn(console, 'log').mock.calls.map(([line]) => String(line));
  expect(lines.length).toBeGreaterThan(8);
  for (const secret of [...passwords, ...tokens, email]) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  for (const secret of [...passwords, ...tokens]) expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);

  const { rows } = await app.db.query(sql`
    SELECT to_jsonb(s)::text AS text FROM sessions s UNION ALL SELECT to_jsonb(v)::text FROM verifications v UNION ALL SELECT to_jsonb(a)::text FROM accounts a UNION ALL SELECT to_jsonb(u)::text FROM users u`);
  expect(rows.length).toBeGreaterThan(1);
  for (const secret of [...passwords, ...tokens]) expect(rows.filter(({ text }) => String(text).includes(secret))).toEqual([]);
});
