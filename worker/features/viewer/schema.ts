// Wire types of the viewer.
import { z } from 'zod';

/** Pixel widths that a page comes in. */
export const PAGE_WIDTHS = [612, 918, 1224, 1836] as const;

export const PageQuery = z.strictObject({ w: z.enum(PAGE_WIDTHS.map(String) as [string, ...string[]]).default('1224').transform(Number) });
/** Where a reader is; by person, whatever device they read on. */
export const Position = z.strictObject({ page: z.int().min(1).max(10_000) });

export const SearchQuery = z.strictObject({ q: z.string().trim().min(2, 'At least two signs.').max(100) });

/** What a reader's page needs before the first page. */
export const ViewerDocument = z.object({
  fileId: z.uuid(), fileName: z.string(), copyId: z.uuid().nullable(), code: z.string().nullable(), pageCount: z.number(),
  /** Points; the same for every page in most documents. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  canDownload: z.boolean(),
  /** Where this person stopped; null before the first turned page. */
  lastPage: z.number().nullable(),
});

export const TextLayer = z.object({ page: z.number(), runs: z.array(z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })) });
export const SearchHits = z.object({ hits: z.array(z.object({ page: z.number(), count: z.number(), snippet: z.string() })), truncated: z.boolean() });
