import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProcesses, isRunning } from './find-process.ts';
import { launchAs, serverUser, type Binaries } from './postgres-binaries.ts';

export type Cluster = { folder: string; password: string; logFile: string; owner: number | undefined };
type Options = { dataDir: string; user: string; binaries: Binaries; durable: boolean; log: ((line: string) => void) | undefined };

const major = '17';

/** Makes the cluster in `dataDir` when there is none, checks and tidies it when there is. Throws one sentence when it cannot be used. */
export function prepareCluster(options: Options): Cluster {
  const { dataDir } = options;
  const folder = join(dataDir, 'cluster');
  const passwordFile = join(dataDir, 'password');
  makeFolder(dataDir);
  const owner = serverUser(existsSync(folder) ? statSync(folder).uid : undefined);
  if (owner !== undefined) chownSync(dataDir, owner, owner);
  if (existsSync(folder)) {
    checkCluster(folder, passwordFile, owner);
    removeStaleLock(folder);
  } else {
    options.log?.('creating the PostgreSQL data folder');
    createCluster({ ...options, folder, passwordFile, owner });
  }
  return { folder, password: readFileSync(passwordFile, 'utf8').trim(), logFile: join(dataDir, 'postgres.log'), owner };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    const probe = join(path, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Error(`The data folder ${path} cannot be written to (${reason(error)}).`, { cause: error });
  }
}

function checkCluster(folder: string, passwordFile: string, owner: number | undefined): void {
  const remedy = 'move it away to start with an empty database';
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) throw new Error(`${folder} is not a PostgreSQL data folder: ${remedy}.`);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== major) throw new Error(`${folder} was written by PostgreSQL ${version}, this project runs ${major}: ${remedy}.`);
  if (!existsSync(passwordFile)) throw new Error(`${passwordFile} is missing, so the database in ${folder} cannot be opened: ${remedy}.`);
  const holder = statSync(folder).uid;
  if (owner !== undefined && holder !== owner) chownTree(folder, owner);
  const self = process.getuid?.();
  if (owner === undefined && self !== undefined && holder !== self) {
    throw new Error(`${folder} belongs to user ${holder} but this is user ${self}: start as that user or ${remedy}.`);
  }
}

function createCluster(options: Options & { folder: string; passwordFile: string; owner: number | undefined }): void {
  const { folder, passwordFile, owner, binaries } = options;
  // Made aside and renamed when whole: an interrupted first start must not leave half a cluster behind.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (owner !== undefined) chownSync(passwordFile, owner, owner);
  // Collation by code point, as Neon's default; letters known beyond ASCII, which full-text search and trigrams need.
  const locale = process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale=C', '--lc-ctype=en_US.UTF-8'];
  // The password is 192 random bits, which need no stretching, and the driver works the rounds off in JavaScript once a transaction. A thousand is the least that dbmate takes.
  const args = ['-D', unfinished, '-U', options.user, '-E', 'UTF8', ...locale, '--lc-messages=C', '--auth=scram-sha-256', '--set=scram_iterations=1000',
    `--pwfile=${passwordFile}`, ...(options.durable ? [] : ['--no-sync'])];
  const start = launchAs(binaries.initdb, args, owner);
  const run = spawnSync(start.command, start.args, { cwd: '/', encoding: 'utf8', uid: start.uid, gid: start.gid, env: { ...process.env, LC_ALL: 'C' } });
  if (run.error || run.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const said = run.stderr?.trim().split('\n').findLast((line) => line.startsWith('initdb: error')) ?? run.stderr?.trim().split('\n').at(-1);
    throw new Error(`The PostgreSQL data folder could not be made: ${run.error?.message ?? said ?? `initdb ended with ${run.status}`}.`);
  }
  renameSync(unfinished, folder);
}

// After a crash the lock names a process that is gone, or, in a container, a number that now belongs to some other program.
function removeStaleLock(folder: string): void {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (Number.isInteger(pid) && isPostgres(pid)) throw new Error(`Another PostgreSQL (process ${pid}) is using ${folder}: stop it first.`);
  rmSync(lock);
}

function isPostgres(pid: number): boolean {
  return isRunning(pid) && findProcesses('postgres').includes(pid);
}

function chownTree(path: string, owner: number): void {
  lchownSync(path, owner, owner);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), owner);
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
