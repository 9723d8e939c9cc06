import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNeonDb } from './neon.ts';
import { sql } from './sql.ts';

/** Takes every request and answers none. */
const silent = createServer(() => undefined);
let fetchEndpoint: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve); });
  fetchEndpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/sql`;
});
afterAll(() => { silent.closeAllConnections(); silent.close(); });

it('a database that is silent is away, soon', async () => {
  const db = createNeonDb({ connectionString: 'postgresql://nobody:nothing@127.0.0.1/none', fetchEndpoint, timeoutMs: 50 });
  await expect(db.query(sql`SELECT 1`)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(db.batch([sql`SELECT 1`])).rejects.toMatchObject({ code: 'unavailable' });
});
