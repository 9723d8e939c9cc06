// Lines of a stream go with their person and with their event, though no foreign key looks at them one by one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { scalar } from '../db/db.ts';
import { sql } from '../db/sql.ts';
import { appendEvents, deliveriesOf } from './streams.ts';

let app: TestApp;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  app = await createTestApp();
  [ada, ben] = [await signUp(app, { portal: 'creator' }), await signUp(app, { portal: 'investor' })];
});
afterAll(() => app.close());

const told = async (userIds: readonly string[], conversationId: string | null = null): Promise<string> => {
  const id = app.services.newId();
  await app.db.query(appendEvents([{ id, payload: { kind: 'blank' }, userIds, conversationId }], '2026-11-24T10:00:00.000Z'));
  return id;
};
const entriesOf = (userId: string) => scalar(app.db, z.int(), sql`SELECT count(*)::int FROM stream_entries WHERE user_id = ${userId}`);
const orphans = () => scalar(app.db, z.int(), sql`
  SELECT count(*)::int FROM stream_entries n WHERE NOT EXISTS (SELECT FROM live_events v WHERE v.id = n.event_id) OR NOT EXISTS (SELECT FROM streams s WHERE s.user_id = n.user_id)`);

it('an event takes its lines along, whoever heard it, and no others', async () => {
  const [first, second] = [await told([ada.id, ben.id]), await told([ada.id])];
  await app.db.query(sql`DELETE FROM live_events WHERE id = ${first}`);
  expect([await entriesOf(ada.id), await entriesOf(ben.id)]).toEqual([1, 0]);
  await app.db.query(sql`DELETE FROM live_events WHERE id = ANY(${[second, first]}::uuid[])`);
  expect([await entriesOf(ada.id), await orphans()]).toEqual([0, 0]);
});

it('so does one that goes with its conversation', async () => {
  const conversationId = app.services.newId();
  await app.db.query(sql`INSERT INTO conversations (id, kind, title, created_at, last_at) VALUES (${conversationId}, 'group', 'Everyone', now(), now())`);
  await told([ada.id, ben.id], conversationId);
  await app.db.query(sql`DELETE FROM conversations WHERE id = ${conversationId}`);
  expect([await entriesOf(ada.id), await entriesOf(ben.id), await orphans()]).toEqual([0, 0, 0]);
});

it('a person takes theirs along, and nobody else\'s', async () => {
  const gone = app.services.newId();
  await app.db.query(sql`INSERT INTO users (id, email, name, email_verified, portal) VALUES (${gone}, 'gone@example.org', 'Gone', false, 'investor')`);
  const event = await told([gone, ada.id]);
  await app.db.query(sql`DELETE FROM users WHERE id = ${gone}`);
  expect([await entriesOf(gone), await entriesOf(ada.id), await orphans()]).toEqual([0, 1, 0]);
  await app.db.query(sql`DELETE FROM live_events WHERE id = ${event}`);
});

it('nobody is told who is nobody', async () => {
  const nobody = app.services.newId();
  await expect(told([nobody])).rejects.toThrow();
  expect([await entriesOf(nobody), await orphans()]).toEqual([0, 0]);
});

it('numbers go on where they were', async () => {
  const before = await scalar(app.db, z.coerce.number(), sql`SELECT last_seq FROM streams WHERE user_id = ${ada.id}`);
  const rows = (await app.db.query(appendEvents([{ id: app.services.newId(), payload: { kind: 'blank' }, userIds: [ada.id] }], '2026-11-24T10:00:00.000Z'))).rows;
  expect(deliveriesOf(rows).map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[before + 1]]);
});
