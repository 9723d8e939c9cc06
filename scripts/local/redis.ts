import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis as Client } from 'ioredis';
import { startChild, type Exit } from './child.ts';
import { freePort, requireFreePort } from './ports.ts';

export type Redis = { port: number; password: string; pid: number; exited: Promise<Exit>; stop(): Promise<void> };
export type RedisOptions = { dataDir: string; port?: number; password?: string; log?: (line: string) => void };

/** True when a redis-server can be run from PATH. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Starts a redis-server on 127.0.0.1 that keeps nothing on disk (it is a cache). null, and one line, where none is installed. */
export async function startRedis(options: RedisOptions): Promise<Redis | null> {
  if (!hasRedis()) {
    options.log?.('no redis-server on PATH: the Redis tier is off');
    return null;
  }
  if (options.port) await requireFreePort(options.port, 'Redis');
  const port = options.port || (await freePort());
  const password = options.password ?? randomBytes(24).toString('hex');
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const config = ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, 'save ""', 'appendonly no', 'daemonize no', `dir ${JSON.stringify(dataDir)}`,
    'maxmemory 128mb', 'maxmemory-policy volatile-lru'].join('\n');
  const logFile = join(dataDir, 'redis.log');
  // The configuration comes on standard input, so that the password shows in no process list.
  const child = await startChild({ name: 'Redis', command: 'redis-server', args: ['-'], cwd: dataDir, input: config, logFile });
  const client = new Client({ host: '127.0.0.1', port, password, lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined); // each attempt reports through its own promise
  try {
    await connect(client, child.exited, logFile);
  } catch (error) {
    await child.stop();
    throw error;
  } finally {
    client.disconnect();
  }
  return { port, password, pid: child.pid, exited: child.exited, stop: child.stop };
}

async function connect(client: Client, exited: Promise<Exit>, logFile: string): Promise<void> {
  let gone = false;
  void exited.then(() => { gone = true; });
  for (const deadline = Date.now() + 10_000; ;) {
    if (gone) throw new Error(`Redis stopped while starting (log: ${logFile}).`);
    try {
      return await client.connect();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`Redis did not answer within 10 s (log: ${logFile}).`, { cause: error });
      await Promise.race([delay(30), exited]);
    }
  }
}
