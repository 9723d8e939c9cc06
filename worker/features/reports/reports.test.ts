import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { cookiesOf, signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { type Report, ReportList } from './schema.ts';

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
  expect(open).toMatchObject({ subject: { kind: 'pitch', id: pitch.id, text: pitch.title, state: 'shown', pitch: { slug: pitch.slug }, person: { id: owner.id, handle: owner.handle, suspended: false } }, reporter: { id: reader.id }, note: 'see line two' });
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

it('tells where the subject stands now, and counts what is open and settled', async () => {
  const list = async (status = 'open') => ReportList.parse(await (await app.request(`/api/reports?status=${status}`, { cookie: operator })).json());
  const before = (await list()).counts;
  const pitch = await publishedPitch(app, owner);
  const { id: commentId } = await (await app.request(`/api/pitches/${pitch.id}/comments`, { body: { body: 'Buy followers here' }, cookie: reader.cookie })).json() as { id: string };
  await report(owner, { kind: 'comment', id: commentId });
  await report(reader, { kind: 'pitch', id: pitch.id });
  const states = async () => Object.fromEntries((await list()).items.filter(({ subject }) => [commentId, pitch.id].includes(subject.id)).map(({ subject }) => [subject.kind, [subject.state, subject.text, subject.person?.id]]));
  expect(await states()).toEqual({ comment: ['shown', 'Buy followers here', reader.id], pitch: ['shown', pitch.title, owner.id] });
  expect((await list()).counts).toEqual({ ...before, open: before.open + 2 });
  expect((await app.request(`/api/comments/${commentId}`, { method: 'DELETE', cookie: operator })).status).toBe(204);
  expect((await app.request(`/api/pitches/${pitch.id}/takedown`, { body: { reason: 'Rights.' }, cookie: operator })).status).toBe(200);
  expect(await states()).toEqual({ comment: ['gone', null, reader.id], pitch: ['taken_down', pitch.title, owner.id] });
});
