import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SearchHits, TextLayer, ViewerDocument } from '../../../../worker/features/viewer/schema.ts';
import { ApiError, http, send } from '../../lib/http.ts';

export type Document = z.output<typeof ViewerDocument>;
export type TextRun = z.output<typeof TextLayer>['runs'][number];
export type Hits = z.output<typeof SearchHits>;

/** How often an open document asks whether it is still open. */
const LOOK_AGAIN_MS = 15_000;

const root = (fileId: string) => ['viewer', fileId] as const;

export const documentQuery = (fileId: string) =>
  queryOptions({ queryKey: [...root(fileId), 'document'], queryFn: ({ signal }) => http.get<Document>(`/api/files/${fileId}/pages`, { signal }), refetchInterval: LOOK_AGAIN_MS, gcTime: 0 });

/**
 * A page as the server drew it for this reader; showing it needs the gate's yes of that moment. Never fetched ahead: what is sent goes into the
 * record as opened, and the server has the next pages drawn before they are asked for.
 */
export const imageQuery = (fileId: string, page: number, width: number) =>
  queryOptions({
    queryKey: [...root(fileId), 'image', page, width],
    queryFn: async ({ signal }) => (await send('GET', `/api/files/${fileId}/pages/${page}`, { query: { w: width }, headers: { accept: 'image/webp' }, signal })).blob(),
    staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false,
  });

/** Where this person stopped, whatever device they go on with. */
export const sendPosition = (fileId: string, page: number) => http.put<undefined>(`/api/files/${fileId}/position`, { page });

/** The words of a page. Never kept: the answer is also the gate's yes to showing the page now. */
export const textQuery = (fileId: string, page: number) =>
  queryOptions({ queryKey: [...root(fileId), 'text', page], queryFn: async ({ signal }) => (await http.get<z.output<typeof TextLayer>>(`/api/files/${fileId}/pages/${page}/text`, { signal })).runs, staleTime: 0, gcTime: 0 });

export const searchQuery = (fileId: string, words: string) =>
  queryOptions({ queryKey: [...root(fileId), 'search', words], queryFn: ({ signal }) => http.get<Hits>(`/api/files/${fileId}/search`, { query: { q: words }, signal }), enabled: words.length >= 2, gcTime: 0 });

/** Drops everything of a document that was fetched. */
export const forgetDocument = (client: QueryClient, fileId: string): void => client.removeQueries({ queryKey: root(fileId), predicate: ({ queryKey }) => queryKey[2] !== 'document' });

/** Whether an answer means that the gate is shut. */
export const isShut = (error: unknown): boolean => error instanceof ApiError && (error.status === 403 || error.status === 404 || error.status === 401);
