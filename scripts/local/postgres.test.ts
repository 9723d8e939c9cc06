import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from './postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey postgres '));
chmodSync(folder, 0o700);
afterAll(() => rmSync(folder, { recursive: true }));

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('startPostgres', () => {
  it('keeps its data over a stop and a lock left by a dead process', async () => {
    const dataDir = join(folder, 'kept');
    const first = await startPostgres({ dataDir });
    const client = new pg.Client(first.url);
    await client.connect();
    await client.query("CREATE EXTENSION pg_trgm; CREATE EXTENSION pg_stat_statements; CREATE TABLE kept (word text); INSERT INTO kept VALUES ('\u00e9t\u00e9')");
    expect((await client.query("SELECT upper(word) AS word, to_tsvector('simple', word)::text AS words FROM kept")).rows).toEqual([{ word: '\u00c9T\u00c9', words: "'\u00e9t\u00e9':1" }]);
    await client.end();
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
    const second = await startPostgres({ dataDir });
    const again = new pg.Client(second.url);
    await again.connect();
    expect((await again.query('SELECT word FROM kept')).rows).toEqual([{ word: '\u00e9t\u00e9' }]);
    await again.end();

    await expect(startPostgres({ dataDir })).rejects.toThrow(/^Another PostgreSQL \(process \d+\) is using .*: stop it first\.$/);
    await expect(startPostgres({ dataDir: join(folder, 'other'), port: second.port })).rejects.toThrow(/^Port \d+, wanted for PostgreSQL, is in use/);
    await second.stop();
  });

  it('says in one sentence why a folder cannot be used', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(startPostgres({ dataDir: join(folder, 'a-file', 'data') })).rejects.toThrow(/^The data folder .* cannot be written to \(ENOTDIR\)\.$/);
    mkdirSync(join(folder, 'foreign', 'cluster'), { recursive: true });
    await expect(startPostgres({ dataDir: join(folder, 'foreign') })).rejects.toThrow(/is not a PostgreSQL data folder/);
    writeFileSync(join(folder, 'foreign', 'cluster', 'PG_VERSION'), '12\n');
    await expect(startPostgres({ dataDir: join(folder, 'foreign') })).rejects.toThrow(/was written by PostgreSQL 12/);
    writeFileSync(join(folder, 'foreign', 'cluster', 'PG_VERSION'), '17\n');
    writeFileSync(join(folder, 'foreign', 'password'), 'x');
    await expect(startPostgres({ dataDir: join(folder, 'foreign') })).rejects.toThrow(/^PostgreSQL stopped while starting: /);
  });
});
