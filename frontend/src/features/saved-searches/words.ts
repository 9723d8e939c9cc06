import type { AlertFrequency, SavedSearch } from '../../../../worker/features/saved-searches/schema.ts';
import { formatList, lowerFirst } from '../../lib/format.ts';
import { activeValues, facetLabel, type Filters } from '../market/filters.ts';

export const frequencies: readonly { value: AlertFrequency; label: string }[] = [
  { value: 'instant', label: 'At once' },
  { value: 'daily', label: 'Once a day' },
  { value: 'weekly', label: 'Once a week' },
  { value: 'off', label: 'Never' },
];

/** The filters of a saved search as the market's address has them. */
export const asFilters = ({ q, ...facets }: SavedSearch['filters']): Filters => ({ ...facets, ...(q !== undefined && { q }) });

/** "“tidal” in drama and feature", "All pitches". */
export function describeSearch(filters: Filters): string {
  // "Mid, $2–8m" in a list would read as two.
  const facets = activeValues(filters).map(({ name, value }) => lowerFirst(facetLabel(name, value)).replace(/, (.+)$/, ' ($1)'));
  const { q } = filters;
  if (q === undefined && facets.length === 0) return 'All pitches';
  if (q === undefined) return formatList(facets).replace(/^./, (letter) => letter.toUpperCase());
  return facets.length === 0 ? `“${q}”` : `“${q}” in ${formatList(facets)}`;
}
