import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neon, neonConfig, Pool, type NeonDbError } from '@neondatabase/serverless';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startNeonGateway, type Gateway } from './neon-gateway.ts';
import { startPostgres, type Postgres } from './postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey gateway '));
let postgres: Postgres;
let gateway: Gateway;

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: folder, durable: false });
  gateway = await startNeonGateway({ postgresPort: postgres.port });
  neonConfig.fetchEndpoint = gateway.url;
  neonConfig.wsProxy = gateway.wsProxy;
  neonConfig.webSocketConstructor = WebSocket;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineTLS = false;
  neonConfig.pipelineConnect = false;
  const sql = neon(postgres.url);
  await sql`CREATE TABLE books (id int PRIMARY KEY, title text NOT NULL, pages bigint, read boolean DEFAULT false, cover bytea,
    CONSTRAINT books_title_key UNIQUE (title))`;
});

afterAll(async () => {
  await gateway.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const failure = (work: Promise<unknown>) => work.then(() => { throw new Error('it did not fail'); }, (error: unknown) => error as NeonDbError);

describe('over HTTP', () => {
  it('answers a statement with typed values', async () => {
    const sql = neon(postgres.url, { fullResults: true });
    const result = await sql`INSERT INTO books (id, title, pages, cover) VALUES (${1}, ${'Emma'}, ${'9007199254740993'}, ${Buffer.from([1, 255])}) RETURNING *`;
    expect(result).toMatchObject({ command: 'INSERT', rowCount: 1, rows: [{ id: 1, title: 'Emma', pages: '9007199254740993', read: false }] });
    expect(Buffer.from(result.rows[0]?.cover as Uint8Array)).toEqual(Buffer.from([1, 255]));
  });

  it('runs a batch as one transaction', async () => {
    const sql = neon(postgres.url);
    const [, counted] = await sql.transaction([sql`INSERT INTO books VALUES (2, 'Ulysses')`, sql`SELECT count(*)::int AS n FROM books`], { isolationLevel: 'Serializable' });
    expect(counted).toEqual([{ n: 2 }]);
    await failure(sql.transaction([sql`INSERT INTO books VALUES (3, 'Dune')`, sql`INSERT INTO books VALUES (4, 'Emma')`]));
    expect(await sql`SELECT id FROM books WHERE id > 2`).toEqual([]);
    expect((await failure(sql.transaction([sql`DELETE FROM books`], { readOnly: true }))).code).toBe('25006');
  });

  it('reports an error with its constraint', async () => {
    const error = await failure(neon(postgres.url)`INSERT INTO books VALUES (9, 'Emma')`);
    expect(error).toMatchObject({ name: 'NeonDbError', code: '23505', constraint: 'books_title_key', table: 'books', schema: 'public', severity: 'ERROR' });
  });

  it('refuses a wrong password and an unknown database', async () => {
    expect((await failure(neon(postgres.url.replace(/:[^:@]+@/, ':wrong@'))`SELECT 1`)).code).toBe('28P01');
    expect((await failure(neon(postgres.url.replace(/pitchey$/, 'elsewhere'))`SELECT 1`)).code).toBe('3D000');
  });

  it('does not hand on a session that was left inside a transaction', async () => {
    const sql = neon(postgres.url);
    await sql`BEGIN`;
    const [row] = await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'idle in transaction'`;
    expect(row).toEqual({ n: 0 });
  });

  it('serves many statements at once', async () => {
    const sql = neon(postgres.url);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => sql`SELECT ${n}::int AS n`));
    expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });
});

describe('over a WebSocket', () => {
  it('carries an interactive transaction', async () => {
    const pool = new Pool({ connectionString: postgres.url });
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query("UPDATE books SET pages = pages + 1 WHERE title = 'Emma'");
    expect((await client.query("SELECT pages FROM books WHERE title = 'Emma'")).rows).toEqual([{ pages: '9007199254740994' }]);
    await client.query('ROLLBACK');
    const { rows } = await client.query<{ pages: string; long: string }>("SELECT pages, repeat('x', 3000000) AS long FROM books WHERE title = 'Emma'");
    expect([rows[0]?.pages, rows[0]?.long.length]).toEqual(['9007199254740993', 3_000_000]);
    client.release();
    await pool.end();
  });
});

describe('when PostgreSQL is lost', () => {
  it('fails within 2 s while the server is frozen, and works again afterwards', async () => {
    const sql = neon(postgres.url);
    const slow = sql`SELECT pg_sleep(1.2), 'still here' AS said`;
    expect((await slow)[0]).toMatchObject({ said: 'still here' });
    // All of it: sessions that are open already have processes of their own.
    const pids = [postgres.pid, ...(await sql`SELECT pid FROM pg_stat_activity`).map((row) => Number(row.pid))];
    const signalAll = (signal: NodeJS.Signals) => pids.forEach((pid) => process.kill(pid, signal));
    signalAll('SIGSTOP');
    const before = performance.now();
    const pool = new Pool({ connectionString: postgres.url });
    const [, ofPool] = await Promise.all([failure(Promise.all(Array.from({ length: 20 }, () => sql`SELECT 1`))), failure(pool.query('SELECT 1'))]);
    expect(ofPool).toBeInstanceOf(Error);
    expect(performance.now() - before).toBeLessThan(2_000);
    signalAll('SIGCONT');
    expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it('fails within 2 s after a kill, and works once it runs again', async () => {
    const sql = neon(postgres.url);
    const pool = new Pool({ connectionString: postgres.url });
    const pending = failure(sql`SELECT pg_sleep(30)`);
    await sql`SELECT 1`;
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.exited;
    const before = performance.now();
    expect((await failure(sql`SELECT 1`)).message).toMatch(/503/);
    expect((await pending).message).toMatch(/503/);
    expect(await failure(pool.query('SELECT 1'))).toBeInstanceOf(Error);
    expect(performance.now() - before).toBeLessThan(2_000);
    postgres = await startPostgres({ dataDir: folder, port: postgres.port, durable: false });
    expect(await sql`SELECT title FROM books ORDER BY id LIMIT 1`).toEqual([{ title: 'Emma' }]);
  });
});
