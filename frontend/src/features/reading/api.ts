import { queryOptions } from '@tanstack/react-query';
import type { OpenedFile, PageRecord, ReaderInterest } from '../../../../worker/features/reading/schema.ts';
import type { z } from 'zod';
import { http } from '../../lib/http.ts';

export type PageHeat = Pick<z.output<typeof PageRecord>, 'page' | 'ms' | 'opens'> & { fileId: string | null; fileName: string; readers: number };
export interface Interest {
  readers: ReaderInterest[];
  pages: PageHeat[];
}

/** Who reads a pitch's documents, most interested first, and where they spend their time. For its owner. */
export const interestQuery = (pitchId: string) => queryOptions({ queryKey: ['readers', pitchId], queryFn: ({ signal }) => http.get<Interest>(`/api/pitches/${pitchId}/interest`, { signal }), refetchInterval: 60_000 });
/** One reader's record, for the owner; the reader gets the same rows. */
export const readerRecordQuery = (pitchId: string, userId: string) => queryOptions({ queryKey: ['readers', pitchId, userId], queryFn: async ({ signal }) => (await http.get<{ items: OpenedFile[] }>(`/api/pitches/${pitchId}/reading/${userId}`, { signal })).items });
export const ownRecordQuery = (pitchId: string) => queryOptions({ queryKey: ['own-reading', pitchId], queryFn: async ({ signal }) => (await http.get<{ items: OpenedFile[] }>(`/api/pitches/${pitchId}/reading`, { signal })).items });

export interface PageTime {
  page: number;
  ms: number;
  depth: number;
}
/** What was in view. `keepalive`: it may leave while the page closes. */
export const reportReading = async (copyId: string, pages: readonly PageTime[]): Promise<void> => {
  await fetch('/api/reading', { method: 'POST', credentials: 'same-origin', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ copyId, pages }) });
};
