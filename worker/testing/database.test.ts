import { describe, expect, it } from 'vitest';
import { createNeonDb } from '../platform/db/neon.ts';
import { sql } from '../platform/db/sql.ts';
import { createTestDatabase } from './database.ts';

describe('createTestDatabase', () => {
  it('gives migrated databases that know nothing of each other', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const [dbOfOne, dbOfOther] = [one, other].map(({ connectionString, gateway }) => createNeonDb({ connectionString, ...gateway }));
    await dbOfOne?.query(sql`INSERT INTO permissions (id, label) VALUES ('test:only_here', 'Only here')`);
    const count = sql`SELECT count(*)::int AS n FROM permissions WHERE id = 'test:only_here'`;
    expect((await dbOfOne?.query(count))?.rows).toEqual([{ n: 1 }]);
    expect((await dbOfOther?.query(count))?.rows).toEqual([{ n: 0 }]);
    await one.drop();
    await expect(dbOfOne?.query(count)).rejects.toThrow();
    await other.drop();
  });
});
