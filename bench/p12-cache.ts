// P12(i) and (ii): what the cache keeps from the database. (i) 10,000 pitches by Zipf's law, kept for 300 s, while five of them a second are changed:
// reads of the database a thousand requests, target <= 15 (without a cache it is 1,000), and every change seen within two seconds. (ii) 300 readers at
// once of a pitch that no cache holds: reads of the database, target <= 3. Memory and Redis; KV is absent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '../scripts/local/redis.ts';
import { startUpstashBridge } from '../scripts/local/upstash-bridge.ts';
import { random, zipf } from '../scripts/seed/random.ts';
import { bundle } from './harness/bundle.ts';
import type { Plan } from './harness/compare.ts';
import { type BenchDatabase, resetCalls, startDatabase } from './harness/database.ts';
import { get, run } from './harness/generator.ts';
import type { Report } from './harness/report.ts';
import { browser, signedInCookie, vars } from './harness/settings.ts';
import { interval, percentiles } from './harness/stats.ts';
import { startWorker } from './harness/workerd.ts';

const CONNECTIONS = 16;
const WRITES_A_SECOND = 5;
const SEEN_WITHIN_MS = 2_000;
const CROWD = 300;

interface Owned { id: string; ownerId: string }

/** Which statement reads a pitch for everybody: what the database ran for one reader of a pitch that nobody had read. */
async function readStatement({ client }: BenchDatabase, read: () => Promise<unknown>): Promise<string> {
  await resetCalls(client);
  await read();
  const { rows } = await client.query<{ id: string }>("SELECT queryid::text AS id FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'");
  if (rows.length !== 1) throw new Error(`one reader made ${rows.length} kinds of statements`);
  return rows[0]?.id as string;
}

async function readsSince({ client }: BenchDatabase, statement: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>('SELECT coalesce(sum(calls), 0)::int AS n FROM pg_stat_statements WHERE queryid = $1::int8', [statement]);
  return rows[0]?.n ?? 0;
}

