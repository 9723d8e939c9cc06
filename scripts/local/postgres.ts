import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startChild, type Child, type Exit } from './child.ts';
import { findBinaries, launchAs } from './postgres-binaries.ts';
import { prepareCluster, type Cluster } from './postgres-cluster.ts';
import { freePort, requireFreePort } from './ports.ts';

export type PostgresOptions = {
  /** Folder of this server: cluster, password and log live in it. Made when absent. */
  dataDir: string;
  /** 0 or absent: a free one. */
  port?: number;
  /** One call for each step worth telling. */
  log?: (line: string) => void;
  /** false gives up crash safety for speed: for tests only. */
  durable?: boolean;
};
export type Postgres = { url: string; port: number; pid: number; exited: Promise<Exit>; stop(): Promise<void> };

const user = 'pitchey';
const database = 'pitchey';
const readyWithin = 60_000;

/**
 * Starts PostgreSQL 17 on 127.0.0.1 and resolves when it answers; `url` names the database `pitchey`.
 * Throws an Error whose message is one sentence: port in use, folder unusable, program missing, or the server's own reason.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = findBinaries();
  if (options.port) await requireFreePort(options.port, 'PostgreSQL');
  const dataDir = resolve(options.dataDir);
  const cluster = prepareCluster({ dataDir, user, binaries, durable: options.durable !== false, log: options.log });
  const port = options.port || (await freePort());
  const child = await launch(binaries.postgres, cluster, port, options.durable !== false);
  const url = (name: string) => `postgresql://${user}:${cluster.password}@127.0.0.1:${port}/${name}`;
  try {
    await waitUntilReady(url('postgres'), child.exited, cluster.logFile);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { url: url(database), port, pid: child.pid, exited: child.exited, stop: child.stop };
}

function launch(program: string, cluster: Cluster, port: number, durable: boolean): Promise<Child> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), max_connections: '200',
    shared_preload_libraries: 'pg_stat_statements', timezone: 'UTC', log_timezone: 'UTC', jit: 'off', logging_collector: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }),
  };
  const args = ['-D', cluster.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  return startChild({
    ...launchAs(program, args, cluster.owner), name: 'PostgreSQL', cwd: '/', env: { ...process.env, LC_ALL: 'C' }, logFile: cluster.logFile,
    // SIGINT: fast shutdown (open sessions are ended, the rest is written); SIGQUIT: immediate.
    stopSignals: [['SIGINT', 8_000], ['SIGQUIT', 2_000]],
  });
}

async function waitUntilReady(adminUrl: string, exited: Promise<Exit>, logFile: string): Promise<void> {
  let gone = false;
  void exited.then(() => { gone = true; });
  const deadline = Date.now() + readyWithin;
  for (;;) {
    if (gone) throw new Error(`PostgreSQL stopped while starting: ${lastReason(logFile)} (log: ${logFile}).`);
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
      return;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code !== '57P03') throw new Error(`PostgreSQL refused its own password or database: ${error.message}.`, { cause: error });
      if (Date.now() > deadline) throw new Error(`PostgreSQL did not answer within ${readyWithin / 1000} s (log: ${logFile}).`, { cause: error });
      await Promise.race([delay(40), exited]);
    } finally {
      await client.end().catch(() => undefined); // it may never have been connected
    }
  }
}

function lastReason(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  const fatal = lines.findLast((line) => /(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*(FATAL|PANIC):\s*/, '') || 'no reason given';
}
