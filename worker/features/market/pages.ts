// One page of the market, by any order: keyset only, so that page 5,000 costs what page 1 does.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Sort } from '../catalogue/lists.ts';
import { cardColumns, CardRow, cardTables } from '../pitches/queries.ts';
import { matchColumns, matchTable } from './highlights.ts';
import { EXACT_HITS, type SearchPlan, WINDOW } from './plan.ts';

/** Microseconds since 1970 as an instant, exactly. */
const instant = (micros: number): Sql => sql`('epoch'::timestamptz + ${micros}::float8 * interval '1 microsecond')`;
const micros = sql`(extract(epoch FROM p.published_at) * 1000000)::int8`;

/** Where a page ended. `floor`: the oldest pitch that was ranked, when not all were; the list goes on behind it, newest first. */
const Mark = z.object({ at: z.int(), id: z.guid() });
export const Position = z.discriminatedUnion('by', [
  Mark.extend({ by: z.literal('newest') }),
  z.object({ by: z.literal('stats'), value: z.number(), id: z.guid() }),
  Mark.extend({ by: z.literal('rank'), rank: z.number(), floor: Mark.nullable() }),
]);
export type Position = z.output<typeof Position>;

export interface Page {
  statement: Sql;
  /** From the last row of a full page. */
  position(row: PageRow): Position;
}

export const PageRow = CardRow.extend({
  at: z.int(),
  value: z.number().nullable(),
  floorAt: z.int().nullable(),
  floorId: z.string().nullable(),
});
export type PageRow = z.output<typeof PageRow>;

const NONE = sql`NULL::int8 AS floor_at, NULL::uuid AS floor_id`;

/** Cards for the ids that `page` found, in its order, with what matched in each. */
const cards = (page: Sql, order: Sql, plan: SearchPlan | null): Sql => sql`
  WITH page AS (${page})
  SELECT ${cardColumns}, page.at, page.value, page.floor_at AS "floorAt", page.floor_id AS "floorId" ${plan?.anyWord ? sql`, ${matchColumns}` : sql.empty}
  FROM page JOIN pitches p ON p.id = page.id ${cardTables} ${plan?.anyWord ? matchTable(plan.anyWord) : sql.empty} ORDER BY ${order}`;

const older = (mark: z.output<typeof Mark> | undefined): Sql => (mark ? sql`AND (p.published_at, p.id) < (${instant(mark.at)}, ${mark.id}::uuid)` : sql.empty);

export function newestPage(plan: SearchPlan | null, where: Sql, limit: number, after: z.output<typeof Mark> | undefined): Page {
  return {
    statement: cards(
      sql`SELECT p.id, ${micros} AS at, NULL::float8 AS value, ${NONE} FROM pitches p WHERE ${where} ${older(after)} ORDER BY p.published_at DESC, p.id DESC LIMIT ${limit}`,
      sql`page.at DESC, page.id DESC`, plan),
    position: (row) => ({ by: 'newest', at: row.at, id: row.id }),
  };
}

/** By views or by trend. */
export function statsPage(sort: 'popular' | 'trending', plan: SearchPlan | null, where: Sql, limit: number, after: { value: number; id: string } | undefined): Page {
  const column = sort === 'popular' ? sql`s.views` : sql`s.trending`;
  return {
    statement: cards(
      sql`SELECT p.id, ${micros} AS at, ${column}::float8 AS value, ${NONE} FROM pitch_stats s JOIN pitches p ON p.id = s.pitch_id
          WHERE ${where} ${after ? sql`AND (${column}, s.pitch_id) < (${after.value}, ${after.id}::uuid)` : sql.empty}
          ORDER BY ${column} DESC, s.pitch_id DESC LIMIT ${limit}`,
      sql`page.value DESC, page.id DESC`, plan),
    position: (row) => ({ by: 'stats', value: row.value ?? 0, id: row.id }),
  };
}

/** A word in at least this part of all pitches is met soon enough on the way from the newest pitch backwards. */
const COMMON_SHARE = 0.25;

/**
 * The newest `WINDOW` hits. Where most pitches are hits, the index by date is walked; where few are, that walk would unpack the search
 * vector of many a pitch in vain, so the hits are taken from the search's index and sorted (the expression keeps the planner from the
 * walk). Only one of the two runs.
 */
function newestHits(plan: SearchPlan, where: Sql): Sql {
  const common = sql`(${plan.hits}::float8 >= ${COMMON_SHARE}::float8 * (SELECT reltuples FROM pg_class WHERE oid = 'pitches'::regclass))`;
  const columns = sql`p.id, ${micros} AS at, p.search`;
  return sql`
    (SELECT ${columns} FROM pitches p WHERE ${where} AND ${common} ORDER BY p.published_at DESC, p.id DESC LIMIT ${WINDOW})
    UNION ALL
    (SELECT ${columns} FROM pitches p WHERE ${where} AND NOT ${common} ORDER BY p.published_at + interval '0' DESC, p.id DESC LIMIT ${WINDOW})`;
}

/**
 * By relevance. Rare words: every hit is ranked. Common ones: the newest `WINDOW` hits are, and behind them the list goes on by date,
 * so that ranking never grows with the table. Later pages rank down to the same floor.
 */
export function rankedPage(plan: SearchPlan, where: Sql, limit: number, after: Extract<Position, { by: 'rank' }> | undefined): Page {
  const bounded = plan.hits > EXACT_HITS;
  const candidates = after || !bounded
    ? sql`SELECT p.id, ${micros} AS at, p.search FROM pitches p WHERE ${where} ${after?.floor ? sql`AND (p.published_at, p.id) >= (${instant(after.floor.at)}, ${after.floor.id}::uuid)` : sql.empty}`
    : newestHits(plan, where);
  const floor = bounded && !after
    ? sql`(SELECT CASE WHEN count(*) = ${WINDOW} THEN min(at) END FROM hits) AS floor_at, (SELECT id FROM hits ORDER BY at, id LIMIT 1) AS floor_id`
    : NONE;
  return {
    statement: cards(
      sql`SELECT * FROM (
            WITH hits AS MATERIALIZED (
              SELECT id, at, ts_rank_cd(search, ${plan.query})::float8 AS value
              FROM (${candidates}) candidates)
            SELECT id, at, value, ${floor} FROM hits
            ${after ? sql`WHERE (value, at, id) < (${after.rank}::float8, ${after.at}::int8, ${after.id}::uuid)` : sql.empty}
            ORDER BY value DESC, at DESC, id DESC LIMIT ${limit}) ranked`,
      sql`page.value DESC, page.at DESC, page.id DESC`, plan),
    position: (row) => ({
      by: 'rank', rank: row.value ?? 0, at: row.at, id: row.id,
      floor: after ? after.floor : (row.floorAt !== null && row.floorId !== null ? { at: row.floorAt, id: row.floorId } : null),
    }),
  };
}

/** Which order a cursor continues; a search that has left its window goes on by date. */
export function pageOf(sort: Sort, plan: SearchPlan | null, where: Sql, limit: number, after: Position | undefined): Page {
  if (after?.by === 'newest') return newestPage(plan, where, limit, after);
  if (sort === 'relevance' && plan) return rankedPage(plan, where, limit, after?.by === 'rank' ? after : undefined);
  if (sort === 'popular' || sort === 'trending') return statsPage(sort, plan, where, limit, after?.by === 'stats' ? after : undefined);
  return newestPage(plan, where, limit, undefined);
}
