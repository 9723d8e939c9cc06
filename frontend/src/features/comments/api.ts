import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Comment, CommentList } from '../../../../worker/features/comments/schema.ts';
import { http } from '../../lib/http.ts';

/** Threads of a pitch, newest first, each with its answers. */
export const commentsQuery = (pitchId: string) =>
  infiniteQueryOptions({
    queryKey: ['comments', pitchId],
    queryFn: ({ pageParam, signal }) => http.get<CommentList>(`/api/pitches/${pitchId}/comments`, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const addComment = (pitchId: string, body: string, parentId: string | undefined) => http.post<Comment>(`/api/pitches/${pitchId}/comments`, { body, ...(parentId !== undefined && { parentId }) });
export const changeComment = (id: string, body: string) => http.patch<Comment>(`/api/comments/${id}`, { body });
export const removeComment = (id: string) => http.delete<void>(`/api/comments/${id}`);
