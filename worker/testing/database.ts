import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** For the driver behind the gateway, and for `pg` straight to the server. */
  connectionString: string;
  /** Ready for createNeonDb(). */
  gateway: { fetchEndpoint: string; wsProxy: string };
  drop(): Promise<void>;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated, empty database of one's own: one a test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${inject('template')} STRATEGY FILE_COPY`);
  return {
    connectionString: Object.assign(new URL(inject('adminUrl')), { pathname: `/${name}` }).href,
    gateway: { fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') },
    drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
