import { budgetBands, formats, genres, labelOf, seekings, sorts, stages, type Choice, type Sort } from '../../../../worker/features/catalogue/lists.ts';
import type { FacetName } from '../../../../worker/features/market/schema.ts';

/** The facets of the market, in the order they are shown, with the values each may have. */
export const facetLists: Record<FacetName, readonly Choice[]> = { format: formats, genre: genres, budgetBand: budgetBands, stage: stages, seeking: seekings };
export const facetNames = Object.keys(facetLists) as FacetName[];

/** Each facet may hold several values: OR within, AND between. */
export type Filters = Partial<Record<FacetName, readonly string[]>> & { q?: string; sort?: Sort };

const isSort = (value: string | null): value is Sort => sorts.some((sort) => sort.value === value);

/** Without words to match, "relevance" has nothing to go by. */
export const defaultSort = (q: string | undefined): Sort => (q === undefined ? 'trending' : 'relevance');

/** Reads the address. What no list holds is dropped; values are sorted, so that one search has one cache key. */
export function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {};
  const q = params.get('q')?.trim();
  if (q) filters.q = q;
  for (const name of facetNames) {
    const values = [...new Set(params.getAll(name))].filter((value) => facetLists[name].some((choice) => choice.value === value)).toSorted();
    if (values.length > 0) filters[name] = values;
  }
  const sort = params.get('sort');
  filters.sort = isSort(sort) && (sort !== 'relevance' || filters.q !== undefined) ? sort : defaultSort(filters.q);
  return filters;
}

/** Writes the address: the shortest one that reads back as these filters. */
export function writeFilters({ q, sort, ...facets }: Filters): URLSearchParams {
  const params = new URLSearchParams();
  const words = q?.trim() || undefined;
  if (words !== undefined) params.set('q', words);
  for (const name of facetNames) for (const value of facets[name] ?? []) params.append(name, value);
  if (sort !== undefined && sort !== defaultSort(words)) params.set('sort', sort);
  return params;
}

/** New words keep the facets. An order that was only the default follows the words. */
export function withWords(filters: Filters, text: string): Filters {
  const { q: before, sort, ...facets } = filters;
  const q = text.trim();
  const next: Filters = q === '' ? facets : { ...facets, q };
  if (sort !== undefined && sort !== defaultSort(before) && (sort !== 'relevance' || q !== '')) next.sort = sort;
  return next;
}

export const facetLabel = (name: FacetName, value: string): string => labelOf(facetLists[name], value);

export const isOn = (filters: Filters, name: FacetName, value: string): boolean => filters[name]?.includes(value) ?? false;

export function toggle(filters: Filters, name: FacetName, value: string): Filters {
  const values = filters[name] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].toSorted();
  const { [name]: _before, ...others } = filters;
  return next.length === 0 ? others : { ...others, [name]: next };
}

export const activeValues = (filters: Filters): { name: FacetName; value: string }[] =>
  facetNames.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value })));

/** Everything off but the words and the order. */
export const withoutFacets = ({ q, sort }: Filters): Filters => ({ ...(q !== undefined && { q }), ...(sort !== undefined && { sort }) });
