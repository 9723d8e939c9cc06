import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { NdaFile, NdaFilePages } from '../../../../worker/features/nda-files/schema.ts';
import type { TextLayer } from '../../../../worker/features/viewer/schema.ts';
import { http, request } from '../../lib/http.ts';

export type { NdaFile };

/** Bytes that the server takes. */
export const MOST_BYTES = 10 * 1024 * 1024;

const at = (sha256: string): string => `/api/nda-files/${sha256}`;

/** The bytes under a hash never change, so what was shown once is shown again from memory while the page is open. */
export const filePagesQuery = (sha256: string) => queryOptions({ queryKey: ['nda-files', sha256, 'pages'], queryFn: ({ signal }) => http.get<NdaFilePages>(`${at(sha256)}/pages`, { signal }), staleTime: Infinity });
export const fileTextQuery = (sha256: string, page: number) =>
  queryOptions({ queryKey: ['nda-files', sha256, 'text', page], queryFn: async ({ signal }) => (await http.get<z.output<typeof TextLayer>>(`${at(sha256)}/pages/${page}/text`, { signal })).runs, staleTime: Infinity });
export const pageImage = (sha256: string, page: number): string => `${at(sha256)}/pages/${page}`;
export const fileDownload = (sha256: string): string => `${at(sha256)}/file.pdf`;

export const bringFile = (file: File) => request<NdaFile>('POST', '/api/nda-files', { query: { name: file.name }, raw: new Blob([file], { type: 'application/octet-stream' }) });
