// PostgreSQL with very many pitches, kept in .data/bench between runs, and Neon's protocol before it in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { type Postgres, startPostgres } from '../../scripts/local/postgres.ts';
import { migrate } from '../../scripts/migrate.ts';
import { plantBulk } from '../../scripts/seed/bulk/plant.ts';

export interface BenchDatabase {
  url: string;
  gateway: { fetchEndpoint: string; wsProxy: string; pid: number };
  pitches: number;
  users: number;
  client: pg.Client;
  stop(): Promise<void>;
}

/** A Node program of the benchmarks that says one line of JSON when it is ready. */
export async function startPeer(command: string, args: readonly string[], start: (command: string, args: readonly string[]) => ChildProcess): Promise<{ child: ChildProcess; said: unknown; lines: AsyncIterator<string> }> {
  const child = start(command, args);
  if (!child.stdout) throw new Error('the program has no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error(`${args[0]} said nothing`);
  return { child, said: JSON.parse(first.value) as unknown, lines };
}

export async function endPeer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** As a server of such data is set. PostgreSQL's own 128 MB would have most pages of a million pitches copied from the system's cache again and again. */
const SHARED_BUFFERS = '1GB';

async function startSized(dataDir: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, durable: false });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ shared_buffers: string }>('SHOW shared_buffers');
  const isSized = rows[0]?.shared_buffers === SHARED_BUFFERS;
  if (!isSized) await client.query(`ALTER SYSTEM SET shared_buffers = '${SHARED_BUFFERS}'`);
  await client.end();
  if (isSized) return postgres;
  // It is read at the start alone.
  await postgres.stop();
  return startPostgres({ dataDir, durable: false });
}

/** Starts the database; plants `pitches` and `users` when it holds another number. The same seed gives the same rows everywhere. */
export async function startDatabase(pitches: number, users: number, log: (line: string) => void): Promise<BenchDatabase> {
  const dataDir = resolve(import.meta.dirname, `../../.data/bench/postgres-${pitches}`);
  const postgres = await startSized(dataDir);
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate(postgres.url);
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM pitches');
    if (rows[0]?.n !== pitches) {
      if (rows[0]?.n !== 0) throw new Error(`${dataDir} holds ${rows[0]?.n} pitches, not ${pitches}; remove the folder.`);
      log(`  planting ${pitches} pitches and ${users} people into ${dataDir}`);
      await plantBulk({ databaseUrl: postgres.url, pitches, users, seed: 'bench', log: (line) => log(`  ${line}`) });
      await client.query('VACUUM ANALYZE');
    }
    const gateway = await startPeer(process.execPath, [join(import.meta.dirname, 'gateway.ts'), String(postgres.port)], (command, args) => spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
    return {
      url: postgres.url, gateway: { ...(gateway.said as BenchDatabase['gateway']), pid: gateway.child.pid ?? -1 }, pitches, users, client,
      stop: async () => { await endPeer(gateway.child); await client.end(); await postgres.stop(); },
    };
  } catch (error) {
    await client.end().catch(() => undefined); // it may never have been connected
    await postgres.stop();
    throw error;
  }
}

/** Forgets what was counted. */
export const resetCalls = (client: pg.Client): Promise<unknown> => client.query('SELECT pg_stat_statements_reset()');

/** Statements that the database ran since, those of the counting itself left out. */
export async function countCalls(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>("SELECT coalesce(sum(calls), 0)::int AS n FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'");
  return rows[0]?.n ?? 0;
}
