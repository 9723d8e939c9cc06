import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { startChild, type Child, type Environment } from './child.ts';
import { findProcesses, isRunning } from './find-process.ts';

export type WranglerPaths = { root: string; dataDir: string };

const readyWithin = 90_000;

// Nothing of the developer's own Cloudflare set-up reaches a local stack, nothing of it is reported anywhere, and each stack has
// a registry of its own, or two of them would find each other's Workers.
function environment(dataDir: string): Environment {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(CLOUDFLARE|WRANGLER|CF|MINIFLARE)_/.test(name));
  const home = join(dataDir, 'wrangler');
  return {
    ...Object.fromEntries(inherited), NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0',
    WRANGLER_SEND_METRICS: 'false', WRANGLER_SEND_ERROR_REPORTS: 'false', WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    X_LOCAL_OBSERVABILITY: 'false', X_LOCAL_EXPLORER: 'false',
    WRANGLER_REGISTRY_PATH: join(home, 'registry'), WRANGLER_LOG_PATH: join(home, 'logs'), WRANGLER_CACHE_DIR: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config'),
  };
}

/** wrangler's program and the environment it gets. Throws one sentence when it is not installed. */
export function wrangler({ root, dataDir }: WranglerPaths): { program: string; env: Environment } {
  const program = join(root, 'node_modules', 'wrangler', 'wrangler-dist', 'cli.js');
  if (!existsSync(program)) throw new Error('wrangler is not installed: run "npm ci" again.');
  return { program, env: environment(dataDir) };
}

function run(paths: WranglerPaths, name: string, worker: string, cwd: string, args: string[], logFile: string): Promise<Child> {
  // The entry of a process that was killed would keep its successor out of the registry for minutes.
  rmSync(join(paths.dataDir, 'wrangler', 'registry', worker), { force: true });
  const { program, env } = wrangler(paths);
  const common = ['--ip', '127.0.0.1', '--inspector-port', '0', '--show-interactive-dev-session=false', '--log-level', 'log'];
  return startChild({ name, command: process.execPath, args: ['--no-warnings', program, ...args, ...common], cwd, env, logFile });
}

/** Where the API keeps KV, R2, queues and Durable Objects (wrangler's --persist-to). */
export const persistDir = (dataDir: string) => join(dataDir, 'worker');

/**
 * Starts the API Worker by itself: from `bundle` as it would be deployed, or, without one, from the sources, which are then watched.
 * `vars` go through a file in the data folder, which only this user can read.
 */
export async function startApi(paths: WranglerPaths & { port: number; vars: Record<string, string>; bundle?: string | undefined }): Promise<Child> {
  const { root, dataDir, port, vars, bundle } = paths;
  const envFile = join(dataDir, 'worker.env');
  writeFileSync(envFile, Object.entries(vars).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`).join(''), { mode: 0o600 });
  const logFile = join(dataDir, 'logs', 'api.log');
  const args = ['dev', ...(bundle ? [bundle, '--no-bundle'] : []), '--config', join(root, 'wrangler.toml'), '--port', String(port),
    '--persist-to', persistDir(dataDir), '--env-file', envFile];
  const child = await run(paths, 'The API', 'pitchey-api', root, args, logFile);
  await whenReady(child, `http://127.0.0.1:${port}/api/health`, logFile);
  watchListener(child, port);
  return child;
}

/** Starts the server of the built pages with its Pages Function, bound to the API through the registry. */
export async function startPages(paths: WranglerPaths & { port: number }): Promise<Child> {
  const { root, dataDir, port } = paths;
  const logFile = join(dataDir, 'logs', 'pages.log');
  const child = await run(paths, 'The page server', 'pitchey', join(root, 'frontend'), ['pages', 'dev', '--port', String(port), '--persist-to', join(dataDir, 'pages')], logFile);
  await whenReady(child, `http://127.0.0.1:${port}/`, logFile);
  watchListener(child, port);
  return child;
}

/** Starts Vite with hot reload, which hands /api and /ws to the API. */
export async function startVite(paths: WranglerPaths & { port: number; apiOrigin: string }): Promise<Child> {
  const { root, dataDir, port, apiOrigin } = paths;
  const logFile = join(dataDir, 'logs', 'pages.log');
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(program)) throw new Error('vite is not installed: run "npm ci" again.');
  const args = [program, '--config', join(root, 'frontend', 'vite.config.ts'), '--port', String(port), '--strictPort', '--host', '127.0.0.1', '--clearScreen', 'false'];
  const child = await startChild({ name: 'Vite', command: process.execPath, args, cwd: root, env: { ...process.env, PITCHEY_API_ORIGIN: apiOrigin }, logFile });
  return whenReady(child, `http://127.0.0.1:${port}/`, logFile);
}

async function whenReady(child: Child, url: string, logFile: string): Promise<Child> {
  try {
    await answers(child, url, logFile);
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

// When the workerd that listens for it is killed, wrangler starts another one that holds every request for ever. End wrangler then,
// so that it is started again as a whole. (It replaces the workerd behind that one properly by itself.)
function watchListener(child: Child, port: number): void {
  const [listener] = findProcesses(`--socket-addr=entry=127.0.0.1:${port} `);
  if (listener === undefined) return;
  const timer = setInterval(() => { if (!isRunning(listener)) void child.stop(); }, 500);
  void child.exited.then(() => clearInterval(timer));
}

async function answers(child: Child, url: string, logFile: string): Promise<void> {
  let gone = false;
  void child.exited.then(() => { gone = true; });
  let last = 'no answer';
  for (const deadline = Date.now() + readyWithin; Date.now() < deadline;) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    const said = reason(logFile);
    if (gone || said) throw new Error(`${child.name} did not start: ${said ?? last} (log: ${logFile}).`);
    await Promise.race([delay(100), child.exited]);
  }
  throw new Error(`${child.name} did not answer within ${readyWithin / 1000} s: ${last} (log: ${logFile}).`);
}

function reason(logFile: string): string | undefined {
  const lines = stripVTControlCharacters(readFileSync(logFile, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes('[ERROR]'));
  return at < 0 ? undefined : lines.slice(at, at + 6).map((line) => line.trim()).filter(Boolean).join(' ').replace(/\S*\s*\[ERROR\]\s*/g, '');
}
