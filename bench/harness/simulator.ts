// One Worker in Miniflare, for what plain workerd has no storage for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { WorkerSource } from './workerd.ts';

export interface Simulated {
  url: string;
  /** Of its workerd; -1 where the system does not tell. */
  pid: number;
  /** Port of its inspector, where one was asked for. */
  inspectorPort?: number;
  stop(): Promise<void>;
}

/** Children of this process that are called workerd. */
function workerds(): number[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
      try {
        const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        return name === 'workerd' && Number(parent) === process.pid;
      } catch {
        return false; // it ended meanwhile
      }
    }).map(Number);
  } catch {
    return [];
  }
}

/** Resident memory of a process in bytes; 0 where the system does not tell. */
export function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Starts a Worker with a bucket FILES, a KV CACHE and the queues of the app; with an inspector where its isolate is to be looked into. */
export async function startSimulated({ folder, main, compatibilityDate, compatibilityFlags, vars = {}, rooms = {} }: WorkerSource, inspectorPort?: number): Promise<Simulated> {
  const before = new Set(workerds());
  const names = [main, ...readdirSync(folder).filter((name) => /\.(?:js|mjs|wasm)$/.test(name) && name !== main)];
  const miniflare = new Miniflare(convertV4MiniflareOptions({
    ...(inspectorPort !== undefined && { inspectorPort }),
    modulesRoot: folder,
    modules: names.map((name) => ({ type: name.endsWith('.wasm') ? 'CompiledWasm' as const : 'ESModule' as const, path: join(folder, name) })),
    compatibilityDate, compatibilityFlags: [...compatibilityFlags], bindings: { ...vars }, r2Buckets: ['FILES'], kvNamespaces: ['CACHE'], queueProducers: { OUTBOX: 'outbox', EVENTS: 'events' },
    durableObjects: Object.fromEntries(Object.entries(rooms).map(([name, className]) => [name, { className, useSQLite: true }])),
  }));
  const url = (await miniflare.ready).origin;
  return { url, pid: workerds().find((pid) => !before.has(pid)) ?? -1, ...(inspectorPort !== undefined && { inspectorPort }), stop: () => miniflare.dispose() };
}
