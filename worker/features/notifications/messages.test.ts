// Unread messages: told once a minute at most to whoever is away, never to whoever reads, muted, declined or blocked.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '../../env.ts';
import { rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { sendDue } from './due.ts';
import { tellOfMessages } from './messages.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp({ LIMITS: 'off' }); });
afterAll(() => app.close());

const used = () => ({ services: app.services, settings: settingsOf(app.env) });

async function open(asker: CastMember, other: CastMember): Promise<string> {
  const response = await app.request('/api/conversations', { body: { kind: 'direct', personId: other.id }, cookie: asker.cookie });
  expect(response.status, await response.clone().text()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}
async function say(person: CastMember, id: string, body: string): Promise<number> {
  const response = await app.request(`/api/conversations/${id}/messages`, { body: { clientId: crypto.randomUUID(), body }, cookie: person.cookie });
  expect(response.status, await response.clone().text()).toBe(201);
  return ((await response.json()) as { seq: number }).seq;
}
const people = () => Promise.all([castPerson(app, 'creator', { name: 'Ines' }), castPerson(app, 'investor', { name: 'Noor' })]);
const Told = z.object({ kind: z.string(), title: z.string(), in_app: z.boolean() });
/** A minute passes; gives what this person was told since. */
async function minute(person: CastMember): Promise<string[]> {
  const before = await told(person);
  app.clock.advance(60_000);
  await Promise.all([tellOfMessages(used()), tellOfMessages(used())]);
  await deliverNotices(app);
  await sendDue(used());
  return (await told(person)).slice(before.length);
}
const told = async (person: CastMember) => (await rows(app.db, Told.omit({ title: true }), sql`SELECT kind, in_app FROM notifications WHERE user_id = ${person.id} ORDER BY created_at, id`)).map(({ kind }) => kind);
const mails = async (person: CastMember) => (await rows(app.db, z.object({ topic: z.string() }), sql`SELECT topic FROM outbox WHERE topic LIKE 'mail.%' AND payload ->> 'to' = ${person.email} ORDER BY id`)).map(({ topic }) => topic);

it('a request is told as one; a conversation as one a minute, and mailed only to whoever stays away', async () => {
  const [ines, noor] = await people();
  const id = await open(noor, ines);
  await say(noor, id, 'May I ask you something?');
  expect(await minute(ines)).toEqual(['message-request']);
  expect(await minute(ines)).toEqual([]);
  expect((await app.request(`/api/conversations/${id}/accept`, { method: 'POST', cookie: ines.cookie })).status).toBe(200);
  for (let n = 0; n < 5; n += 1) await say(noor, id, `Line ${n}`);
  expect(await minute(ines)).toEqual(['message']);
  expect(await minute(noor)).toEqual([]);
  expect(await mails(ines)).toEqual([]);
  app.clock.advance(10 * 60_000);
  await sendDue(used());
  expect(await mails(ines)).toHaveLength(1);
  const leaked = await rows(app.db, z.object({ payload: z.string() }), sql`SELECT payload::text FROM outbox WHERE payload::text LIKE '%Line %' OR payload::text LIKE '%ask you something%'`);
  expect(leaked).toEqual([]);
});

it('what is read within ten minutes is not mailed, and what is read at once is not told', async () => {
  const [ines, noor] = await people();
  const id = await open(noor, ines);
  await say(noor, id, 'One');
  await say(ines, id, 'Two');
  const seq = await say(noor, id, 'Three');
  const read = () => app.request(`/api/conversations/${id}/read`, { method: 'PUT', body: { seq }, cookie: ines.cookie });
  expect(await minute(ines)).toEqual(['message']);
  expect((await read()).status).toBeLessThan(300);
  app.clock.advance(11 * 60_000);
  await sendDue(used());
  expect(await mails(ines)).toEqual([]);
  expect(await minute(ines)).toEqual([]);
});

it('muted, blocked and declined say nothing', async () => {
  const [ines, noor] = await people();
  const id = await open(noor, ines);
  await say(noor, id, 'One');
  await say(ines, id, 'Two');
  expect((await app.request(`/api/conversations/${id}/mute`, { method: 'PUT', body: { until: new Date(app.clock.now() + 3_600_000).toISOString() }, cookie: ines.cookie })).status).toBeLessThan(300);
  await say(noor, id, 'Three');
  expect(await minute(ines)).toEqual([]);
  await app.db.query(sql`UPDATE conversation_participants SET muted_until = NULL WHERE user_id = ${ines.id}`);
  await app.db.query(sql`INSERT INTO blocks (blocker_id, blocked_id) VALUES (${ines.id}, ${noor.id})`);
  expect(await minute(ines)).toEqual([]);
  await app.db.query(sql`DELETE FROM blocks WHERE blocker_id = ${ines.id}`);
  expect(await minute(ines)).toEqual(['message']);
});
