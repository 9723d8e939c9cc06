import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookiesOf, signUp } from '../worker/testing/people.ts';
import { createTestApp, type TestApp } from '../worker/testing/test-app.ts';
import { makeOperator, operators, unmakeOperator } from './operator.ts';

let app: TestApp;
let client: pg.Client;
beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  client = new pg.Client({ connectionString: String(Reflect.get(app.env, 'DATABASE_URL')) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await app.close();
});

it('makes an account an operator, signs it out, and takes it back', async () => {
  const person = await signUp(app, { portal: 'investor', name: 'Ona Reyes' });
  const signIn = async () => cookiesOf(await app.request('/api/auth/sign-in', { body: { email: person.email, password: person.password } }));
  const reads = async (cookie: string) => (await app.request('/api/reports', { cookie })).status;
  expect(await reads(person.cookie)).toBe(403);
  expect(await makeOperator(client, person.email)).toBe(true);
  expect((await operators(client)).map(({ email }) => email)).toEqual([person.email]);
  // A browser may remember for a minute; then the session is gone.
  app.clock.advance(61_000);
  expect(await reads(person.cookie)).toBe(401);
  const cookie = await signIn();
  expect(await reads(cookie)).toBe(200);

  expect(await unmakeOperator(client, person.email, 'investor')).toBe(true);
  app.clock.advance(61_000);
  expect(await reads(cookie)).toBe(401);
  expect(await reads(await signIn())).toBe(403);
  expect(await operators(client)).toEqual([]);
  expect(await unmakeOperator(client, person.email, 'investor')).toBe(false);
});

it('takes no account that is not there or not confirmed', async () => {
  await client.query(`INSERT INTO users (id, email, name, portal) VALUES ('00000000-0000-7000-8000-000000000001', 'unproven@pitchey.test', 'X', 'creator')`);
  for (const email of ['unproven@pitchey.test', 'nobody@pitchey.test', '']) expect(await makeOperator(client, email)).toBe(false);
  expect(await operators(client)).toEqual([]);
});
