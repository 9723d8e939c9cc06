import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { cookiesOf, signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Report } from './schema.ts';

let app: TestApp;
let owner: Person;
let reader: Person;
let operator: string;

/** Nobody signs up as an operator: the account is made an operator in the database, as in production. */
async function operatorCookie(): Promise<string> {
  const person = await signUp(app, { portal: 'investor', name: 'Operator' });
  await execute(app.db, sql`UPDATE users SET portal = 'admin' WHERE id = ${person.id}`);
  await execute(app.db, sql`INSERT INTO user_roles (user_id, role_id) VALUES (${person.id}, 'admin')`);
  return cookiesOf(await app.request('/api/auth/sign-in', { body: { email: person.email, password: person.password } }));
}

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, reader] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'investor' })]);
  operator = await operatorCookie();
});
afterAll(() => app.close());

const report = (person: Person, subject: unknown, reason = 'spam') => app.request('/api/reports', { body: { subject, reason, note: 'see line two' }, cookie: person.cookie });
const queue = async (status = 'open') => (await (await app.request(`/api/reports?status=${status}`, { cookie: operator })).json() as { items: Report[] }).items;

it('a report reaches the operator once, and is settled once with a reason', async () => {
  const pitch = await publishedPitch(app, owner);
  expect((await report(reader, { kind: 'pitch', id: pitch.id })).status).toBe(202);
  expect((await report(reader, { kind: 'pitch', id: pitch.id })).status).toBe(202);
  const [open] = await queue();
  expect(open).toMatchObject({ subject: { kind: 'pitch', id: pitch.id, text: pitch.title }, reporter: { id: reader.id }, note: 'see line two' });
  expect(await queue()).toHaveLength(1);
  const decide = () => app.request(`/api/reports/${open?.id}/decision`, { body: { decision: 'dismissed', resolution: 'Not spam.' }, cookie: operator });
  expect((await decide()).status).toBe(200);
  expect((await decide()).status).toBe(404);
  expect(await queue()).toEqual([]);
  expect(await queue('dismissed')).toMatchObject([{ resolution: 'Not spam.' }]);
});

it('what a person may not see cannot be reported, and only operators read reports', async () => {
  const draft = await createPitch(app, owner);
  expect((await report(reader, { kind: 'pitch', id: draft.id })).status).toBe(404);
  expect((await report(reader, { kind: 'user', id: owner.id })).status).toBe(202);
  expect((await report(reader, { kind: 'pitch', id: draft.id }, 'nonsense')).status).toBe(400);
  for (const cookie of [reader.cookie, owner.cookie]) expect((await app.request('/api/reports', { cookie })).status).toBe(403);
  expect((await app.request('/api/reports')).status).toBe(401);
});