export async function p12cache(plan: Plan, log: (line: string) => void): Promise<Report> {
  const pitches = Number(process.env.BENCH_PITCHES ?? 100_000);
  const count = plan.seconds >= 8 ? 10_000 : 1_000;
  const database = await startDatabase(pitches, pitches / 5, log);
  const stops: (() => Promise<void>)[] = [database.stop];
  try {
    const folder = mkdtempSync(join(tmpdir(), 'pitchey-redis-'));
    stops.unshift(async () => rmSync(folder, { recursive: true, force: true }));
    const redis = await startRedis({ dataDir: folder, log });
    if (!redis) throw new Error('P12 needs redis-server');
    stops.unshift(redis.stop);
    const bridge = await startUpstashBridge({ redisPort: redis.port, redisPassword: redis.password, token: 'bench' });
    stops.unshift(bridge.stop);
    const built = await bundle('bench/worker.ts');
    const ours = await startWorker({
      ...built,
      vars: { ...vars, DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy, UPSTASH_REDIS_REST_URL: bridge.url, UPSTASH_REDIS_REST_TOKEN: bridge.token },
      rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] },
    }, '/api/health');
    stops.unshift(ours.stop);
    const { rows: all } = await database.client.query<Owned>(`SELECT id, owner_id AS "ownerId" FROM pitches WHERE status = 'published' ORDER BY id LIMIT ${count + 2000}`);
    const keys = all.slice(0, count);
    const fresh = all.slice(count);
    const url = ({ id }: Owned): string => `http://127.0.0.1:${ours.port}/api/pitches/${id}`;
    const read = async (pitch: Owned): Promise<{ tone: string }> => {
      const response = await fetch(url(pitch), { headers: browser });
      if (response.status !== 200) throw new Error(`${pitch.id}: ${response.status} ${(await response.text()).slice(0, 200)}`);
      return await response.json() as { tone: string };
    };
    const statement = await readStatement(database, () => read(fresh.pop() as Owned));
    log(`  warming ${count} pitches`);
    let warmed = 0;
    // Few at a time: this is no measurement, and a busy machine answers 503 to many.
    await Promise.all(Array.from({ length: 4 }, async () => { for (let n = warmed++; n < count; n = warmed++) await read(keys[n] as Owned); }));

    const draw = zipf(random('p12'), count, 0.99);
    let written = 0;
    let slowest = 0;
    /** Changes a pitch as its owner, and waits until everybody sees it. */
    const change = async (): Promise<void> => {
      const pitch = keys[draw()] as Owned;
      const tone = `Changed ${(written += 1)} at ${Date.now()}`;
      const response = await fetch(url(pitch), { method: 'PATCH', headers: { ...browser, Origin: vars.APP_ORIGIN, 'Content-Type': 'application/json', Cookie: signedInCookie({ id: pitch.ownerId, portal: 'creator' }) }, body: JSON.stringify({ tone }) });
      if (response.status !== 200) throw new Error(`a change was answered ${response.status} ${(await response.text()).slice(0, 300)}`);
      await response.arrayBuffer();
      const at = performance.now();
      for (;;) {
        const seen = (await read(pitch)).tone;
        const after = performance.now() - at;
        // Another change of the same pitch may have come after this one.
        if (seen === tone || Number(/^Changed (\d+)/.exec(seen)?.[1] ?? 0) > Number(/\d+/.exec(tone)?.[0])) { slowest = Math.max(slowest, after); return; }
        if (after > SEEN_WITHIN_MS * 5) throw new Error(`${pitch.id} still says ${seen}, not ${tone}`);
      }
    };
    const shares: number[] = [];
    const rates: number[] = [];
    const latencies: number[] = [];
    const crowds: number[] = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      await resetCalls(database.client);
      const pending: Promise<void>[] = [];
      const failed: unknown[] = [];
      const timer = setInterval(() => pending.push(change().catch((error: unknown) => { failed.push(error); })), 1000 / WRITES_A_SECOND);
      const asked: string[] = [];
      let measured;
      try {
        measured = await run({
          port: ours.port, connections: CONNECTIONS, seconds: plan.seconds,
          request: (n) => get(`/api/pitches/${(asked[n] = (keys[draw()] as Owned).id)}`, browser),
          verify: ({ body }, n) => { if ((JSON.parse(body.toString()) as { id: string }).id !== asked[n]) throw new Error(`expected ${asked[n]}`); },
        });
      } finally {
        clearInterval(timer);
        await Promise.all(pending);
      }
      if (failed.length > 0) throw failed[0];
      const reads = await readsSince(database, statement);
      shares.push((reads / measured.requests) * 1000);
      rates.push(measured.rate);
      for (const latency of measured.latencies) latencies.push(latency);
      for (let crowd = 0; crowd < 3; crowd += 1) {
        const pitch = fresh.pop() as Owned;
        await resetCalls(database.client);
        await Promise.all(Array.from({ length: CROWD }, () => read(pitch)));
        crowds.push(await readsSince(database, statement));
      }
      log(`  round ${round + 1}: ${reads} reads of ${measured.requests} requests with ${pending.length} changes; a crowd read ${crowds.slice(-3).join(', ')} times`);
    }
    return {
      name: 'P12(i, ii) cache', question: 'reads of the database a thousand requests, five changes a second', ratio: interval(shares), target: 15, better: 'lower',
      rows: [['ours', interval(rates), percentiles(latencies)]],
      findings: [
        { text: `${written} changes, the slowest seen after ${slowest.toFixed(0)} ms, target <= ${SEEN_WITHIN_MS}`, holds: slowest <= SEEN_WITHIN_MS },
        { text: `${CROWD} readers at once of what no cache holds: at most ${Math.max(...crowds)} reads in ${crowds.length} crowds, target <= 3`, holds: Math.max(...crowds) <= 3 },
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}
