// P4: deep paging. Pages 1, 100 and 5,000 of the published pitches, newest first, 20 a page, four at once: the very statement of GET /api/pitches,
// in raw pg, so that nothing hides what the position costs. Where fewer are published, the deepest page there is. Peers: page 1 of itself, and the
// same page by OFFSET. Targets: p95(deepest) <= 1.2 p95(1); OFFSET takes 100 times as long.
import pg from 'pg';
import { toStatement, type Sql, sql } from '../worker/platform/db/sql.ts';
import { conditions } from '../worker/features/market/filters.ts';
import { newestPage } from '../worker/features/market/pages.ts';
import { MarketFilters } from '../worker/features/market/schema.ts';
import { costs } from './harness/backends.ts';
import type { Plan } from './harness/compare.ts';
import { startDatabase } from './harness/database.ts';
import type { Report } from './harness/report.ts';
import { interval, percentiles, quantile, seeded } from './harness/stats.ts';

const SIZE = 20;
const AT_ONCE = 4;
/** OFFSET is slow: a p95 of so many is enough of a lower bound. */
const OFFSET_RUNS = 24;
const where = conditions(MarketFilters.parse({}), undefined);

interface Mark { at: number; id: string }

/** Where pages about `page` begin, each a little elsewhere so that no single block is measured. */
async function marksAt(client: pg.Client, page: number): Promise<(Mark | undefined)[]> {
  if (page === 1) return [undefined];
  const { rows } = await client.query<{ at: string; id: string }>(
    `SELECT (extract(epoch FROM published_at) * 1000000)::int8 AS at, id FROM pitches WHERE status = 'published' ORDER BY published_at DESC, id DESC LIMIT ${SIZE} OFFSET ${(page - 1) * SIZE - SIZE}`);
  return rows.map(({ at, id }) => ({ at: Number(at), id }));
}

async function timed(pool: pg.Pool, statement: () => Sql, isDone: (runs: number) => boolean): Promise<number[]> {
  const latencies: number[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (!isDone(latencies.length)) {
      const { text, values } = toStatement(statement());
      const at = performance.now();
      const { rows } = await pool.query(text, values);
      latencies.push(performance.now() - at);
      if (rows.length !== SIZE + 1) throw new Error(`a page of ${rows.length} rows`);
    }
  }));
  return latencies;
}

export async function p4(plan: Plan, log: (line: string) => void): Promise<Report> {
  const pitches = Number(process.env.BENCH_PITCHES ?? 100_000);
  const database = await startDatabase(pitches, pitches / 5, log);
  const pool = new pg.Pool({ connectionString: database.url, max: AT_ONCE });
  try {
    const { rows } = await database.client.query<{ n: number }>("SELECT count(*)::int AS n FROM pitches WHERE status = 'published'");
    const deepest = Math.min(5000, Math.floor(((rows[0]?.n ?? 0) - 1) / SIZE) - 1);
    const pages = [1, 100, deepest];
    const marks = new Map<number, (Mark | undefined)[]>();
    for (const page of pages) marks.set(page, await marksAt(database.client, page));
    const random = seeded(4);
    const at = (page: number) => (): Sql => {
      const list = marks.get(page) as (Mark | undefined)[];
      return newestPage(null, { where, tags: [] }, SIZE + 1, list[Math.floor(random() * list.length)]).statement;
    };
    const byOffset = (): Sql => sql`SELECT p.* FROM pitches p WHERE ${where} ORDER BY p.published_at DESC, p.id DESC LIMIT ${SIZE + 1} OFFSET ${(deepest - 1) * SIZE - 1}`;
    const cost = costs(database.client);
    // Every session is there before anything is counted.
    await timed(pool, at(1), (runs) => runs >= 10 * AT_ONCE);
    const all = new Map<number, number[]>(pages.map((page) => [page, []]));
    const ratios: number[] = [];
    const offsets: number[] = [];
    const rates = new Map<number, number[]>(pages.map((page) => [page, []]));
    for (let round = 0; round < plan.rounds; round += 1) {
      const p95 = new Map<number, number>();
      for (const page of round % 2 === 0 ? [1, 100, deepest, deepest, 100, 1] : [deepest, 100, 1, 1, 100, deepest]) {
        const seconds = plan.seconds / 6;
        const until = performance.now() + seconds * 1000;
        const measured = await cost.during(String(page), () => timed(pool, at(page), () => performance.now() >= until), (latencies) => latencies.length);
        all.get(page)?.push(...measured);
        rates.get(page)?.push(measured.length / seconds);
        p95.set(page, ((p95.get(page) ?? 0) + quantile(measured, 0.95)));
      }
      const slow = quantile(await cost.during('offset', () => timed(pool, byOffset, (runs) => runs >= OFFSET_RUNS), (latencies) => latencies.length), 0.95);
      ratios.push((p95.get(deepest) as number) / (p95.get(1) as number));
      offsets.push((2 * slow) / (p95.get(deepest) as number));
      log(`  round ${round + 1}: p95 page 1 ${((p95.get(1) as number) / 2).toFixed(2)} ms, page ${deepest} ${((p95.get(deepest) as number) / 2).toFixed(2)} ms, OFFSET ${slow.toFixed(1)} ms`);
    }
    const offset = interval(offsets);
    const [first, deep, skipping] = [cost.of('1'), cost.of(String(deepest)), cost.of('offset')];
    return {
      name: 'P4 deep paging', question: `p95 of page ${deepest} / p95 of page 1, ${pitches} pitches`, ratio: interval(ratios), target: 1.2, better: 'lower',
      rows: pages.map((page) => [`page ${page}`, interval(rates.get(page) as number[]), percentiles(all.get(page) as number[])]),
      findings: [
        ...(first === undefined || deep === undefined || skipping === undefined ? [] : [{ text: `CPU of the database a page: page 1 ${first.toFixed(2)} ms, page ${deepest} ${deep.toFixed(2)} ms, ratio ${(deep / first).toFixed(3)}; OFFSET ${skipping.toFixed(0)} ms and its parallel workers, ${(skipping / deep).toFixed(0)} times` }]),
        { text: `OFFSET at page ${deepest} takes ${offset.median.toFixed(0)} times as long [${offset.low.toFixed(0)}, ${offset.high.toFixed(0)}], target >= 100`, holds: offset.low >= 100 },
      ],
    };
  } finally {
    await pool.end();
    await database.stop();
  }
}
