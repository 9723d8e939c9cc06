// The trend with its days: docs/trending.md explains the formula in words.
import { type Sql, sql } from '../../platform/db/sql.ts';

/** Interest in views, of anything with these columns. The weights are those of the due index (migration pitch_views__create) and of `trendWeights`. */
const POINTS = { of: sql`s.views + 8 * s.likes + 12 * s.watchers + 6 * s.comments`, ofDay: sql`d.views + 8 * d.likes + 12 * d.watchers + 6 * d.comments` };

/** Half-lives since 1970. */
const weeks = (time: Sql): Sql => sql`extract(epoch FROM ${time})::float8 / 604800`;

/** Half-lives after which nothing is left; PostgreSQL refuses numbers much smaller. */
const OLDEST = 600;

/**
 * The interest of a published pitch at `now` (ISO), in points, without the one for being there. `p` is the pitch, `s` its counters, which it may lack.
 */
export const interestNow = (now: string): Sql => sql`(
  SELECT greatest(0, coalesce(${POINTS.of}, 0) - coalesce(sum(e.points), 0)) * power(2::float8, greatest(-${OLDEST}::float8, least(0, ${weeks(sql`p.published_at`)} - ${weeks(sql`${now}::timestamptz`)})))
    + coalesce(sum(e.points * power(2::float8, greatest(-${OLDEST}::float8, least(0, e.week - ${weeks(sql`${now}::timestamptz`)})))), 0)
  FROM (
    SELECT greatest(0, ${POINTS.ofDay}) AS points, greatest(${weeks(sql`p.published_at`)}, ${weeks(sql`(d.day + time '12:00') AT TIME ZONE 'UTC'`)}) AS week
    FROM pitch_stats_daily d WHERE d.pitch_id = p.id) e)`;

/**
 * Writes the trend of up to `most` published pitches whose counters moved. Interest counts from noon of its day on; what no day knows of
 * (counters from before there were events) and one point for being there count from publication on.
 */
export const placeDue = (at: string, most: number): Sql => sql`
  UPDATE pitch_stats t SET trending = x.trend, trended = x.points, refreshed_at = ${at}
  FROM (
    SELECT s.pitch_id, ${POINTS.of} AS points,
      round((m.top + ln((1 + greatest(0, ${POINTS.of} - m.counted)) * power(2::float8, m.published - m.top) + m.decayed) / ln(2::float8))::numeric, 6)::float8 AS trend
    FROM pitch_stats s JOIN pitches p ON p.id = s.pitch_id
    CROSS JOIN LATERAL (
      SELECT o.published, o.top, coalesce(sum(e.points), 0) AS counted, coalesce(sum(e.points * power(2::float8, e.week - o.top)), 0) AS decayed
      FROM (
        SELECT ${weeks(sql`p.published_at`)} AS published,
          greatest(${weeks(sql`p.published_at`)}, (SELECT max(${weeks(sql`(d.day + time '12:00') AT TIME ZONE 'UTC'`)}) FROM pitch_stats_daily d WHERE d.pitch_id = p.id)) AS top) o
      LEFT JOIN LATERAL (
        SELECT greatest(0, ${POINTS.ofDay}) AS points, greatest(o.published, ${weeks(sql`(d.day + time '12:00') AT TIME ZONE 'UTC'`)}) AS week
        FROM pitch_stats_daily d WHERE d.pitch_id = p.id) e ON true
      GROUP BY o.published, o.top) m
    WHERE p.status = 'published' AND s.trended <> ${POINTS.of} LIMIT ${most}) x
  WHERE t.pitch_id = x.pitch_id`;
