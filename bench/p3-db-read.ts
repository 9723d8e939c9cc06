// P3: a database read through the whole stack. GET /api/pitches/:id as a signed-in member (whose view no cache holds), uniform ids, 16 connections; the
// peer runs the same statement over a pool of eight, without HTTP. Target: 0.30 of its rate, 0.40 is the aim; exactly one statement a request.
import { join } from 'node:path';
import { bundle } from './harness/bundle.ts';
import { cpuMs } from './harness/cpu.ts';
import { compare, type Measured, type Plan } from './harness/compare.ts';
import { countCalls, endPeer, resetCalls, startDatabase, startPeer } from './harness/database.ts';
import { get, run } from './harness/generator.ts';
import { spawnUnderTest } from './harness/pin.ts';
import { publishedIds } from './harness/pitch-ids.ts';
import type { Report } from './harness/report.ts';
import { browser, signedInCookie, vars } from './harness/settings.ts';
import { seeded } from './harness/stats.ts';
import { startWorker } from './harness/workerd.ts';

const CONNECTIONS = 16;

export async function p3(plan: Plan, log: (line: string) => void): Promise<Report> {
  const pitches = Number(process.env.BENCH_PITCHES ?? 100_000);
  const database = await startDatabase(pitches, pitches / 5, log);
  const stops: (() => Promise<void>)[] = [database.stop];
  try {
    const built = await bundle('bench/worker.ts');
    const ours = await startWorker({
      ...built, vars: { ...vars, DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy },
      rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] },
    }, '/api/health');
    stops.unshift(ours.stop);
    const raw = await startPeer(process.execPath, [join(import.meta.dirname, 'peers/raw-pg.ts'), database.url], (command, args) => spawnUnderTest(command, args, { stdio: ['pipe', 'pipe', 'inherit'] }));
    stops.unshift(() => endPeer(raw.child));
    const ids = await publishedIds(database.client);
    const random = seeded(3);
    let requests = 0;
    let calls = 0;
    const cost = { worker: 0, gateway: 0 };
    const result = await compare({
      name: 'ours',
      run: async (seconds): Promise<Measured> => {
        const headers = { ...browser, Cookie: signedInCookie() };
        const asked: string[] = [];
        await resetCalls(database.client);
        const before = [cpuMs(ours.pid) ?? Number.NaN, cpuMs(database.gateway.pid) ?? Number.NaN] as const;
        const measured = await run({
          port: ours.port, connections: CONNECTIONS, seconds,
          request: (n) => get(`/api/pitches/${(asked[n] = ids[Math.floor(random() * ids.length)] as string)}`, headers),
          verify: ({ status, body }, n) => {
            const pitch = JSON.parse(body.toString()) as { id?: string; tier?: string };
            if (status !== 200 || pitch.id !== asked[n] || pitch.tier !== 'member') throw new Error(`expected ${asked[n]} as a member sees it, got ${status} ${body.toString().slice(0, 200)}`);
          },
        });
        cost.worker += (cpuMs(ours.pid) ?? Number.NaN) - before[0];
        cost.gateway += (cpuMs(database.gateway.pid) ?? Number.NaN) - before[1];
        requests += measured.requests;
        calls += await countCalls(database.client);
        return measured;
      },
    }, {
      name: 'raw pg',
      run: async (seconds): Promise<Measured> => {
        raw.child.stdin?.write(`${JSON.stringify({ seconds })}\n`);
        const { value } = (await raw.lines.next()) as { value: string };
        return JSON.parse(value) as Measured;
      },
    }, plan, log);
    const each = calls / requests;
    return {
      name: 'P3 database read', question: `pitches a second through the stack / raw pg, ${pitches} pitches`, ratio: result.ratio, target: 0.3, aim: 0.4, better: 'higher',
      rows: [['ours', result.ours.rate, result.ours.latency], ['raw pg, pool of 8', result.peer.rate, result.peer.latency]],
      findings: [{ text: `CPU a request: Worker ${((cost.worker / requests) * 1000).toFixed(0)} us on core 0, gateway ${((cost.gateway / requests) * 1000).toFixed(0)} us on core 1 beside PostgreSQL and the generator` }, { text: `${each.toFixed(4)} statements a request (${calls} of ${requests} requests, by pg_stat_statements), target 1`, holds: calls === requests }],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}
