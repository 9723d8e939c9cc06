// Statements that count a batch. Each does something only where this delivery claimed the batch: all of them run in one transaction.
import { sql, type Sql } from '../../platform/db/sql.ts';
import { type Claim, claimed } from '../../platform/events/claims.ts';
import { type Audience, READ, type Source } from './lists.ts';
import type { Interest } from './schema.ts';

/** One visitor of one pitch on one day, as far as the batch tells. */
export interface Visit {
  day: string;
  pitch_id: string;
  visitor: string;
  audience: Audience;
  source: Source;
  seconds: number;
  depth: number;
  actor_id: string | null;
  at: string;
  hour: string;
}

const visitColumns = sql`day date, pitch_id uuid, visitor uuid, audience text, source text, seconds int, depth int, actor_id uuid, at timestamptz, hour timestamptz`;

/** New visits of published pitches, in every roll-up at once. An owner's own count nowhere. */
export const countVisits = (claim: Claim, visits: readonly Visit[]): Sql => sql`
  WITH given AS MATERIALIZED (
    SELECT g.* FROM jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) AS g(${visitColumns})
    JOIN pitches p ON p.id = g.pitch_id AND p.status = 'published' AND p.owner_id IS DISTINCT FROM g.actor_id WHERE ${claimed(claim)}
  ), fresh AS (
    INSERT INTO pitch_views (day, pitch_id, visitor, audience, source, viewed_at) SELECT day, pitch_id, visitor, audience, source, at FROM given ORDER BY day, pitch_id, visitor
    ON CONFLICT DO NOTHING RETURNING day, pitch_id, audience, source, date_trunc('hour', viewed_at, 'UTC') AS hour
  ), total AS (
    INSERT INTO pitch_stats (pitch_id, views) SELECT pitch_id, count(*) FROM fresh GROUP BY pitch_id ORDER BY pitch_id
    ON CONFLICT (pitch_id) DO UPDATE SET views = pitch_stats.views + excluded.views
  ), daily AS (
    INSERT INTO pitch_stats_daily (pitch_id, day, views) SELECT pitch_id, day, count(*) FROM fresh GROUP BY pitch_id, day ORDER BY pitch_id, day
    ON CONFLICT (pitch_id, day) DO UPDATE SET views = pitch_stats_daily.views + excluded.views
  ), by_source AS (
    INSERT INTO pitch_sources_daily (pitch_id, day, audience, source, views) SELECT pitch_id, day, audience, source, count(*) FROM fresh GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (pitch_id, day, audience, source) DO UPDATE SET views = pitch_sources_daily.views + excluded.views
  ), hourly AS (
    INSERT INTO pitch_stats_hourly (hour, pitch_id, views) SELECT hour, pitch_id, count(*) FROM fresh GROUP BY hour, pitch_id ORDER BY hour, pitch_id
    ON CONFLICT (hour, pitch_id) DO UPDATE SET views = pitch_stats_hourly.views + excluded.views
  )
  INSERT INTO market_stats_hourly (hour, views) SELECT hour, count(*) FROM fresh GROUP BY hour ORDER BY hour
  ON CONFLICT (hour) DO UPDATE SET views = market_stats_hourly.views + excluded.views`;

interface Days {
  first: string;
  last: string;
}

/** How long and how far somebody read, the most of the day. The days are named so that no other partition is looked at. */
export const keepReading = (claim: Claim, visits: readonly Visit[], { first, last }: Days): Sql => sql`
  UPDATE pitch_views v SET seconds = greatest(v.seconds, g.seconds), depth = greatest(v.depth, g.depth)
  FROM jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) AS g(${visitColumns})
  WHERE v.day = g.day AND v.pitch_id = g.pitch_id AND v.visitor = g.visitor AND v.day BETWEEN ${first}::date AND ${last}::date
    AND (g.seconds > v.seconds OR g.depth > v.depth) AND ${claimed(claim)}`;

/** Visits that became reads. */
export const countReads = (claim: Claim, visits: readonly Visit[], { first, last }: Days): Sql => sql`
  WITH turned AS (
    UPDATE pitch_views v SET is_read = true FROM jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) AS g(${visitColumns})
    WHERE v.day = g.day AND v.pitch_id = g.pitch_id AND v.visitor = g.visitor AND v.day BETWEEN ${first}::date AND ${last}::date
      AND NOT v.is_read AND v.seconds >= ${READ.seconds} AND v.depth >= ${READ.depth} AND ${claimed(claim)}
    RETURNING v.pitch_id, v.day, g.hour
  ), daily AS (
    INSERT INTO pitch_stats_daily (pitch_id, day, reads) SELECT t.pitch_id, t.day, count(*) FROM turned t JOIN pitches p ON p.id = t.pitch_id GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (pitch_id, day) DO UPDATE SET reads = pitch_stats_daily.reads + excluded.reads
  ), hourly AS (
    INSERT INTO pitch_stats_hourly (hour, pitch_id, reads) SELECT hour, pitch_id, count(*) FROM turned GROUP BY hour, pitch_id ORDER BY hour, pitch_id
    ON CONFLICT (hour, pitch_id) DO UPDATE SET reads = pitch_stats_hourly.reads + excluded.reads
  )
  INSERT INTO market_stats_hourly (hour, reads) SELECT hour, count(*) FROM turned GROUP BY hour ORDER BY hour
  ON CONFLICT (hour) DO UPDATE SET reads = market_stats_hourly.reads + excluded.reads`;

