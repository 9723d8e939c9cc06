// One Worker in plain `workerd serve`: no simulator around it, no proxy before it. Storage products that a benchmark does not touch are bound
// to a service that refuses.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/local/ports.ts';
import { spawnUnderTest } from './pin.ts';

export interface WorkerSource {
  /** Folder with the bundle: its entry `main` and whatever modules that imports. */
  folder: string;
  main: string;
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
  vars?: Readonly<Record<string, string>>;
  /** Binding -> class, each kept in memory. */
  rooms?: Readonly<Record<string, string>>;
  /** The rooms have SQLite, on disk as in production: in memory there is none. */
  sqlite?: boolean;
  /** Bindings that answer nothing. */
  absent?: { kv?: readonly string[]; r2?: readonly string[]; queues?: readonly string[] };
  /** Queue binding -> port of a program that takes its messages. */
  queues?: Readonly<Record<string, number>>;
}

export interface RunningWorker {
  port: number;
  readonly pid: number;
  /** ms from spawning the process to its first answer. */
  readyAfter: number;
  /** Kills it where it stands and starts it again at the same port, with what its rooms had on disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** ms that a Worker may take to end. */
const STOP_MS = 10_000;

const text = (value: string): string => JSON.stringify(value);

function moduleLine(name: string): string {
  const kind = name.endsWith('.wasm') ? 'wasm' : name.endsWith('.bin') ? 'data' : name.endsWith('.txt') || name.endsWith('.html') ? 'text' : 'esModule';
  return `(name = ${text(name)}, ${kind} = embed ${text(name)})`;
}

function configOf(worker: WorkerSource, modules: readonly string[], port: number): string {
  const { kv = [], r2 = [], queues = [] } = worker.absent ?? {};
  const rooms = Object.entries(worker.rooms ?? {});
  const taken = Object.entries(worker.queues ?? {});
  const bindings = [
    ...Object.entries(worker.vars ?? {}).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`),
    ...rooms.map(([name, className]) => `(name = ${text(name)}, durableObjectNamespace = ${text(className)})`),
    ...kv.map((name) => `(name = ${text(name)}, kvNamespace = "absent")`),
    ...r2.map((name) => `(name = ${text(name)}, r2Bucket = "absent")`),
    ...queues.map((name) => `(name = ${text(name)}, queue = "absent")`),
    ...taken.map(([name]) => `(name = ${text(name)}, queue = ${text(`queue-${name}`)})`),
  ];
  const ordered = [worker.main, ...modules.filter((name) => name !== worker.main)];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "absent", worker = (modules = [(name = "absent.js", esModule = "export default { fetch() { return new Response(null, { status: 503 }); } };")], compatibilityDate = ${text(worker.compatibilityDate)})),
    ${taken.map(([name, at]) => `(name = ${text(`queue-${name}`)}, external = (address = "127.0.0.1:${at}", http = ())),`).join('\n    ')}
    (name = "disk", disk = (path = "rooms", writable = true)),
    (name = "loopback", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [${ordered.map(moduleLine).join(', ')}],
  compatibilityDate = ${text(worker.compatibilityDate)},
  compatibilityFlags = [${worker.compatibilityFlags.map(text).join(', ')}],
  bindings = [${bindings.join(', ')}],
  durableObjectNamespaces = [${rooms.map(([, className]) => `(className = ${text(className)}, uniqueKey = ${text(className)}, enableSql = true)`).join(', ')}],
  ${rooms.length > 0 ? 'durableObjectStorage = (' + (worker.sqlite ? 'localDisk = "disk"' : 'inMemory = void') + '),' : ''}
  globalOutbound = "loopback",
);
`;
}

/** The workerd program of this project. */
export function workerdProgram(): string {
  const require = createRequire(import.meta.url);
  const { default: program } = require('workerd') as { default: string };
  return program;
}

/** Starts one Worker on core 0 and resolves at its first answer to `probe`. Throws with what workerd said when it does not come up. */
export async function startWorker(worker: WorkerSource, probe = '/'): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'pitchey-bench-'));
  const modules = readdirSync(worker.folder).filter((name) => /\.(?:js|mjs|wasm|bin|txt|html)$/.test(name));
  for (const name of modules) copyFileSync(join(worker.folder, name), join(folder, name));
  mkdirSync(join(folder, 'rooms'));
  const port = await freePort();
  writeFileSync(join(folder, 'config.capnp'), configOf(worker, modules, port));
  const started = performance.now();
  let child = spawnUnderTest(workerdProgram(), ['serve', 'config.capnp'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (): void => {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { said = `${said}${String(chunk)}`.slice(-20_000); });
  };
  listen();
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    // It waits for its sockets, and a benchmark that failed leaves some.
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(late);
  }
  async function stop(): Promise<void> {
    await end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
  /** Resolves with the ms until its first answer. */
  async function answers(started: number): Promise<number> {
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}${probe}`, { signal: AbortSignal.timeout(5_000) });
        await response.arrayBuffer();
        if (response.status >= 500) throw new Error(`it answers ${response.status}`);
        return performance.now() - started;
      } catch (error) {
        if (child.exitCode === null && performance.now() < started + 20_000) continue;
        await stop();
        throw new Error(`workerd did not come up: ${error instanceof Error ? error.message : String(error)}\n${said}`, { cause: error });
      }
    }
  }
  const readyAfter = await answers(started);
  return {
    port, readyAfter, stop,
    get pid() { return child.pid ?? -1; },
    async restart() {
      await end('SIGKILL');
      child = spawnUnderTest(workerdProgram(), ['serve', 'config.capnp'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      listen();
      await answers(performance.now());
    },
  };
}
