// What other features ask of the search.
import type { Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { understand, wholeQuery } from './plan.ts';

/** The tsquery of a search that is kept: what was typed, or what it was taken for. A word that nobody used yet may come to be used. Null without words. */
export async function lastingQuery(db: Queryable, q: string): Promise<Sql | null> {
  const search = await understand(db, q);
  if (search === null) return null;
  const typed = wholeQuery(search.parsed, search.known);
  return search.meant.size === 0 ? typed : sql`(${typed} || ${wholeQuery(search.parsed, search.words)})`;
}
