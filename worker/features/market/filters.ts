// Filters as conditions on the tags of a pitch. Each facet is one condition; its values are alternatives.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { tagOf } from './queries.ts';
import type { FacetName, MarketFilters } from './schema.ts';

export const facetNames = ['genre', 'format', 'stage', 'budgetBand', 'seeking'] as const satisfies readonly FacetName[];

/** What every pitch of the list fulfils; `except` leaves one facet's own filter out. `p` is the pitch. */
export function conditions(filters: MarketFilters, query: Sql | undefined, except?: FacetName): Sql {
  const tags = facetNames.filter((facet) => facet !== except && filters[facet].length > 0)
    .map((facet) => sql`p.tags && ${filters[facet].map((value) => tagOf(facet, value))}::text[]`);
  return sql.join([sql`p.status = 'published'`, ...(query ? [sql`p.search @@ ${query}`] : []), ...tags], ' AND ');
}

/** The tags of each filter as the text of an array: `{drama,noir}`. */
export const tagLists = (filters: MarketFilters): string[] =>
  facetNames.filter((facet) => filters[facet].length > 0).map((facet) => `{${filters[facet].map((value) => tagOf(facet, value)).join(',')}}`);

/** Everything that decides which pitches are in the list and in which order, as one text: cache key and what a cursor is bound to. */
export function listName(filters: MarketFilters, sort?: string): string {
  return JSON.stringify([sort ?? '', filters.q ?? '', ...facetNames.map((facet) => filters[facet])]);
}
