import { queryOptions, useQuery } from '@tanstack/react-query';
import { humanise } from '../../lib/format.ts';
import { http } from '../../lib/http.ts';

export interface CatalogueEntry {
  value: string;
  label: string;
}

/** Every closed list of the product with its labels. */
export interface Catalogue {
  formats: CatalogueEntry[];
  genres: CatalogueEntry[];
  stages: CatalogueEntry[];
  budgetBands: CatalogueEntry[];
  seeking: CatalogueEntry[];
  gates: CatalogueEntry[];
}

/** Changes with a deploy only. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: ({ signal }) => http.get<Catalogue>('/api/catalogue', { signal }),
  staleTime: Infinity,
  gcTime: Infinity,
});

export type LabelOf = (list: keyof Catalogue, value: string) => string;

/** Labels of closed values. While the lists are on their way, or can't be had, a value is spelt out as words. */
export function useLabels(): { labelOf: LabelOf; catalogue: Catalogue | undefined; isSettled: boolean } {
  const { data, isPending } = useQuery(catalogueQuery);
  const labelOf: LabelOf = (list, value) => data?.[list]?.find((entry) => entry.value === value)?.label ?? humanise(value);
  return { labelOf, catalogue: data, isSettled: !isPending };
}
