// Browse, under a time limit of its own: a search that would take longer comes unranked or is refused, not waited for.
import { openCursor, sealCursor } from '../../http/cursor.ts';
import type { Db, Result } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import type { Sort } from '../catalogue/lists.ts';
import type { PitchCard } from '../pitches/schema.ts';
import { conditions, listName, tagLists } from './filters.ts';
import { matchOf, MatchRow } from './highlights.ts';
import { newestPage, type Page, PageRow, pageOf, Position } from './pages.ts';
import { planSearch } from './plan.ts';
import type { MarketQuery, Match, PitchList } from './schema.ts';
import { inTime, isTooLate } from './time.ts';

/**
 * For a page of a search. The planner does not see what comparing a search vector costs: by the index it never has to. Joins are written in the
 * order in which they are to be made; looking for another takes as long as making them.
 */
const settings = (ms: number): Sql =>
  sql`SELECT set_config('statement_timeout', ${String(ms)}, true), set_config('enable_seqscan', 'off', true), set_config('join_collapse_limit', '1', true)`;
const [SEARCH_MS, LATER_MS] = [250, 1000];
const LATER = sql`SET LOCAL statement_timeout = 1000`;

export const sortOf = (query: MarketQuery): Sort => {
  const sort = query.sort ?? 'relevance';
  return sort === 'relevance' && query.q === undefined ? 'newest' : sort;
};

/**
 * A page of a search. On a day when ranking takes too long, its first page comes newest first instead, and the list goes on so. Given more time are a
 * later page of a ranked list, since another order would repeat what was shown, and a search for one word in an order of its own.
 */
async function searched(db: Db, page: Page, unranked: Page | null): Promise<{ rows: Result['rows']; page: Page; isUnranked: boolean }> {
  if (page.isBounded) return { rows: (await db.query(page.statement)).rows, page, isUnranked: false };
  try {
    return { rows: ((await db.batch([settings(SEARCH_MS), page.statement])).at(-1) as Result).rows, page, isUnranked: false };
  } catch (error) {
    if (!isTooLate(error)) throw error;
    log('warn', 'search.unranked', { isFirstPage: unranked !== null });
    const { rows } = await inTime(db, [unranked ? LATER : settings(LATER_MS)], (unranked ?? page).statement);
    return { rows, page: unranked ?? page, isUnranked: unranked !== null };
  }
}

/** One page of published pitches. */
export async function browse(db: Db, query: MarketQuery, secret: string): Promise<PitchList> {
  const sort = sortOf(query);
  const list = `market:${listName(query, sort)}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const plan = query.q === undefined ? null : await planSearch(db, query.q);
  const where = conditions(query, plan?.query);
  const narrowed = { where, tags: tagLists(query) };
  const wanted = pageOf(sort, plan, narrowed, query.limit + 1, after);
  const { rows, page, isUnranked } = plan
    ? await searched(db, wanted, after === undefined && plan.oneWord === null ? newestPage(plan, narrowed, query.limit + 1, undefined) : null)
    : { rows: (await db.query(wanted.statement)).rows, page: wanted, isUnranked: false };
  const found = rows.map((row) => PageRow.parse(row));
  const shown = found.slice(0, query.limit);
  const anyWord = plan?.anyWord;
  const matches = anyWord && shown.length > 0 && Object.fromEntries(shown.map(({ card }, index): [string, Match] => [card.id, matchOf(card, MatchRow.parse(rows[index]), anyWord)]));
  const last = shown.at(-1);
  const items = shown.map(({ card, views, likes, watchers, comments }): PitchCard => ({ ...card, stats: { views, likes, watchers, comments } }));
  let next: Position | null = found.length > query.limit && last ? page.position(last) : null;
  // The ranked window ends here; what lies behind it follows by date.
  if (next === null && after?.by === 'rank' && after.floor) next = { by: 'newest', ...after.floor };
  return { items, nextCursor: next && sealCursor(secret, list, next), ...(matches && { matches }), ...(plan?.corrected && { corrected: plan.corrected }), ...(isUnranked && { unranked: true as const }) };
}
