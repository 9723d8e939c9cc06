import { queryOptions } from '@tanstack/react-query';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { http } from '../../lib/http.ts';

/** One pitch, as much of it as the caller's tier allows. */
export const pitchQuery = (id: string) =>
  queryOptions({
    queryKey: ['pitches', 'one', id],
    queryFn: ({ signal }) => http.get<Pitch>(`/api/pitches/${encodeURIComponent(id)}`, { signal }),
  });
