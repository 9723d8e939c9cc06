// One page of the market, by any order: keyset only, so that page 5,000 costs what page 1 does.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Sort } from '../catalogue/lists.ts';
import { KeptCard } from '../pitches/queries.ts';
import { Stats } from '../pitches/schema.ts';
import { matchArguments } from './highlights.ts';
import { EXACT_HITS, FEW_HITS, FEWEST, type SearchPlan, WINDOW } from './plan.ts';

/** Microseconds since 1970 as an instant, exactly. */
const instant = (micros: number): Sql => sql`('epoch'::timestamptz + ${micros}::float8 * interval '1 microsecond')`;
const micros = sql`(extract(epoch FROM p.published_at) * 1000000)::int8`;

/** Where a page ended. `floor`: the oldest pitch that was ranked, when not all were; the list goes on behind it, newest first. */
const Mark = z.object({ at: z.int(), id: z.guid() });
export const Position = z.discriminatedUnion('by', [
  Mark.extend({ by: z.literal('newest') }),
  z.object({ by: z.literal('stats'), value: z.number(), id: z.guid() }),
  /** Of one word: tenths of rank, as the index has them. */
  Mark.extend({ by: z.literal('points'), points: z.int() }),
  Mark.extend({ by: z.literal('rank'), rank: z.number(), floor: Mark.nullable() }),
]);
export type Position = z.output<typeof Position>;
type After<By extends Position['by']> = Extract<Position, { by: By }> | undefined;

/** The filters of a list: as a condition on `p`, words included; and the tags of each, as the text of an array. */
export interface Narrowed {
  where: Sql;
  tags: readonly string[];
}

export interface Page {
  statement: Sql;
  /** Reads little whatever the words find, by functions that bring their own settings: asked as it is, without a time limit around it. */
  isBounded?: true;
  /** From the last row of a full page. */
  position(row: PageRow): Position;
}

export const PageRow = Stats.extend({
  card: KeptCard,
  at: z.int(),
  value: z.number().nullable(),
  floorAt: z.int().nullable(),
  floorId: z.string().nullable(),
});
export type PageRow = z.output<typeof PageRow>;

const NONE = sql`NULL::int8 AS floor_at, NULL::uuid AS floor_id`;

const ofPage = sql`page.at, page.value, page.floor_at AS "floorAt", page.floor_id AS "floorId"`;
/** A look-up by key that is made as written: planning any other would take longer than making it. */
const lookUp = (columns: Sql, table: Sql): Sql => sql`LATERAL (SELECT ${columns} FROM ${table} t WHERE t.pitch_id = page.id OFFSET 0)`;

/** Cards for the ids that `page` found, in its order; of a search with what `matchOf` needs of each. */
const cards = (page: Sql, order: Sql, plan: SearchPlan | null): Sql => (plan?.anyWord
  ? sql`
  WITH page AS MATERIALIZED (${page})
  SELECT c.*, ${ofPage} FROM page JOIN found_cards(ARRAY(SELECT id FROM page), ${matchArguments(plan.anyWord)}) c ON c.id = page.id ORDER BY ${order}`
  : sql`
  SELECT c.card, coalesce(s.views, 0) AS views, coalesce(s.likes, 0) AS likes, coalesce(s.watchers, 0) AS watchers, coalesce(s.comments, 0) AS comments, ${ofPage}
  FROM (${page}) page CROSS JOIN ${lookUp(sql`t.card`, sql`pitch_cards`)} c LEFT JOIN ${lookUp(sql`t.views, t.likes, t.watchers, t.comments`, sql`pitch_stats`)} s ON true
  ORDER BY ${order}`);

const older = (mark: z.output<typeof Mark> | undefined): Sql => (mark ? sql`AND (p.published_at, p.id) < (${instant(mark.at)}, ${mark.id}::uuid)` : sql.empty);

/** By date. All of the market, which most readers begin with, by a function; under filters, or where words are to be found, as a statement of its own. */
export function newestPage(plan: SearchPlan | null, { where, tags }: Narrowed, limit: number, after: z.output<typeof Mark> | undefined): Page {
  const position = (row: PageRow): Position => ({ by: 'newest', at: row.at, id: row.card.id });
  if (plan === null && tags.length === 0) {
    const { at, id } = after ?? { at: null, id: null };
    return { position, statement: sql`SELECT n.*, NULL::float8 AS value, NULL::int8 AS "floorAt", NULL::uuid AS "floorId" FROM market_newest(${limit}::int, ${at}::int8, ${id}::uuid) n ORDER BY n.at DESC, n.id DESC` };
  }
  return {
    position,
    statement: cards(
      sql`SELECT p.id, ${micros} AS at, NULL::float8 AS value, ${NONE} FROM pitches p WHERE ${where} ${older(after)} ORDER BY p.published_at DESC, p.id DESC LIMIT ${limit}`,
      sql`page.at DESC, page.id DESC`, plan),
  };
}

