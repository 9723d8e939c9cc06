// Reads roll-ups, never raw rows: the page costs the same however busy the day was.
import { z } from 'zod';
import type { Db, Row } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { countStrays, dayTables, hourOf, selectParts } from '../../platform/events/days.ts';
import { Overview } from './schema.ts';

const HOUR_MS = 3_600_000;
const MOST = 25;

const parsed = <S extends z.ZodType>(schema: S, rows: readonly Row[] = []): z.output<S>[] => rows.map((row) => schema.parse(row));
const Tier = z.object({ namespace: z.string(), tier: z.string(), reads: z.int() });
const Market = Overview.shape.events;

function cacheOf(rows: readonly z.output<typeof Tier>[]): Overview['cache'] {
  const names = [...new Set(rows.map(({ namespace }) => namespace))];
  return names.map((namespace) => {
    const own = rows.filter((row) => row.namespace === namespace);
    const reads = own.reduce((sum, row) => sum + row.reads, 0);
    const missed = own.find(({ tier }) => tier === 'db')?.reads ?? 0;
    return { namespace, tiers: Object.fromEntries(own.map(({ tier, reads: count }) => [tier, count])), reads, hitShare: reads === 0 ? 0 : (reads - missed) / reads };
  });
}

async function daysOf(db: Db): Promise<Overview['days']> {
  const [parts, strays] = [await selectParts(db), await countStrays(db)];
  return dayTables.map((table) => {
    const own = parts.filter((part) => part.table === table);
    const days = own.flatMap(({ day }) => (day === null ? [] : [day])).toSorted();
    return { table, days: days.length, first: days[0] ?? null, last: days.at(-1) ?? null, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0), strays: strays.find((stray) => stray.table === table)?.rows ?? 0 };
  });
}

/** The last `hours`, the running one included. */
export async function selectOverview(db: Db, now: number, hours: number): Promise<Overview> {
  const [from, to] = [hourOf(now - (hours - 1) * HOUR_MS), new Date(now).toISOString()];
  const since = sql`${from}::timestamptz`;
  const [byHour, routes, tiers, outbox, topics, events, market, archives, misses] = await db.batch([
    sql`SELECT to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS hour, sum(requests)::int AS requests, sum(client_errors)::int AS "clientErrors", sum(server_errors)::int AS "serverErrors", sum(slow)::int AS slow
      FROM request_stats_hourly WHERE hour >= ${since} GROUP BY 1 ORDER BY 1`,
    sql`SELECT method, route, sum(requests)::int AS requests, sum(client_errors)::int AS "clientErrors", sum(server_errors)::int AS "serverErrors", sum(slow)::int AS slow,
        sum(ms) / sum(requests) AS ms, sum(db_count)::float8 / sum(requests) AS "dbCount", sum(db_ms) / sum(requests) AS "dbMs"
      FROM request_stats_hourly WHERE hour >= ${since} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST}`,
    sql`SELECT namespace, tier, sum(reads)::int AS reads FROM cache_reads_hourly WHERE hour >= ${since} GROUP BY 1, 2 ORDER BY 1, 3 DESC`,
    sql`SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending, count(*) FILTER (WHERE status = 'dead')::int AS dead,
      to_char(min(available_at) FILTER (WHERE status = 'pending') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "oldestPendingAt" FROM outbox WHERE status <> 'done'`,
    sql`SELECT topic, count(*)::int AS dead FROM outbox WHERE status = 'dead' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
    sql`SELECT count(*)::int AS batches, coalesce(sum(events), 0)::int AS events, to_char(max(counted_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastAt" FROM event_batches WHERE counted_at >= ${since}`,
    sql`SELECT coalesce(sum(views), 0)::int AS views, coalesce(sum(reads), 0)::int AS reads, coalesce(sum(searches), 0)::int AS searches, coalesce(sum(misses), 0)::int AS misses FROM market_stats_hourly WHERE hour >= ${since}`,
    sql`SELECT day, lines, parts, bytes FROM log_archives ORDER BY day DESC LIMIT 7`,
    sql`SELECT words, sum(misses)::int AS searches FROM search_words_daily WHERE day >= ${from.slice(0, 10)}::date AND misses > 0 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
  ]);
  const Hour = Overview.shape.requests.shape.hours.element.extend({ clientErrors: z.int(), slow: z.int() });
  const found = parsed(Hour, byHour?.rows);
  const known = new Map(found.map((row) => [row.hour, row]));
  const sum = (what: 'requests' | 'clientErrors' | 'serverErrors' | 'slow'): number => found.reduce((total, row) => total + row[what], 0);
  return {
    range: { hours, from, to },
    requests: {
      total: sum('requests'), clientErrors: sum('clientErrors'), serverErrors: sum('serverErrors'), slow: sum('slow'),
      hours: Array.from({ length: hours }, (_, n) => {
        const hour = hourOf(Date.parse(from) + n * HOUR_MS);
        return { hour, requests: known.get(hour)?.requests ?? 0, serverErrors: known.get(hour)?.serverErrors ?? 0 };
      }),
      routes: parsed(Overview.shape.requests.shape.routes.element, routes?.rows),
    },
    cache: cacheOf(parsed(Tier, tiers?.rows)),
    outbox: { ...Overview.shape.outbox.omit({ topics: true }).parse(outbox?.rows[0]), topics: parsed(Overview.shape.outbox.shape.topics.element, topics?.rows) },
    events: Market.parse({ ...events?.rows[0], ...market?.rows[0] }),
    days: await daysOf(db),
    archives: parsed(Overview.shape.archives.element, archives?.rows),
    misses: parsed(Overview.shape.misses.element, misses?.rows),
  };
}
