/** The facets of the market, in the order they are shown. Each may hold several values: OR within, AND between. */
export const facetNames = ['format', 'genre', 'budgetBand', 'stage', 'seeking'] as const;
export type FacetName = (typeof facetNames)[number];

export const sorts = ['trending', 'newest', 'popular', 'relevance'] as const;
export type Sort = (typeof sorts)[number];

export type Filters = Partial<Record<FacetName, readonly string[]>> & { q?: string; sort?: Sort };

const isSort = (value: string | null): value is Sort => sorts.some((sort) => sort === value);

/** Without words to match, "relevance" has nothing to go by. */
export const defaultSort = (q: string | undefined): Sort => (q === undefined ? 'trending' : 'relevance');

/** Reads the address. What isn't a filter is left alone; values are sorted, so that one search has one cache key. */
export function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {};
  const q = params.get('q')?.trim();
  if (q) filters.q = q;
  for (const name of facetNames) {
    const values = [...new Set(params.getAll(name).filter((value) => value !== ''))].toSorted();
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
