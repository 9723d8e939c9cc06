// P1: what the pipeline costs. GET /api/bench/noop through every stage, signed in, the session in the isolate's memory, 32 connections; the peer is
// a bare Worker that answers the same body. Target: 0.60 of its requests a second, 0.70 is the aim.
import { join } from 'node:path';
import { bundle } from './harness/bundle.ts';
import { compare, type Measured, type Plan, type Side } from './harness/compare.ts';
import { type Answer, get, run } from './harness/generator.ts';
import { browser, signedInCookie, vars } from './harness/settings.ts';
import type { Report } from './harness/report.ts';
import { startWorker } from './harness/workerd.ts';

const CONNECTIONS = 32;
const BODY = '{"ok":true}';

function verify({ status, body }: Answer): void {
  if (status !== 200 || body.toString() !== BODY) throw new Error(`expected 200 ${BODY}, got ${status} ${body.toString().slice(0, 200)}`);
}

export async function p1(plan: Plan, log: (line: string) => void): Promise<Report> {
  const built = await bundle('bench/worker.ts');
  const ours = await startWorker({ ...built, vars, rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX'] } }, '/api/health');
  const bare = await startWorker({ ...built, folder: join(import.meta.dirname, 'peers'), main: 'bare.mjs' });
  const side = (name: string, port: number): Side => ({
    name,
    run: async (seconds): Promise<Measured> => {
      const request = get('/api/bench/noop', { ...browser, Cookie: signedInCookie() });
      return run({ port, connections: CONNECTIONS, seconds, request: () => request, verify });
    },
  });
  try {
    const result = await compare(side('ours', ours.port), side('bare', bare.port), plan, log);
    return {
      name: 'P1 pipeline', question: 'requests a second, all stages / bare workerd', ratio: result.ratio, target: 0.6, aim: 0.7, better: 'higher',
      rows: [
        ['ours', result.ours.rate, result.ours.latency], ['bare workerd', result.peer.rate, result.peer.latency],
      ],
    };
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}
