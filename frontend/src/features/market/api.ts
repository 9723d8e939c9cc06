import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Facets, PitchList, Suggestions, Why } from '../../../../worker/features/market/schema.ts';
import { http } from '../../lib/http.ts';
import type { Filters } from './filters.ts';

export const pageSize = 24;

/** Published pitches that match, page by page. */
export const pitchesQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['pitches', 'market', filters],
    queryFn: ({ pageParam, signal }) => http.get<PitchList>('/api/pitches', { query: { ...filters, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How many match in all, and by facet value. The sort does not change counts. */
export const facetsQuery = ({ sort: _sort, ...filters }: Filters) =>
  queryOptions({
    queryKey: ['pitches', 'facets', filters],
    queryFn: ({ signal }) => http.get<Facets>('/api/pitches/facets', { query: filters, signal }),
  });

/** The newest twelve: the wall and the row of the landing page. */
export const newestQuery = queryOptions({
  queryKey: ['pitches', 'newest'],
  queryFn: async ({ signal }) => (await http.get<PitchList>('/api/pitches', { query: { sort: 'newest', limit: 12 }, signal })).items,
});

/** What begins like the words typed so far. */
export const suggestQuery = (q: string) =>
  queryOptions({
    queryKey: ['pitches', 'suggest', q],
    queryFn: ({ signal }) => http.get<Suggestions>('/api/pitches/suggest', { query: { q }, signal }),
    enabled: q.length > 1,
  });

/** Why a pitch stands in the list that these filters give. */
export const whyQuery = (id: string, filters: Filters) =>
  queryOptions({
    queryKey: ['pitches', 'why', id, filters],
    queryFn: ({ signal }) => http.get<Why>(`/api/pitches/${id}/why`, { query: filters, signal }),
  });

/** The few best matches, for the command palette. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['pitches', 'search', q],
    queryFn: async ({ signal }) => (await http.get<PitchList>('/api/pitches', { query: { q, sort: 'relevance', limit: 6 }, signal })).items,
    enabled: q.length > 1,
  });