/** By views or by trend. */
function statsPage(sort: 'popular' | 'trending', plan: SearchPlan | null, where: Sql, limit: number, after: { value: number; id: string } | undefined): Page {
  const column = sort === 'popular' ? sql`s.views` : sql`s.trending`;
  return {
    statement: cards(
      sql`SELECT p.id, ${micros} AS at, ${column}::float8 AS value, ${NONE} FROM pitch_stats s JOIN pitches p ON p.id = s.pitch_id
          WHERE ${where} ${after ? sql`AND (${column}, s.pitch_id) < (${after.value}, ${after.id}::uuid)` : sql.empty}
          ORDER BY ${column} DESC, s.pitch_id DESC LIMIT ${limit}`,
      sql`page.value DESC, page.id DESC`, plan),
    position: (row) => ({ by: 'stats', value: row.value ?? 0, id: row.card.id }),
  };
}

const weekOf = (time: Sql): Sql => sql`(market_weeks(${time}))[1]`;
/** Of every hit from a week on. */
const weeksFrom = (week: Sql): Sql => sql`ARRAY(SELECT generate_series(${week}, (SELECT ${weekOf(sql`max(l.published_at)`)} FROM pitches l WHERE l.status = 'published')))`;

/** One filter leaves a part of the hits, nobody knows which: with each, a search looks so many times further. */
const FILTER_REACH = 4;
/** So many windows in one week are found faster by date. */
const MOST_WINDOWS = sql`2`;

/**
 * Hits of a common word, ranked: all that came out in as many of the newest weeks as hold some `WINDOW` of them, by the index alone; if those
 * weeks hold too few or far too many, the newest `WINDOW` wherever they are, by date or by word as the planner likes. `floor` is the oldest of them.
 */
function newestHits(plan: SearchPlan, where: Sql, limit: number, filters: number): { hits: Sql; floor: Sql } {
  const ranked = (from: Sql): Sql => sql`SELECT p.id, ${micros} AS at, ts_rank_cd(p.search, ${plan.query})::float8 AS value FROM ${from}`;
  const [reached, wanted] = [sql`${plan.hits}::float8 * w.reached`, sql`${WINDOW * FILTER_REACH ** filters}::float8 * w.total`];
  const week = sql`
    (SELECT CASE WHEN ${reached} <= ${MOST_WINDOWS} * ${wanted} THEN w.week END
     FROM (SELECT week, sum(pitches) OVER (ORDER BY week DESC) AS reached, sum(pitches) OVER () AS total FROM published_weeks) w WHERE ${reached} >= ${wanted} ORDER BY w.week DESC LIMIT 1)`;
  const isEnough = sql`(SELECT count(*) FROM recent) >= ${Math.max(limit, FEWEST)}`;
  return {
    hits: sql`
      recent AS MATERIALIZED (${ranked(sql`pitches p WHERE ${where} AND market_weeks(p.published_at) && ${weeksFrom(week)}`)}),
      hits AS MATERIALIZED (
        SELECT * FROM recent WHERE ${isEnough}
        UNION ALL
        (${ranked(sql`(SELECT p.id, p.published_at, p.search FROM pitches p WHERE ${where} AND NOT ${isEnough} ORDER BY p.published_at DESC, p.id DESC LIMIT ${WINDOW}) p`)}))`,
    floor: sql`
      (SELECT CASE WHEN count(*) = ${WINDOW} OR ${isEnough} THEN min(at) END FROM hits) AS floor_at,
      (SELECT id FROM hits ORDER BY at, id LIMIT 1) AS floor_id`,
  };
}

/** Every hit, ranked; on a later page of a common word those that are not older than `floor`. */
function everyHit(plan: SearchPlan, where: Sql, floor: z.output<typeof Mark> | null | undefined): { hits: Sql; floor: Sql } {
  const newer = floor ? sql`AND (p.published_at, p.id) >= (${instant(floor.at)}, ${floor.id}::uuid) AND market_weeks(p.published_at) && ${weeksFrom(weekOf(instant(floor.at)))}` : sql.empty;
  return { hits: sql`hits AS MATERIALIZED (SELECT p.id, ${micros} AS at, ts_rank_cd(p.search, ${plan.query})::float8 AS value FROM pitches p WHERE ${where} ${newer})`, floor: NONE };
}

