// Browse and its counts. Both run under a time limit of their own: a search that would take longer is refused, not waited for.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Db, Result } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import type { Sort } from '../catalogue/lists.ts';
import { BudgetBand, Format, Genre, Seeking, Stage } from '../catalogue/schema.ts';
import { conditions, facetNames, listName } from './filters.ts';
import { matchOf, MatchRow } from './highlights.ts';
import { newestPage, type Page, PageRow, pageOf, Position } from './pages.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import { tagOf } from './queries.ts';
import type { FacetName, Facets, MarketFilters, MarketQuery, Match, PitchList } from './schema.ts';

/** Counting every hit of a common word reads more than ranking some. */
const COUNT_MS = sql`SET LOCAL statement_timeout = 1000`;
/**
 * For a page of a search. The planner does not see what comparing a search vector costs: by the index it never has to. Joins are written in the
 * order in which they are to be made; looking for another takes as long as making them.
 */
const settings = (ms: number): Sql =>
  sql`SELECT set_config('statement_timeout', ${String(ms)}, true), set_config('enable_seqscan', 'off', true), set_config('join_collapse_limit', '1', true)`;
const [SEARCH_MS, LATER_MS] = [250, 1000];
const BY_INDEX = sql`SET LOCAL enable_seqscan = off`;

const isTooLate = (error: unknown): boolean => (error as { code?: string } | null)?.code === '57014';

async function inTime(db: Db, settings: readonly Sql[], statement: Sql): Promise<Result> {
  try {
    return (await db.batch([...settings, statement])).at(-1) as Result;
  } catch (error) {
    if (!isTooLate(error)) throw error;
    throw new AppError('unavailable', 'This search takes too long just now. Add a word or a filter, or try again in a moment.', { cause: error, retryAfter: 5 });
  }
}

const planOf = async (db: Db, q: string | undefined): Promise<SearchPlan | null> => (q === undefined ? null : planSearch(db, q));

export const sortOf = (query: MarketQuery): Sort => {
  const sort = query.sort ?? 'relevance';
  return sort === 'relevance' && query.q === undefined ? 'newest' : sort;
};

/**
 * A page of a search. On a day when ranking takes too long, its first page comes newest first instead, and the list goes on so; a later page
 * of a ranked list is given more time, since another order would repeat what was shown.
 */
async function searched(db: Db, page: Page, unranked: Page | null): Promise<{ rows: Result['rows']; page: Page; isUnranked: boolean }> {
  try {
    return { rows: ((await db.batch([settings(SEARCH_MS), page.statement])).at(-1) as Result).rows, page, isUnranked: false };
  } catch (error) {
    if (!isTooLate(error)) throw error;
    log('warn', 'search.unranked', { isFirstPage: unranked !== null });
    const { rows } = await inTime(db, [unranked ? COUNT_MS : settings(LATER_MS)], (unranked ?? page).statement);
    return { rows, page: unranked ?? page, isUnranked: unranked !== null };
  }
}

/** One page of published pitches. */
export async function browse(db: Db, query: MarketQuery, secret: string): Promise<PitchList> {
  const sort = sortOf(query);
  const list = `market:${listName(query, sort)}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const plan = await planOf(db, query.q);
  const where = conditions(query, plan?.query);
  const wanted = pageOf(sort, plan, where, query.limit + 1, after, facetNames.filter((facet) => query[facet].length > 0).length);
  const { rows, page, isUnranked } = plan
    ? await searched(db, wanted, after === undefined ? newestPage(plan, where, query.limit + 1, undefined) : null)
    : { rows: (await db.query(wanted.statement)).rows, page: wanted, isUnranked: false };
  const found = rows.map((row) => PageRow.parse(row));
  const shown = found.slice(0, query.limit);
  const matches = plan?.anyWord && shown.length > 0 && Object.fromEntries(shown.map(({ id }, index): [string, Match] => [id, matchOf(MatchRow.parse(rows[index]))]));
  const last = shown.at(-1);
  const items = shown.map(({ at: _at, value: _value, floorAt: _floorAt, floorId: _floorId, ...card }) => card);
  let next: Position | null = found.length > query.limit && last ? page.position(last) : null;
  // The ranked window ends here; what lies behind it follows by date.
  if (next === null && after?.by === 'rank' && after.floor) next = { by: 'newest', ...after.floor };
  return { items, nextCursor: next && sealCursor(secret, list, next), ...(matches && { matches }), ...(plan?.corrected && { corrected: plan.corrected }), ...(isUnranked && { unranked: true as const }) };
}

/** `tag` is null for the total. `facet` is the one whose own filter was left out, or null for what all filters leave. */
const CountRow = z.object({ facet: z.string().nullable(), tag: z.string().nullable(), count: z.int() });
const values: { [Name in FacetName]: readonly string[] } = {
  genre: Genre.options, format: Format.options, stage: Stage.options, budgetBand: BudgetBand.options, seeking: Seeking.options,
};

/** The tags that one facet gives a pitch: only these are counted where its own filter is left out. */
const tagsOf: { [Name in FacetName]: Sql } = {
  genre: sql`unnest(p.genres)`,
  format: sql`'format:' || p.format`,
  stage: sql`'stage:' || p.stage`,
  budgetBand: sql`'budgetBand:' || p.budget_band`,
  seeking: sql`unnest(ARRAY['seeking:' || p.ask_kind, CASE WHEN p.seeking_investment THEN 'seeking:investment' END])`,
};

/**
 * Counts by tag under all filters, the total, and for each facet with a filter of its own the counts without that filter. One
 * statement. Unnesting in the SELECT list and comparing bytes instead of letters each save a third of the time.
 */
function countStatement(filters: MarketFilters, query: Sql | undefined): Sql {
  const counts = (facet: FacetName | null, tags: Sql, where: Sql): Sql =>
    sql`SELECT ${facet}::text AS facet, tag, count(*)::int AS count FROM (SELECT (${tags}) COLLATE "C" AS tag FROM pitches p WHERE ${where}) tagged WHERE tag IS NOT NULL GROUP BY tag`;
  const all = conditions(filters, query);
  return sql.join([
    sql`SELECT NULL::text AS facet, NULL::text AS tag, count(*)::int AS count FROM pitches p WHERE ${all}`,
    counts(null, sql`unnest(p.tags)`, all),
    ...facetNames.filter((facet) => filters[facet].length > 0).map((facet) => counts(facet, tagsOf[facet], conditions(filters, query, facet))),
  ], ' UNION ALL ');
}

/** How many pitches each facet value would give. */
export async function countFacets(db: Db, filters: MarketFilters): Promise<Facets> {
  const plan = await planOf(db, filters.q);
  const { rows } = await inTime(db, plan ? [COUNT_MS, BY_INDEX] : [COUNT_MS], countStatement(filters, plan?.query));
  const counts = new Map(rows.map((row) => CountRow.parse(row)).map(({ facet, tag, count }) => [`${facet ?? ''} ${tag ?? ''}`, count]));
  const facets = Object.fromEntries(facetNames.map((facet) => {
    const scope = filters[facet].length > 0 ? facet : '';
    return [facet, Object.fromEntries(values[facet].map((value) => [value, counts.get(`${scope} ${tagOf(facet, value)}`) ?? 0]))];
  })) as Facets['facets'];
  return { total: counts.get(' ') ?? 0, facets, ...(plan?.corrected && { corrected: plan.corrected }) };
}
