import { queryOptions } from '@tanstack/react-query';
import type { BudgetBand, Format, Genre } from '../../../../worker/features/catalogue/lists.ts';
import type { CompContext, CompSearch } from '../../../../worker/features/comps/schema.ts';
import { http } from '../../lib/http.ts';

/** Released films whose title is like the words. */
export const titlesQuery = (q: string) =>
  queryOptions({
    queryKey: ['comps', 'search', q],
    queryFn: ({ signal }) => http.get<CompSearch>('/api/comps/search', { query: { q }, signal }),
    enabled: q.length > 1,
    staleTime: Infinity,
  });

interface Subject {
  format: Format;
  genres: readonly Genre[];
  budgetBand: BudgetBand | null;
  comps: readonly { titleId?: string | undefined }[];
}

/** What a pitch is measured against; null where the table of films says nothing about its like: a series, or no band yet. */
export function measureOf({ format, genres, budgetBand, comps }: Subject): { genre: Genre; budgetBand: BudgetBand; title: string[] } | null {
  const genre = format === 'documentary_feature' ? 'documentary' : genres[0];
  if (!['feature', 'documentary_feature', 'animation'].includes(format) || genre === undefined || budgetBand === null) return null;
  return { genre, budgetBand, title: comps.flatMap(({ titleId }) => (titleId === undefined ? [] : [titleId])) };
}

export const contextQuery = (measure: ReturnType<typeof measureOf>) =>
  queryOptions({
    queryKey: ['comps', 'context', measure],
    queryFn: ({ signal }) => http.get<CompContext>('/api/comps/context', { query: measure ?? {}, signal }),
    enabled: measure !== null,
    staleTime: Infinity,
  });
