// node scripts/migrate.ts up [url]   applies the migrations (url: argument or DATABASE_URL)
// node scripts/migrate.ts dump       writes migrations/schema.sql from a database made from zero
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { resolveBinary } from 'dbmate';
import { startPostgres } from './local/postgres.ts';
import { dumpSchema } from './local/schema-dump.ts';

export { dumpSchema };

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'migrations');

/** Applies every pending migration; returns dbmate's own lines. Throws one sentence with the statement's error. */
export async function migrate(url: string): Promise<string[]> {
  const target = new URL(url);
  // The local server has no TLS; everywhere else the URL says what it wants.
  if (['127.0.0.1', 'localhost'].includes(target.hostname) && !target.searchParams.has('sslmode')) target.searchParams.set('sslmode', 'disable');
  const args = ['--url', target.href, '--migrations-dir', folder, '--no-dump-schema', 'migrate'];
  try {
    const { stdout } = await promisify(execFile)(resolveBinary(), args, { cwd: root });
    return stdout.split('\n').filter(Boolean);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`The migrations could not be applied: ${said}`, { cause: error });
  }
}

/** Text of schema.sql for the migrations as they stand, made in a throw-away PostgreSQL. */
export async function schemaFromZero(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pitchey-schema-'));
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    await migrate(postgres.url);
    return await dumpSchema(postgres.url);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function main([command, argument]: string[]): Promise<void> {
  if (command === 'up') {
    const url = argument ?? process.env.DATABASE_URL;
    if (!url) throw new Error('Give the database as an argument or in DATABASE_URL.');
    for (const line of await migrate(url)) console.log(line);
    return;
  }
  if (command === 'dump') return writeFileSync(join(folder, 'schema.sql'), await schemaFromZero());
  throw new Error('Usage: node scripts/migrate.ts up [url] | dump');
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
