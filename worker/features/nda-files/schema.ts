// Wire types of the PDFs that owners bring as agreements.
import { z } from 'zod';

export const FileNameQuery = z.strictObject({ name: z.string().trim().min(1, 'The file needs a name.').max(200) });

export const NdaFile = z.object({ id: z.uuid(), sha256: z.string(), fileName: z.string(), size: z.number(), pageCount: z.number() });
export type NdaFile = z.output<typeof NdaFile>;

/** What a page needs before it shows the pages: their sizes in points. */
export const NdaFilePages = z.object({ sha256: z.string(), fileName: z.string(), pages: z.array(z.object({ width: z.number(), height: z.number() })) });
export type NdaFilePages = z.output<typeof NdaFilePages>;
