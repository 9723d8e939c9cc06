import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { InfoRequest, Priority } from '../../../../worker/features/info-requests/schema.ts';
import { http } from '../../lib/http.ts';

export type Question = InfoRequest;
export interface NewQuestion {
  subject: string;
  priority: z.output<typeof Priority>;
  body: string;
}

export const questionsQuery = (ndaId: string) => queryOptions({ queryKey: ['questions', ndaId], queryFn: async ({ signal }) => (await http.get<{ items: Question[] }>(`/api/ndas/${ndaId}/info-requests`, { signal })).items });
export const askQuestion = (ndaId: string, question: NewQuestion) => http.post<Question>(`/api/ndas/${ndaId}/info-requests`, question);
export const answerQuestion = (id: string, body: string, fileIds: readonly string[]) => http.post<Question>(`/api/info-requests/${id}/answers`, { body, fileIds });
export const closeQuestion = (id: string) => http.post<undefined>(`/api/info-requests/${id}/close`);
