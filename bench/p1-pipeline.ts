// P1: what the pipeline costs. GET /api/bench/noop through every stage, signed in, the session in the isolate's memory, 32 connections; the peer is
// a bare Worker that answers the same body. Target: 0.60 of its requests a second, 0.70 is the aim.
import { join } from 'node:path';
import { bundle } from './harness/bundle.ts';
import { cpuMs } from './harness/cpu.ts';
import { compare, type Measured, type Plan, type Side } from './harness/compare.ts';
import { type Answer, get, run } from './harness/generator.ts';
import { browser, signedInCookie, vars } from './harness/settings.ts';
import type { Report } from './harness/report.ts';
import { quantile } from './harness/stats.ts';
import { type RunningWorker, startWorker } from './harness/workerd.ts';

const CONNECTIONS = 32;
const BODY = '{"ok":true}';

function verify({ status, body }: Answer): void {
  if (status !== 200 || body.toString() !== BODY) throw new Error(`expected 200 ${BODY}, got ${status} ${body.toString().slice(0, 200)}`);
}

export async function p1(plan: Plan, log: (line: string) => void): Promise<Report> {
  const built = await bundle('bench/worker.ts');
  const ours = await startWorker({ ...built, vars, rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] } }, '/api/health');
  const bare = await startWorker({ ...built, folder: join(import.meta.dirname, 'peers'), main: 'bare.mjs' });
  const cost: Record<string, number[]> = { ours: [], bare: [] };
  const side = (name: 'ours' | 'bare', { port, pid }: RunningWorker): Side => ({
    name,
    run: async (seconds): Promise<Measured> => {
      const request = get('/api/bench/noop', { ...browser, Cookie: signedInCookie() });
      const before = cpuMs(pid);
      const measured = await run({ port, connections: CONNECTIONS, seconds, request: () => request, verify });
      const after = cpuMs(pid);
      if (before !== undefined && after !== undefined) cost[name]?.push(((after - before) / measured.requests) * 1000);
      return measured;
    },
  });
  try {
    const result = await compare(side('ours', ours), side('bare', bare), plan, log);
    const [mine, floor] = [cost.ours ?? [], cost.bare ?? []];
    const findings = mine.length === 0 ? [] : [{ text: `CPU a request (lower quartile of ${mine.length} runs): ours ${quantile(mine, 0.25).toFixed(1)} us, bare ${quantile(floor, 0.25).toFixed(1)} us, bare/ours ${(quantile(floor, 0.25) / quantile(mine, 0.25)).toFixed(3)}` }];
    return {
      name: 'P1 pipeline', question: 'requests a second, all stages / bare workerd', ratio: result.ratio, target: 0.6, aim: 0.7, better: 'higher',
      rows: [
        ['ours', result.ours.rate, result.ours.latency], ['bare workerd', result.peer.rate, result.peer.latency],
      ],
      findings,
    };
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}
