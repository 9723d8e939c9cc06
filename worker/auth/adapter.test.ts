// better-auth's own suite for adapters, on tables that better-auth makes by itself: it renames models and adds plugins as it goes,
// which our migrated tables are not for. Ours are exercised through the routes.
import { testAdapter } from '@better-auth/test-utils/adapter';
import {
  authFlowTestSuite, caseInsensitiveTestSuite, joinsTestSuite, normalTestSuite, numberIdTestSuite, transactionsTestSuite, uuidTestSuite,
} from '@better-auth/test-utils/adapter';
import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';
import { afterAll } from 'vitest';
import { createNeonDb } from '../platform/db/neon.ts';
import { createTestDatabase } from '../testing/database.ts';
import { rawSqlAdapter } from './adapter.ts';

const database = await createTestDatabase();
const db = createNeonDb({ connectionString: database.connectionString, ...database.gateway });
const pool = new pg.Pool({ connectionString: database.connectionString, max: 2 });

const { execute } = await testAdapter({
  adapter: () => rawSqlAdapter(db),
  async runMigrations(options) {
    await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const { runMigrations } = await getMigrations({ ...options, database: pool });
    await runMigrations();
  },
  tests: [
    normalTestSuite(), authFlowTestSuite(), caseInsensitiveTestSuite(), joinsTestSuite(), uuidTestSuite(), numberIdTestSuite(), transactionsTestSuite(),
  ],
  async onFinish() {
    await pool.end();
  },
});

execute();

afterAll(() => database.drop());
