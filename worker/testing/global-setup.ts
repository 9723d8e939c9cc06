// Once a test run: PostgreSQL, the gateway in front of it and a migrated template that every test file clones.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startNeonGateway } from '../../scripts/local/neon-gateway.ts';
import { startPostgres } from '../../scripts/local/postgres.ts';
import { migrate } from '../../scripts/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The gateway's `http://host:port/sql`. */
    gatewayUrl: string;
    /** The gateway's `host:port/v2`. */
    gatewayWsProxy: string;
    /** Connection string of the database `postgres`, straight to the server. */
    adminUrl: string;
    /** Name of the migrated, empty database to clone. */
    template: string;
  }
}

const template = 'pitchey_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'pitchey-test-'));
  const postgres = await startPostgres({ dataDir: folder, durable: false });
  const gateway = await startNeonGateway({ postgresPort: postgres.port });
  async function teardown(): Promise<void> {
    await gateway.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    const url = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
    const admin = new pg.Client({ connectionString: url('postgres') });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(url(template));
    await admin.query(`ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
    // Once more fewer rounds, now that dbmate has done its work: half of what the tests computed was this.
    await admin.query('SET scram_iterations = 1');
    await admin.query(`ALTER ROLE CURRENT_USER PASSWORD '${new URL(postgres.url).password}'`);
    await admin.end();
    project.provide('gatewayUrl', gateway.url);
    project.provide('gatewayWsProxy', gateway.wsProxy);
    project.provide('adminUrl', url('postgres'));
    project.provide('template', template);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
