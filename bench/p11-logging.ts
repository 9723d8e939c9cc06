// P11: what request logs cost. (i) The app's mix of reads with logs on (console line, and a queue message a hundred requests) and off: 0.95 of the rate.
// (ii) The database's time a request: a batch of a hundred against one INSERT a request, over the same driver: a tenth. (iii) A day of a million rows
// dropped as a partition against DELETE: a tenth. The queue's consumer is another invocation than the request: its cost is (ii), not part of (i).
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../scripts/local/postgres.ts';
import { migrate } from '../scripts/migrate.ts';
import { requestLogs } from '../worker/features/request-logs/jobs.ts';
import { createNeonDb } from '../worker/platform/db/neon.ts';
import { sql } from '../worker/platform/db/sql.ts';
import { consumeBatch } from '../worker/platform/events/consume.ts';
import type { EventBatch } from '../worker/platform/events/events.ts';
import { uuidv7 } from '../worker/platform/ids.ts';
import { bundle } from './harness/bundle.ts';
import { cpuMs } from './harness/cpu.ts';
import { compare, fullPlan, type Measured, type Plan, type Side } from './harness/compare.ts';
import { type BenchDatabase, startDatabase } from './harness/database.ts';
import { get, run } from './harness/generator.ts';
import { publishedIds } from './harness/pitch-ids.ts';
import { startQueueSink } from './harness/queue-sink.ts';
import type { Report } from './harness/report.ts';
import { browser, signedInCookie, vars } from './harness/settings.ts';
import { interval, type Interval, quantile, seeded } from './harness/stats.ts';
import { type RunningWorker, startWorker } from './harness/workerd.ts';

const CONNECTIONS = 32;
const WORDS = ['lighthouse', 'harbour', 'winter', 'sister', 'island', 'border', 'machine', 'river', 'letter', 'summer'];

/** 70 % a pitch, 15 % a list page, 10 % a search, 5 % a signed-in person's own list; half of the callers are signed in. */
function mixOf(ids: readonly string[]): (n: number) => Buffer {
  const random = seeded(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const signedIn = { ...browser, Cookie: signedInCookie() };
  return () => {
    const kind = random();
    const headers = random() < 0.5 || kind >= 0.95 ? signedIn : browser;
    if (kind < 0.7) return get(`/api/pitches/${pick(ids)}`, headers);
    if (kind < 0.85) return get('/api/pitches?sort=newest&limit=20', headers);
    return kind < 0.95 ? get(`/api/pitches?q=${pick(WORDS)}&limit=20`, headers) : get('/api/watchlist', headers);
  };
}

const columns = 'at, id, trace_id, method, route, path, status, ms, actor_id, portal, db_count, db_ms, kv_count, redis_count, cache, error';

/** ms of database time a request: ours in batches as they came from the Worker, the peer's one INSERT each into the same columns. */
async function writeCost(database: BenchDatabase, batches: readonly EventBatch[], rounds: number): Promise<{ ratio: Interval; ours: number; peer: number }> {
  let spent = 0;
  const db = createNeonDb({ connectionString: database.url, ...database.gateway, timeoutMs: 60_000, onRoundTrip: (ms) => { spent += ms; } });
  await database.client.query('DROP TABLE IF EXISTS bench_request_logs');
  await database.client.query('CREATE TABLE bench_request_logs (LIKE request_logs INCLUDING ALL)');
  const full = batches.filter(({ events }) => events.length === 100);
  if (full.length < 10) throw new Error(`only ${full.length} full batches came from the Worker`);
  const newId = (): string => uuidv7(Date.now());
  const made: { ours: number; peer: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    spent = 0;
    const own = full.slice(0, 20).map(({ events }) => ({ id: newId(), events: events.map((event) => ({ ...event, requestId: randomUUID() })) }));
    for (const batch of own) await consumeBatch(batch, { db, counters: [requestLogs], newId, now: Date.now() });
    const ours = spent / (own.length * 100);
    spent = 0;
    for (let n = 0; n < 500; n += 1) {
      await db.query(sql`INSERT INTO bench_request_logs (at, id, trace_id, method, route, path, status, ms, actor_id, portal, db_count, db_ms, kv_count, redis_count, cache, error)
        VALUES (${new Date().toISOString()}, ${newId()}, ${randomUUID()}, 'GET', '/api/pitches/:id', '/api/pitches/x', 200, 3.1, ${newId()}, 'investor', 1, 2.2, 0, 0, '{"pitchPublic":"memory"}', NULL)`);
    }
    // The first round warms connections and plans.
    if (round > 0) made.push({ ours, peer: spent / 500 });
  }
  const mean = (side: 'ours' | 'peer'): number => made.reduce((sum, one) => sum + one[side], 0) / made.length;
  await database.client.query('DROP TABLE bench_request_logs');
  return { ratio: interval(made.map(({ ours, peer }) => ours / peer)), ours: mean('ours'), peer: mean('peer') };
}

/**
 * Writes out what was filled a moment ago and has the system forget it, for both sides alike: a day that is rotated is two weeks old. Without it most of a
 * drop's time is the system taking back a hundred megabytes of pages that nobody has written to a disk yet.
 */
async function age(client: pg.Client): Promise<void> {
  await client.query('CHECKPOINT');
  const { rows: [at] } = await client.query<{ data_directory: string }>('SHOW data_directory');
  const { rows } = await client.query<{ path: string }>(`
    WITH tables AS (SELECT 'bench_request_logs'::regclass AS oid UNION ALL SELECT inhrelid FROM pg_inherits WHERE inhparent = 'request_logs'::regclass),
    files AS (SELECT oid FROM tables UNION ALL SELECT i.indexrelid FROM pg_index i JOIN tables t ON t.oid = i.indrelid)
    SELECT pg_relation_filepath(oid) AS path FROM files`);
  const files = rows.map(({ path }) => join(at?.data_directory ?? '', path));
  for (const file of files) await promisify(execFile)('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none']);
}

