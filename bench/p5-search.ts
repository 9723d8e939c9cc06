// P5: search. 1,000 seeded searches, each as GET /api/pitches?q=… through the whole stack, none from a cache, four at once; the peer is the naive way
// in raw pg: websearch_to_tsquery, every hit ranked. Targets: p95 of ours a fiftieth of naive, <= 25 ms, and the same first 20 as a full ranking in 0.95
// of all cases for rare and mid words.
import pg from 'pg';
import type { Queryable } from '../worker/platform/db/db.ts';
import { sql, toStatement } from '../worker/platform/db/sql.ts';
import { conditions } from '../worker/features/market/filters.ts';
import { planSearch } from '../worker/features/market/plan.ts';
import { MarketFilters } from '../worker/features/market/schema.ts';
import { bundle } from './harness/bundle.ts';
import { costs } from './harness/backends.ts';
import type { Plan } from './harness/compare.ts';
import { cpuMs } from './harness/cpu.ts';
import { startDatabase } from './harness/database.ts';
import { get } from './harness/generator.ts';
import { openLine } from './harness/line.ts';
import { type Kind, type SearchQuery, searchQueries } from './harness/queries.ts';
import type { Report } from './harness/report.ts';
import { browser, vars } from './harness/settings.ts';
import { interval, median, percentiles, quantile } from './harness/stats.ts';
import { startWorker } from './harness/workerd.ts';

const AT_ONCE = 4;
const SIZE = 20;
/** The naive way is asked so many of them a round: it would take all day. */
const NAIVE = 100;
/** One answer in so many is read in full, as everywhere; in the others it is looked for what they must not say. */
const VERIFY_EVERY = 50;
const KINDS: readonly Kind[] = ['rare', 'mid', 'common', 'misspelt'];

interface Timed { kind: Kind; ms: number }

/** Runs every item, so many at a time. */
async function each<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < list.length) {
      next += 1;
      await work(list[next - 1] as T);
    }
  }));
}

const pathOf = ({ q, genre }: SearchQuery, limit: number): string => `/api/pitches?q=${encodeURIComponent(q)}&limit=${limit}${genre ? `&genre=${genre}` : ''}`;

