import { queryOptions } from '@tanstack/react-query';
import type { OwnAnalytics, PitchAnalytics } from '../../../../worker/features/analytics/schema.ts';
import { http } from '../../lib/http.ts';

export const ranges = [7, 30, 90] as const;
export type RangeDays = (typeof ranges)[number];

/** What is in the address; anything else is a month. */
export const rangeOf = (text: string | null): RangeDays => ranges.find((days) => String(days) === text) ?? 30;

export const pitchAnalyticsQuery = (id: string, days: RangeDays) =>
  queryOptions({
    queryKey: ['analytics', 'pitch', id, days],
    queryFn: ({ signal }) => http.get<PitchAnalytics>(`/api/pitches/${id}/analytics`, { query: { days }, signal }),
  });

/** The last 30 days of all own pitches. */
export const ownAnalyticsQuery = queryOptions({
  queryKey: ['analytics', 'own'],
  queryFn: ({ signal }) => http.get<OwnAnalytics>('/api/me/analytics', { signal }),
});
