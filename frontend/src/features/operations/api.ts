import { queryOptions } from '@tanstack/react-query';
import type { Overview } from '../../../../worker/features/operations/schema.ts';
import { http } from '../../lib/http.ts';

export const spans = [24, 168] as const;
export type Span = (typeof spans)[number];

export const overviewQuery = (hours: Span) =>
  queryOptions({
    queryKey: ['operations', hours],
    queryFn: ({ signal }) => http.get<Overview>('/api/operations/overview', { query: { hours }, signal }),
    refetchInterval: 60_000,
  });
