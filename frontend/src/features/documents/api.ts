import { queryOptions } from '@tanstack/react-query';
import type { Gate } from '../../../../worker/features/catalogue/lists.ts';
import type { PitchDocuments } from '../../../../worker/features/pitch-documents/schema.ts';
import { http } from '../../lib/http.ts';

/** The files of a pitch that the caller may open, and what waits behind which gate. */
export const documentsQuery = (pitchId: string) =>
  queryOptions({ queryKey: ['documents', pitchId], queryFn: ({ signal }) => http.get<PitchDocuments>(`/api/pitches/${pitchId}/documents`, { signal }) });

export const deleteDocument = (pitchId: string, fileId: string) => http.delete<undefined>(`/api/pitches/${pitchId}/documents/${fileId}`);
export const setDocumentGate = (pitchId: string, fileId: string, gate: Gate) => http.patch<undefined>(`/api/pitches/${pitchId}/documents/${fileId}`, { gate });
