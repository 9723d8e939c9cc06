import { queryOptions } from '@tanstack/react-query';
import type { Question } from '../../../../worker/features/attachments/schema.ts';
import { http } from '../../lib/http.ts';

/** What the holder of a link is asked. */
export const attachmentQuery = (token: string) =>
  queryOptions({
    queryKey: ['attachment', token],
    queryFn: ({ signal }) => http.get<Question>('/api/attachments', { query: { token }, signal }),
    enabled: token !== '',
    // Once it is answered the link is spent: asking again would take the answer's words off the screen.
    staleTime: Infinity,
    retry: false,
  });

export const answerAttachment = (token: string, answer: 'confirmed' | 'declined') => http.post<Question>('/api/attachments', { token, answer });