export async function p5(plan: Plan, log: (line: string) => void): Promise<Report> {
  const pitches = Number(process.env.BENCH_PITCHES ?? 100_000);
  const database = await startDatabase(pitches, pitches / 5, log);
  const pool = new pg.Pool({ connectionString: database.url, max: AT_ONCE });
  const stops: (() => Promise<void>)[] = [() => pool.end(), database.stop];
  try {
    const built = await bundle('bench/worker.ts');
    const ours = await startWorker({
      ...built, vars: { ...vars, DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy },
      rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' }, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] },
    }, '/api/health');
    stops.unshift(ours.stop);
    const queries = await searchQueries(database.client, plan.seconds >= 8 ? 1000 : 200, 5);
    const lines = await Promise.all(Array.from({ length: AT_ONCE }, () => openLine(ours.port)));
    stops.unshift(async () => { for (const line of lines) line.close(); });
    let asked = 0;
    const answer = async (query: SearchQuery, limit: number): Promise<Buffer> => {
      const kept = lines.pop();
      if (!kept) throw new Error('more is asked at once than there are connections');
      // Ended while the naive way was asked.
      const line = kept.isOpen() ? kept : await openLine(ours.port);
      try {
        const { status, body } = await line.ask(get(pathOf(query, limit), browser));
        if (status !== 200) throw new Error(`${query.q}: ${status} ${body.toString('utf8', 0, 200)}`);
        return body;
      } finally {
        lines.push(line);
      }
    };
    const itemsIn = (body: Buffer): string[] => (JSON.parse(body.toString()) as { items: { id: string }[] }).items.map(({ id }) => id);
    /** Whether it came unranked. */
    const ask = async (query: SearchQuery, limit: number): Promise<boolean> => {
      const body = await answer(query, limit);
      asked += 1;
      if (asked % VERIFY_EVERY === 0 && itemsIn(body).length > limit) throw new Error(`${query.q}: more than ${limit}`);
      return body.includes('"unranked":true');
    };
    const timed: Timed[] = [];
    const naiveTimes: number[] = [];
    const rounds: { ours: number; naive: number }[] = [];
    let unranked = 0;
    // Another length of page is another list: nothing is answered by a cache.
    const measure = async (limit: number): Promise<number[]> => {
      const latencies: number[] = [];
      await each(queries, async (query) => {
        const at = performance.now();
        if (await ask(query, limit)) unranked += 1;
        const ms = performance.now() - at;
        latencies.push(ms);
        timed.push({ kind: query.kind, ms });
      });
      return latencies;
    };
    const naive = async (from: number): Promise<number[]> => {
      const latencies: number[] = [];
      await each(Array.from({ length: NAIVE }, (_, n) => queries[(from + n) % queries.length] as SearchQuery), async ({ q, genre }) => {
        const at = performance.now();
        await pool.query(`SELECT p.id, p.title, p.logline FROM pitches p, websearch_to_tsquery('english', $1) query WHERE p.status = 'published' AND p.search @@ query AND ($2::text IS NULL OR p.genres @> ARRAY[$2])
          ORDER BY ts_rank(p.search, query) DESC LIMIT 20`, [q, genre]);
        latencies.push(performance.now() - at);
      });
      return latencies;
    };
    const cost = costs(database.client);
    const outside = (): { worker: number; gateway: number } => ({ worker: cpuMs(ours.pid) ?? 0, gateway: cpuMs(database.gateway.pid) ?? 0 });
    const spent = { worker: 0, gateway: 0 };
    await measure(49);
    await naive(0);
    timed.length = 0;
    for (let round = 0; round < plan.rounds; round += 1) {
      const before = outside();
      const mine = await cost.during('ours', () => measure(SIZE + round), (latencies) => latencies.length);
      const after = outside();
      spent.worker += after.worker - before.worker;
      spent.gateway += after.gateway - before.gateway;
      const theirs = await cost.during('naive', () => naive(round * NAIVE), (latencies) => latencies.length);
      naiveTimes.push(...theirs);
      rounds.push({ ours: quantile(mine, 0.95), naive: quantile(theirs, 0.95) });
      log(`  round ${round + 1}: p95 ours ${quantile(mine, 0.95).toFixed(1)} ms, naive ${quantile(theirs, 0.95).toFixed(1)} ms`);
    }
    const overlap = await overlapOf(pool, queries.filter(({ kind }) => kind === 'rare' || kind === 'mid'), async (query) => itemsIn(await answer(query, 48)).slice(0, SIZE));
    const p95 = interval(rounds.map((round) => round.ours));
    const of = (kind: Kind): number[] => timed.filter((one) => one.kind === kind).map(({ ms }) => ms);
    const all = timed.map(({ ms }) => ms);
    const [inDatabase, naively] = [cost.of('ours'), cost.of('naive')];
    const rate = (latencies: readonly number[]) => interval([(AT_ONCE * 1000) / median(latencies)]);
    return {
      name: 'P5 search', question: `p95 naive / p95 ours, ${pitches} pitches`, ratio: interval(rounds.map((round) => round.naive / round.ours)), target: 50, better: 'higher',
      rows: [['ours', rate(all), percentiles(all)], ...KINDS.map((kind): [string, ReturnType<typeof interval>, ReturnType<typeof percentiles>] => [`  ${kind}`, rate(of(kind)), percentiles(of(kind))]), ['naive, raw pg', rate(naiveTimes), percentiles(naiveTimes)]],
      findings: [
        ...(inDatabase === undefined || naively === undefined ? [] : [{ text: `CPU a search: ours ${inDatabase.toFixed(1)} ms in the database, ${(spent.worker / all.length).toFixed(1)} in the Worker, ${(spent.gateway / all.length).toFixed(1)} in the gateway; naive ${naively.toFixed(1)} ms in the database (means; parallel workers left out)` }]),
        { text: `p95 ${p95.median.toFixed(1)} ms [${p95.low.toFixed(1)}, ${p95.high.toFixed(1)}], target <= 25 ms`, holds: p95.high <= 25 },
        { text: `overlap of the first 20 with a full ranking, rare and mid words: ${overlap.toFixed(3)}, target >= 0.95`, holds: overlap >= 0.95 },
        { text: `${unranked} of ${all.length + queries.length} searches came unranked, none failed` },
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Mean share of the first 20 of a full ranking that are among our first 20. */
async function overlapOf(pool: pg.Pool, queries: readonly SearchQuery[], ask: (query: SearchQuery) => Promise<string[]>): Promise<number> {
  const db: Queryable = { query: async (statement) => { const { text, values } = toStatement(statement); const { rows, rowCount } = await pool.query(text, values); return { rows, count: rowCount ?? 0 }; } };
  const shares: number[] = [];
  await each(queries, async (query) => {
    const plan = await planSearch(db, query.q);
    if (!plan) throw new Error(`${query.q} is no search`);
    const filters = MarketFilters.parse(query.genre ? { genre: query.genre } : {});
    const { rows } = await db.query(sql`SELECT p.id FROM pitches p WHERE ${conditions(filters, plan.query)} ORDER BY ts_rank_cd(p.search, ${plan.query}) DESC, p.published_at DESC, p.id DESC LIMIT ${SIZE}`);
    if (rows.length === 0) return;
    const mine = new Set(await ask(query));
    shares.push(rows.filter(({ id }) => mine.has(id as string)).length / rows.length);
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
