import { queryOptions } from '@tanstack/react-query';
import type { AlertFrequency, SavedSearch, SavedSearchList } from '../../../../worker/features/saved-searches/schema.ts';
import { http } from '../../lib/http.ts';
import type { Filters } from '../market/filters.ts';

export const savedSearchesQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: async ({ signal }) => (await http.get<SavedSearchList>('/api/saved-searches', { signal })).items,
});

export const saveSearch = ({ name, filters: { sort: _sort, ...filters }, frequency }: { name: string; filters: Filters; frequency: AlertFrequency }) =>
  http.post<SavedSearch>('/api/saved-searches', { name, filters, frequency });
export const changeSearch = (id: string, patch: { name?: string; frequency?: AlertFrequency }) => http.patch<SavedSearch>(`/api/saved-searches/${id}`, patch);
export const deleteSearch = (id: string) => http.delete<void>(`/api/saved-searches/${id}`);
