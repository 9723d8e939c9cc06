import { queryOptions } from '@tanstack/react-query';
import type { Gate } from '../../../../worker/features/catalogue/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { http } from '../../lib/http.ts';

/** One pitch by its slug or id, as much of it as the caller's tier allows; `as`: as a reader of that tier, for its owner. */
export const pitchQuery = (slug: string, as?: Gate) =>
  queryOptions({
    queryKey: as === undefined ? ['pitches', 'one', slug] : ['pitches', 'one', slug, as],
    queryFn: ({ signal }) => http.get<Pitch>(`/api/pitches/${encodeURIComponent(slug)}`, { query: { as }, signal }),
  });
