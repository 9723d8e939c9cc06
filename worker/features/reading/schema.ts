// Wire types of the reading record. Owner and reader get the same rows.
import { z } from 'zod';

export const PageRecord = z.object({
  page: z.number(),
  /** Times the server sent it. */
  opens: z.number(),
  /** Time in view, as the reader's page reported. */
  ms: z.number(),
  /** How far down it was seen, 0 to 1. */
  depth: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
});

export const OpenedFile = z.object({
  copyId: z.uuid(), code: z.string(), fileId: z.uuid().nullable(), fileName: z.string(), fileHash: z.string(), ndaId: z.uuid().nullable(), openedAt: z.string(),
  ip: z.string(), userAgent: z.string(), pages: z.array(PageRecord),
});
export type OpenedFile = z.output<typeof OpenedFile>;

export const ReaderInterest = z.object({
  userId: z.uuid(), name: z.string(), handle: z.string(), portal: z.string(), company: z.string().nullable(),
  files: z.number(), pages: z.number(), ms: z.number(), depth: z.number(), days: z.number(), denied: z.number(), lastAt: z.string().nullable(), score: z.number().nullable(),
});
export type ReaderInterest = z.output<typeof ReaderInterest>;

/** What a reader's page reports, at most every few seconds. */
export const ReadingReport = z.strictObject({
  copyId: z.uuid(),
  pages: z.array(z.strictObject({ page: z.int().min(1).max(10_000), ms: z.int().min(0).max(120_000), depth: z.number().min(0).max(1) })).min(1).max(50)
    .refine((list) => new Set(list.map(({ page }) => page)).size === list.length, 'Each page once.'),
});