/**
 * ms to get rid of a day of `rows`: its partition dropped, and DELETE of the same rows from a table with the same indexes. On a server that writes
 * to its disk before it answers, as production's does: what is deleted row by row is written row by row.
 */
async function rotationCost(rows: number, rounds: number): Promise<{ ratio: Interval; ours: number; peer: number }> {
  const dataDir = resolve(import.meta.dirname, `../.data/bench/logs-${process.pid}`);
  const postgres = await startPostgres({ dataDir, durable: true });
  const client = new pg.Client({ connectionString: postgres.url });
  const made: { ours: number; peer: number }[] = [];
  const fill = (table: string): Promise<unknown> => client.query(`
    INSERT INTO ${table} (${columns}) SELECT '2026-01-05T00:00:00Z'::timestamptz + n * interval '80 milliseconds', gen_random_uuid(), 't', 'GET', '/api/pitches/:id', '/api/pitches/x', 200, 3.1, gen_random_uuid(), 'investor', 1, 2.2, 0, 0,
      '{"pitchPublic": "memory"}', NULL FROM generate_series(1, ${rows}) AS n`);
  const timed = async (statement: string): Promise<number> => {
    const started = performance.now();
    await client.query(statement);
    return performance.now() - started;
  };
  try {
    await migrate(postgres.url);
    await client.connect();
    await client.query('CREATE TABLE bench_request_logs (LIKE request_logs INCLUDING ALL)');
    for (let round = 0; round < rounds; round += 1) {
      await client.query("SELECT make_day_partitions('request_logs', '2026-01-05', '2026-01-05')");
      await client.query('TRUNCATE bench_request_logs');
      await fill('request_logs');
      await fill('bench_request_logs');
      await age(client);
      const peer = await timed("DELETE FROM bench_request_logs WHERE at < '2026-01-06T00:00:00Z'");
      // What DELETE has changed is written before the other's turn.
      await age(client);
      made.push({ peer, ours: await timed("SELECT drop_day_partitions('request_logs', '2026-01-06')") });
    }
  } finally {
    await client.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const mean = (side: 'ours' | 'peer'): number => made.reduce((sum, one) => sum + one[side], 0) / made.length;
  return { ratio: interval(made.map(({ ours, peer }) => ours / peer)), ours: mean('ours'), peer: mean('peer') };
}

export async function p11(plan: Plan, log: (line: string) => void): Promise<Report> {
  const pitches = Number(process.env.BENCH_PITCHES ?? 100_000);
  const database = await startDatabase(pitches, pitches / 5, log);
  const stops: (() => Promise<void>)[] = [database.stop];
  try {
    const sink = await startQueueSink();
    stops.unshift(sink.stop);
    const built = await bundle('bench/worker.ts');
    const start = (LOG: 'on' | 'off') => startWorker({
      ...built, vars: { ...vars, LOG, DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy },
      rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX'] }, queues: { EVENTS: sink.port },
    }, '/api/health');
    const on = await start('on');
    stops.unshift(on.stop);
    const off = await start('off');
    stops.unshift(off.stop);
    const ids = await publishedIds(database.client);
    const batches: EventBatch[] = [];
    let logged = 0;
    let asked = 0;
    const cost: Record<'on' | 'off', number[]> = { on: [], off: [] };
    const side = (name: 'on' | 'off', { port, pid }: RunningWorker): Side => ({
      name: `logs ${name}`,
      run: async (seconds): Promise<Measured> => {
        const before = cpuMs(pid);
        const measured = await run({
          port, connections: CONNECTIONS, seconds, request: mixOf(ids),
          verify: ({ status, body }) => { if (status !== 200 || !body.toString().startsWith('{"')) throw new Error(`got ${status} ${body.toString().slice(0, 200)}`); },
        });
        const after = cpuMs(pid);
        if (before !== undefined && after !== undefined) cost[name].push(((after - before) / measured.requests) * 1000);
        const came = sink.take() as EventBatch[];
        if (name === 'on') asked += measured.requests;
        logged += came.reduce((sum, { events }) => sum + events.length, 0);
        if (batches.length < 200) batches.push(...came);
        return measured;
      },
    });
    const result = await compare(side('on', on), side('off', off), plan, log);
    await Promise.all([on.stop(), off.stop()]);
    const isFull = plan === fullPlan;
    const write = await writeCost(database, batches, isFull ? 6 : 3);
    const rotation = await rotationCost(isFull ? 1_000_000 : 200_000, 3);
    const told = ({ median, low, high }: Interval): string => `${median.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
    return {
      name: 'P11 request logs', question: `requests a second of the mix, logs on / off, ${pitches} pitches`, ratio: result.ratio, target: 0.95, better: 'higher',
      rows: [['logs on', result.ours.rate, result.ours.latency], ['logs off', result.peer.rate, result.peer.latency]],
      findings: [
        ...(cost.on.length === 0 ? [] : [{ text: `CPU a request (lower quartile of ${cost.on.length} runs): on ${quantile(cost.on, 0.25).toFixed(0)} us, off ${quantile(cost.off, 0.25).toFixed(0)} us, off/on ${(quantile(cost.off, 0.25) / quantile(cost.on, 0.25)).toFixed(3)}` }]),
        { text: `${logged} of ${asked} requests reached the queue (the rest was in the buffer when a run was counted)`, holds: logged > asked * 0.97 },
        { text: `database time a request: ${write.ours.toFixed(3)} ms in batches, ${write.peer.toFixed(3)} ms one INSERT each, ratio ${told(write.ratio)}, target <= 0.1`, holds: write.ratio.high <= 0.1 },
        { text: `a day of ${isFull ? '1,000,000' : '200,000'} rows: dropped in ${rotation.ours.toFixed(0)} ms, deleted in ${rotation.peer.toFixed(0)} ms, ratio ${told(rotation.ratio)}, target <= 0.1`, holds: rotation.ratio.high <= 0.1 },
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}
