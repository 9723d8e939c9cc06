import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
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
export type Exit = { code: number | null; signal: NodeJS.Signals | null };
export type Postgres = { url: string; port: number; pid: number; exited: Promise<Exit>; stop(): Promise<void> };

const user = 'pitchey';
const database = 'pitchey';
const readyWithin = 60_000;
const stopWithin = 8_000;

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
  const child = launch(binaries.postgres, cluster, port, options.durable !== false);
  const exited = new Promise<Exit>((done) => child.once('exit', (code, signal) => done({ code, signal })));
  const failed = new Promise<never>((_, reject) => child.once('error', (error) => reject(new Error(`PostgreSQL could not be started: ${error.message}.`))));
  const stop = () => stopChild(child, exited);
  const url = (name: string) => `postgresql://${user}:${cluster.password}@127.0.0.1:${port}/${name}`;
  try {
    await Promise.race([waitUntilReady(url('postgres'), exited, cluster.logFile), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: url(database), port, pid: child.pid ?? -1, exited, stop };
}

function launch(program: string, cluster: Cluster, port: number, durable: boolean): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), max_connections: '200',
    shared_preload_libraries: 'pg_stat_statements', timezone: 'UTC', log_timezone: 'UTC', jit: 'off', logging_collector: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }),
  };
  const args = ['-D', cluster.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const start = launchAs(program, args, cluster.owner);
  const log = openSync(cluster.logFile, 'w', 0o600);
  try {
    // Detached: a Ctrl-C in the terminal must reach it through stop(), after those that use it.
    return spawn(start.command, start.args, { cwd: '/', detached: true, stdio: ['ignore', log, log], uid: start.uid, gid: start.gid, env: { ...process.env, LC_ALL: 'C' } });
  } finally {
    closeSync(log);
  }
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

async function stopChild(child: ChildProcess, exited: Promise<Exit>): Promise<void> {
  if (child.pid === undefined) return;
  // SIGINT: fast shutdown (open sessions are ended, the rest is written); SIGQUIT: immediate; the last resort takes the whole group.
  for (const [signal, limit] of [['SIGINT', stopWithin], ['SIGQUIT', 2_000]] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const timer = new AbortController();
    await Promise.race([exited, delay(limit, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }
  if (child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
  await exited;
}

