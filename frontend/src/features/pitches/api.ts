import { queryOptions } from '@tanstack/react-query';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { http } from '../../lib/http.ts';

/** One pitch by its slug or id, as much of it as the caller's tier allows. */
export const pitchQuery = (slug: string) =>
  queryOptions({
    queryKey: ['pitches', 'one', slug],
    queryFn: ({ signal }) => http.get<Pitch>(`/api/pitches/${encodeURIComponent(slug)}`, { signal }),
  });