export interface InterestSum extends Record<Interest, number> {
  pitch_id: string;
  day: string;
  hour: string;
}

/** Likes, watchers and comments by day and hour; the counters themselves moved with the fact. */
export const countInterest = (claim: Claim, sums: readonly InterestSum[]): Sql => sql`
  WITH given AS MATERIALIZED (
    SELECT g.* FROM jsonb_to_recordset(${JSON.stringify(sums)}::jsonb) AS g(pitch_id uuid, day date, hour timestamptz, likes int, watchers int, comments int)
    JOIN pitches p ON p.id = g.pitch_id WHERE ${claimed(claim)}
  ), daily AS (
    INSERT INTO pitch_stats_daily (pitch_id, day, likes, watchers, comments) SELECT pitch_id, day, sum(likes), sum(watchers), sum(comments) FROM given GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (pitch_id, day) DO UPDATE
    SET likes = pitch_stats_daily.likes + excluded.likes, watchers = pitch_stats_daily.watchers + excluded.watchers, comments = pitch_stats_daily.comments + excluded.comments
  ), due AS (
    UPDATE pitch_stats s SET trended = -1 FROM given g WHERE s.pitch_id = g.pitch_id
  ), hourly AS (
    INSERT INTO pitch_stats_hourly (hour, pitch_id, likes, watchers, comments) SELECT hour, pitch_id, sum(likes), sum(watchers), sum(comments) FROM given GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (hour, pitch_id) DO UPDATE
    SET likes = pitch_stats_hourly.likes + excluded.likes, watchers = pitch_stats_hourly.watchers + excluded.watchers, comments = pitch_stats_hourly.comments + excluded.comments
  )
  INSERT INTO market_stats_hourly (hour, likes, watchers, comments) SELECT hour, sum(likes), sum(watchers), sum(comments) FROM given GROUP BY 1 ORDER BY 1
  ON CONFLICT (hour) DO UPDATE
  SET likes = market_stats_hourly.likes + excluded.likes, watchers = market_stats_hourly.watchers + excluded.watchers, comments = market_stats_hourly.comments + excluded.comments`;

export interface Search {
  day: string;
  id: string;
  words: string;
  hits: number;
  audience: Audience;
  at: string;
  hour: string;
}

export const countSearches = (claim: Claim, searches: readonly Search[]): Sql => sql`
  WITH fresh AS (
    INSERT INTO search_analytics (day, id, words, hits, audience, searched_at)
    SELECT day, id, words, hits, audience, at FROM jsonb_to_recordset(${JSON.stringify(searches)}::jsonb) AS g(day date, id uuid, words text, hits int, audience text, at timestamptz)
    WHERE ${claimed(claim)} ORDER BY day, id
    ON CONFLICT DO NOTHING RETURNING day, words, hits, date_trunc('hour', searched_at, 'UTC') AS hour
  ), by_words AS (
    INSERT INTO search_words_daily (day, words, searches, misses) SELECT day, words, count(*), count(*) FILTER (WHERE hits = 0) FROM fresh GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (day, words) DO UPDATE SET searches = search_words_daily.searches + excluded.searches, misses = search_words_daily.misses + excluded.misses
  )
  INSERT INTO market_stats_hourly (hour, searches, misses) SELECT hour, count(*), count(*) FILTER (WHERE hits = 0) FROM fresh GROUP BY hour ORDER BY hour
  ON CONFLICT (hour) DO UPDATE SET searches = market_stats_hourly.searches + excluded.searches, misses = market_stats_hourly.misses + excluded.misses`;

export interface Click {
  day: string;
  search_id: string;
  pitch_id: string;
  actor_id: string | null;
}

/** The pitch that was opened first from a search. A search of shortly before midnight has yesterday's day. */
export const countClicks = (claim: Claim, clicks: readonly Click[], { first, last }: Days): Sql => sql`
  WITH opened AS (
    UPDATE search_analytics s SET clicked_pitch_id = p.id
    FROM jsonb_to_recordset(${JSON.stringify(clicks)}::jsonb) AS g(day date, search_id uuid, pitch_id uuid, actor_id uuid)
    JOIN pitches p ON p.id = g.pitch_id AND p.status = 'published' AND p.owner_id IS DISTINCT FROM g.actor_id
    WHERE s.id = g.search_id AND s.day BETWEEN ${first}::date - 1 AND ${last}::date AND s.clicked_pitch_id IS NULL AND ${claimed(claim)}
    RETURNING s.day, s.words, p.id AS pitch_id
  ), by_pitch AS (
    INSERT INTO pitch_words_daily (pitch_id, day, words, clicks) SELECT pitch_id, day, words, count(*) FROM opened GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (pitch_id, day, words) DO UPDATE SET clicks = pitch_words_daily.clicks + excluded.clicks
  )
  INSERT INTO search_words_daily (day, words, clicks) SELECT day, words, count(*) FROM opened GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (day, words) DO UPDATE SET clicks = search_words_daily.clicks + excluded.clicks`;