/** By relevance, for one word that finds few: every hit is ranked. */
function fewPage(plan: SearchPlan, { tags }: Narrowed, limit: number, after: After<'rank'>): Page {
  const from = after ? sql`${after.rank}::float8, ${after.at}::int8, ${after.id}::uuid` : sql`NULL, NULL, NULL`;
  return {
    isBounded: true,
    statement: cards(sql`SELECT p.id, p.at, p.value, ${NONE} FROM market_few(${plan.query}, ${tags}::text[], ${limit}, ${from}) p`, sql`page.value DESC, page.at DESC, page.id DESC`, plan),
    position: (row) => ({ by: 'rank', rank: row.value ?? 0, at: row.at, id: row.card.id, floor: null }),
  };
}

/**
 * By relevance, for one word: its points are keys of an index (`market_ranked`), so that only the best hits are read, whatever the word finds, and the
 * list is ranked to its end.
 */
function pointsPage(plan: SearchPlan, words: readonly string[], { tags }: Narrowed, limit: number, after: After<'points'>): Page {
  const from = after ? sql`${after.points}::int, ${instant(after.at)}, ${after.id}::uuid` : sql`NULL, NULL, NULL`;
  return {
    isBounded: true,
    statement: cards(
      sql`SELECT p.id, ${micros} AS at, p.points::float8 AS value, ${NONE} FROM market_ranked(${words}::text[], ${plan.query}, ${Math.min(plan.hits, 1_000_000_000)}, ${tags}::text[], ${limit}, ${from}) p`,
      sql`page.value DESC, page.at DESC, page.id DESC`, plan),
    position: (row) => ({ by: 'points', points: row.value ?? 1, at: row.at, id: row.card.id }),
  };
}

/**
 * By relevance, for several words. Rare ones: every hit is ranked. Common ones: the newest are, and behind them the list goes on by date, so that
 * ranking never grows with the table. Later pages rank down to the same floor.
 */
function rankedPage(plan: SearchPlan, { where, tags }: Narrowed, limit: number, after: After<'rank'>): Page {
  const { hits, floor } = !after && plan.hits > EXACT_HITS ? newestHits(plan, where, limit, tags.length) : everyHit(plan, where, after?.floor);
  return {
    statement: cards(
      sql`SELECT * FROM (
            WITH ${hits}
            SELECT id, at, value, ${floor} FROM hits
            ${after ? sql`WHERE (value, at, id) < (${after.rank}::float8, ${after.at}::int8, ${after.id}::uuid)` : sql.empty}
            ORDER BY value DESC, at DESC, id DESC LIMIT ${limit}) ranked`,
      sql`page.value DESC, page.at DESC, page.id DESC`, plan),
    position: (row) => ({
      by: 'rank', rank: row.value ?? 0, at: row.at, id: row.card.id,
      floor: after ? after.floor : (row.floorAt !== null && row.floorId !== null ? { at: row.floorAt, id: row.floorId } : null),
    }),
  };
}

/** By relevance; a list goes on in the way it began. */
function relevantPage(plan: SearchPlan, narrowed: Narrowed, limit: number, after: After<'points'> | After<'rank'>): Page {
  const { oneWord, anyWord } = plan;
  // What only excludes finds nearly everything, all of it worth the same.
  if (anyWord === null) return newestPage(plan, narrowed, limit, undefined);
  if (!oneWord) return rankedPage(plan, narrowed, limit, after?.by === 'rank' ? after : undefined);
  // Of a word that has become common since its list began the rest is still ranked as it began.
  if (after?.by === 'rank') return after.floor ? rankedPage(plan, narrowed, limit, after) : fewPage(plan, narrowed, limit, after);
  if (after || plan.hits > Math.min(EXACT_HITS, FEW_HITS * FILTER_REACH ** narrowed.tags.length)) return pointsPage(plan, oneWord, narrowed, limit, after);
  return fewPage(plan, narrowed, limit, undefined);
}

/** Which order a cursor continues; a search that has left its window goes on by date. */
export function pageOf(sort: Sort, plan: SearchPlan | null, narrowed: Narrowed, limit: number, after: Position | undefined): Page {
  const { where } = narrowed;
  if (after?.by === 'newest') return newestPage(plan, narrowed, limit, after);
  if (sort === 'relevance' && plan) return relevantPage(plan, narrowed, limit, after?.by === 'stats' ? undefined : after);
  if (sort === 'popular' || sort === 'trending') return statsPage(sort, plan, where, limit, after?.by === 'stats' ? after : undefined);
  return newestPage(plan, narrowed, limit, undefined);
}
