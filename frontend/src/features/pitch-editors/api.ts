import { queryOptions } from '@tanstack/react-query';
import type { EditingList, PitchEditorList } from '../../../../worker/features/pitch-editors/schema.ts';
import { http } from '../../lib/http.ts';

/** Pitches of others that the person edits, or is asked to. */
export const editingQuery = queryOptions({ queryKey: ['editing'], queryFn: ({ signal }) => http.get<EditingList>('/api/pitches/editing', { signal }) });

export const editorsQuery = (pitchId: string) =>
  queryOptions({ queryKey: ['editors', pitchId], queryFn: ({ signal }) => http.get<PitchEditorList>(`/api/pitches/${pitchId}/editors`, { signal }) });

export const inviteEditor = (pitchId: string, handle: string) => http.post<PitchEditorList>(`/api/pitches/${pitchId}/editors`, { handle });
export const acceptEditing = (pitchId: string) => http.post<undefined>(`/api/pitches/${pitchId}/editors/accept`);
export const endEditing = (pitchId: string, userId: string) => http.delete<undefined>(`/api/pitches/${pitchId}/editors/${userId}`);
