// Reads the roll-ups of pitches for their owner: ownership stands in every statement.
import { z } from 'zod';
import type { Db, Row } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { dayOf } from '../../platform/events/days.ts';
import { OwnAnalytics, PitchAnalytics } from './schema.ts';

const DAY_MS = 86_400_000;
const MOST_WORDS = 20;

interface Range {
  days: number;
  from: string;
  to: string;
  /** First of as many days before. */
  before: string;
}

export const rangeOf = (now: number, days: number): Range => ({ days, from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now), before: dayOf(now - (2 * days - 1) * DAY_MS) });

const DayRow = z.object({ day: z.string(), views: z.int(), reads: z.int(), likes: z.int().default(0), watchers: z.int().default(0), comments: z.int().default(0) });
type DayRow = z.output<typeof DayRow>;

/** Every day of the range, also those on which nothing happened. */
function everyDay({ from, days }: Range, found: readonly DayRow[]): { day: string; views: number; reads: number }[] {
  const known = new Map(found.map((row) => [row.day, row]));
  return Array.from({ length: days }, (_, n) => {
    const day = dayOf(Date.parse(from) + n * DAY_MS);
    return { day, views: known.get(day)?.views ?? 0, reads: known.get(day)?.reads ?? 0 };
  });
}

const sum = (rows: readonly DayRow[], what: Exclude<keyof DayRow, 'day'>): number => rows.reduce((total, row) => total + row[what], 0);
const own = (pitchId: string, ownerId: string): Sql => sql`(SELECT id, created_at FROM pitches WHERE id = ${pitchId} AND owner_id = ${ownerId}) p`;
const parsed = <S extends z.ZodType>(schema: S, rows: readonly Row[] = []): z.output<S>[] => rows.map((row) => schema.parse(row));

const Funnel = z.object({ viewed: z.int(), watched: z.int(), requested: z.int(), medianSeconds: z.number().nullable() });

/** All of a pitch's analytics in one round trip, or null when it is not the owner's. */
export async function selectPitchAnalytics(db: Db, pitchId: string, ownerId: string, range: Range): Promise<PitchAnalytics | null> {
  const { from, to, before } = range;
  const start = sql`${`${from}T00:00:00Z`}::timestamptz`;
  const [header, days, sources, audiences, funnel, words] = await db.batch([
    sql`SELECT id, slug, title, status, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt" FROM pitches WHERE id = ${pitchId} AND owner_id = ${ownerId}`,
    sql`SELECT d.day, d.views, d.reads, d.likes, d.watchers, d.comments FROM ${own(pitchId, ownerId)} JOIN pitch_stats_daily d ON d.pitch_id = p.id WHERE d.day BETWEEN ${before}::date AND ${to}::date ORDER BY d.day`,
    sql`SELECT d.source, sum(d.views)::int AS views FROM ${own(pitchId, ownerId)} JOIN pitch_sources_daily d ON d.pitch_id = p.id WHERE d.day BETWEEN ${from}::date AND ${to}::date GROUP BY 1 ORDER BY 2 DESC, 1`,
    sql`SELECT d.audience, sum(d.views)::int AS views FROM ${own(pitchId, ownerId)} JOIN pitch_sources_daily d ON d.pitch_id = p.id WHERE d.day BETWEEN ${from}::date AND ${to}::date GROUP BY 1 ORDER BY 2 DESC, 1`,
    sql`SELECT v.viewed, v.median AS "medianSeconds",
        (SELECT count(*)::int FROM watchlist_items w WHERE w.pitch_id = p.id AND w.created_at >= ${start}) AS watched,
        (SELECT count(DISTINCT n.signer_id)::int FROM ndas n WHERE n.pitch_id = p.id AND n.created_at >= ${start}) AS requested
      FROM ${own(pitchId, ownerId)} CROSS JOIN LATERAL (
        SELECT count(DISTINCT x.visitor)::int AS viewed, percentile_cont(0.5) WITHIN GROUP (ORDER BY x.seconds) FILTER (WHERE x.seconds > 0) AS median
        FROM pitch_views x WHERE x.pitch_id = p.id AND x.day BETWEEN ${from}::date AND ${to}::date) v`,
    sql`SELECT d.words, sum(d.clicks)::int AS clicks FROM ${own(pitchId, ownerId)} JOIN pitch_words_daily d ON d.pitch_id = p.id
      WHERE d.day BETWEEN ${from}::date AND ${to}::date GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_WORDS}`,
  ]);
  const [pitch] = parsed(PitchAnalytics.shape.pitch, header?.rows);
  if (!pitch) return null;
  const all = parsed(DayRow, days?.rows);
  const [now, earlier] = [all.filter(({ day }) => day >= from), all.filter(({ day }) => day < from)];
  const { medianSeconds, ...people } = Funnel.parse(funnel?.rows[0]);
  return {
    pitch, range: { days: range.days, from, to },
    totals: { views: sum(now, 'views'), viewsBefore: sum(earlier, 'views'), reads: sum(now, 'reads'), likes: sum(now, 'likes'), watchers: sum(now, 'watchers'), comments: sum(now, 'comments'), medianSeconds },
    days: everyDay(range, now),
    sources: parsed(PitchAnalytics.shape.sources.element, sources?.rows),
    audiences: parsed(PitchAnalytics.shape.audiences.element, audiences?.rows),
    funnel: people,
    words: parsed(PitchAnalytics.shape.words.element, words?.rows),
  };
}

/** Views of all of somebody's pitches, and the pitches with most of them. */
export async function selectOwnAnalytics(db: Db, ownerId: string, range: Range): Promise<OwnAnalytics> {
  const { from, to, before } = range;
  const [days, pitches] = await db.batch([
    sql`SELECT d.day, sum(d.views)::int AS views, sum(d.reads)::int AS reads FROM pitches p JOIN pitch_stats_daily d ON d.pitch_id = p.id
      WHERE p.owner_id = ${ownerId} AND d.day BETWEEN ${before}::date AND ${to}::date GROUP BY d.day ORDER BY d.day`,
    sql`SELECT p.id, p.slug, p.title, sum(d.views)::int AS views, sum(d.reads)::int AS reads FROM pitches p JOIN pitch_stats_daily d ON d.pitch_id = p.id
      WHERE p.owner_id = ${ownerId} AND d.day BETWEEN ${from}::date AND ${to}::date GROUP BY p.id HAVING sum(d.views) > 0 ORDER BY 4 DESC, 1 LIMIT 5`,
  ]);
  const all = parsed(DayRow, days?.rows);
  const [now, earlier] = [all.filter(({ day }) => day >= from), all.filter(({ day }) => day < from)];
  return { range: { days: range.days, from, to }, views: sum(now, 'views'), viewsBefore: sum(earlier, 'views'), days: everyDay(range, now), pitches: parsed(OwnAnalytics.shape.pitches.element, pitches?.rows) };
}
