import { queryOptions } from '@tanstack/react-query';
import type { CropBox, PosterCrop } from '../../../../worker/features/poster-crops/schema.ts';
import { http } from '../../lib/http.ts';

export const cropQuery = (pitchId: string) =>
  queryOptions({ queryKey: ['poster-crop', pitchId], queryFn: ({ signal }) => http.get<PosterCrop>(`/api/pitches/${pitchId}/poster/crop`, { signal }), staleTime: 0, gcTime: 0 });
/** Null shows the whole picture again. */
export const saveCrop = (pitchId: string, crop: CropBox | null) => http.put<PosterCrop>(`/api/pitches/${pitchId}/poster/crop`, { crop });
