// Statements that keep a batch of requests. Like those of counting, they do something only where this delivery claimed the batch.
import { sql, type Sql } from '../../platform/db/sql.ts';

export interface LogRow {
  at: string;
  hour: string;
  id: string;
  trace_id: string;
  method: string;
  route: string;
  path: string;
  status: number;
  ms: number;
  actor_id: string | null;
  portal: string | null;
  db_count: number;
  db_ms: number;
  kv_count: number;
  redis_count: number;
  cache: Record<string, string> | null;
  error: string | null;
}

/** Requests of so many ms and more are slow. */
export const SLOW_MS = 500;

/** Rows of the batch into the day's partition and the hour's roll-ups, in one statement. `claimed` is the condition of the claim. */
export const keepRequests = (claimed: Sql, rows: readonly LogRow[]): Sql => sql`
  WITH given AS MATERIALIZED (
    SELECT g.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(at timestamptz, hour timestamptz, id uuid, trace_id text, method text, route text, path text, status int, ms real, actor_id uuid, portal text,
      db_count int, db_ms real, kv_count int, redis_count int, cache jsonb, error text) WHERE ${claimed}
  ), kept AS (
    INSERT INTO request_logs (at, id, trace_id, method, route, path, status, ms, actor_id, portal, db_count, db_ms, kv_count, redis_count, cache, error)
    SELECT at, id, trace_id, method, route, path, status, ms, actor_id, portal, db_count, db_ms, kv_count, redis_count, cache, error FROM given ON CONFLICT DO NOTHING
  ), tiers AS (
    INSERT INTO cache_reads_hourly (hour, namespace, tier, reads)
    SELECT hour, c.key, c.value, count(*) FROM given, jsonb_each_text(cache) c WHERE cache IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (hour, namespace, tier) DO UPDATE SET reads = cache_reads_hourly.reads + excluded.reads
  )
  INSERT INTO request_stats_hourly (hour, method, route, requests, client_errors, server_errors, slow, ms, db_count, db_ms)
  SELECT hour, method, route, count(*), count(*) FILTER (WHERE status BETWEEN 400 AND 499), count(*) FILTER (WHERE status >= 500), count(*) FILTER (WHERE ms >= ${SLOW_MS}::real), sum(ms), sum(db_count), sum(db_ms)
  FROM given GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (hour, method, route) DO UPDATE SET requests = request_stats_hourly.requests + excluded.requests, client_errors = request_stats_hourly.client_errors + excluded.client_errors,
    server_errors = request_stats_hourly.server_errors + excluded.server_errors, slow = request_stats_hourly.slow + excluded.slow, ms = request_stats_hourly.ms + excluded.ms,
    db_count = request_stats_hourly.db_count + excluded.db_count, db_ms = request_stats_hourly.db_ms + excluded.db_ms`;
