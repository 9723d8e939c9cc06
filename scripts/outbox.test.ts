import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../worker/testing/database.ts';
import { deadMessages, sendAgain } from './outbox.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('lists what was given up, and sends it again by topic or id', async () => {
  await client.query(`INSERT INTO outbox (id, topic, payload, status, attempts, settled_at, last_error) VALUES
    ('00000000-0000-7000-8000-000000000001', 'mail.a', '{}', 'dead', 11, now() - interval '1 hour', 'why'),
    ('00000000-0000-7000-8000-000000000002', 'mail.b', '{}', 'dead', 11, now(), 'why not'),
    ('00000000-0000-7000-8000-000000000003', 'mail.a', '{}', 'done', 1, now(), NULL)`);
  expect((await deadMessages(client)).map(({ topic, last_error }) => [topic, last_error])).toEqual([['mail.b', 'why not'], ['mail.a', 'why']]);
  expect(await sendAgain(client, 'mail.a')).toBe(1);
  expect(await sendAgain(client, '00000000-0000-7000-8000-000000000002')).toBe(1);
  expect(await sendAgain(client, 'mail.a')).toBe(0);
  expect(await deadMessages(client)).toEqual([]);
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM outbox WHERE status = 'pending' AND attempts = 0 AND available_at <= now()`);
  expect(rows).toEqual([{ n: 2 }]);
});
