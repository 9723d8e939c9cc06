// P12(iii): what the bundle weighs and how long a Worker takes from nothing to its first answer, beside a bare one. Targets: JavaScript <= 1 MB
// gzip (WASM apart), start <= 3 times bare.
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundle, sizes } from './harness/bundle.ts';
import { cpuMs } from './harness/cpu.ts';
import type { Plan } from './harness/compare.ts';
import type { Report } from './harness/report.ts';
import { vars } from './harness/settings.ts';
import { interval, median } from './harness/stats.ts';
import { startWorker, type WorkerSource } from './harness/workerd.ts';

const MB = 1024 * 1024;
const kB = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

async function startTime(worker: WorkerSource, probe: string, cpu?: number[]): Promise<number> {
  const running = await startWorker(worker, probe);
  const spent = cpuMs(running.pid);
  if (spent !== undefined) cpu?.push(spent);
  await running.stop();
  return running.readyAfter;
}

/** A Worker that does nothing but hold the WASM modules of the bundle: what their compilation alone costs a start. */
function onlyWasm(built: Bundle): WorkerSource {
  const folder = mkdtempSync(join(tmpdir(), 'pitchey-wasm-'));
  const modules = readdirSync(built.folder).filter((name) => name.endsWith('.wasm'));
  for (const name of modules) copyFileSync(join(built.folder, name), join(folder, name));
  writeFileSync(join(folder, 'index.js'), `${modules.map((name, at) => `import m${at} from './${name}';`).join('\n')}\nconst held = [${modules.map((_, at) => `m${at}`).join(', ')}];\nexport default { fetch: () => new Response(String(held.length)) };\n`);
  return { ...built, folder, main: 'index.js' };
}

export async function p12(plan: Plan, log: (line: string) => void): Promise<Report> {
  const built = await bundle('worker/index.ts');
  const ours: WorkerSource = { ...built, vars, rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] } };
  const bare: WorkerSource = { ...built, folder: join(import.meta.dirname, 'peers'), main: 'bare.mjs' };
  // The first start of each reads its files from disk.
  await startTime(ours, '/api/health');
  await startTime(bare, '/');
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const ratios: number[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const turns = { ours: [] as number[], bare: [] as number[] };
    for (const turn of ['ours', 'bare', 'bare', 'ours', 'bare', 'ours', 'ours', 'bare'] as const) turns[turn].push(await startTime(turn === 'ours' ? ours : bare, turn === 'ours' ? '/api/health' : '/'));
    times.ours.push(...turns.ours);
    times.bare.push(...turns.bare);
    ratios.push(median(turns.ours) / median(turns.bare));
    log(`  round ${round + 1}: ours ${median(turns.ours).toFixed(0)} ms, bare ${median(turns.bare).toFixed(0)} ms`);
  }
  const libraries: WorkerSource = await bundle('bench/peers/libraries.ts', undefined, 'bench/peers/libraries.toml');
  await startTime(libraries, '/');
  const named = { cpu: [] as number[], times: [] as number[] };
  const cpu = { ours: [] as number[], bare: [] as number[], wasm: [] as number[] };
  const wasm = onlyWasm(built);
  for (let n = 0; n < plan.rounds; n += 1) {
    await startTime(ours, '/api/health', cpu.ours);
    await startTime(bare, '/', cpu.bare);
    await startTime(wasm, '/', cpu.wasm);
    named.times.push(await startTime(libraries, '/', named.cpu));
  }
  rmSync(wasm.folder, { recursive: true });
  const size = sizes(built);
  return {
    name: 'P12(iii) start and weight', question: 'ms from spawning workerd to the first answer, ours / bare', ratio: interval(ratios), target: 3, better: 'lower',
    findings: [
      { text: `start: ours ${median(times.ours).toFixed(0)} ms (${Math.min(...times.ours).toFixed(0)}-${Math.max(...times.ours).toFixed(0)}), bare ${median(times.bare).toFixed(0)} ms (${Math.min(...times.bare).toFixed(0)}-${Math.max(...times.bare).toFixed(0)})` },
      ...(cpu.ours.length === 0 ? [] : [{ text: `CPU of a start: ours ${Math.min(...cpu.ours).toFixed(0)} ms, bare ${Math.min(...cpu.bare).toFixed(0)} ms, bare with our WASM modules ${Math.min(...cpu.wasm).toFixed(0)} ms (least of ${plan.rounds})` }]),
      { text: `the libraries alone, with one route: ${median(named.times).toFixed(0)} ms, ${(median(named.times) / median(times.bare)).toFixed(2)} bare starts${named.cpu.length === 0 ? '' : `; CPU ${Math.min(...named.cpu).toFixed(0)} ms`}` },
      { text: `JavaScript ${kB(size.javascript)}, gzip ${kB(size.javascriptGzip)}, target <= 1024 kB gzip`, holds: size.javascriptGzip <= MB },
      { text: `WASM ${kB(size.wasm)}, gzip ${kB(size.wasmGzip)}` },
    ],
  };
}
