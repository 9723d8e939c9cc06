// Wire types of the files that hang on a pitch, as its reader or its owner lists them.
import { z } from 'zod';
import { FileKind, Gate } from '../catalogue/schema.ts';

export const PitchDocument = z.object({
  id: z.uuid(), kind: FileKind, gate: Gate, fileName: z.string(), contentType: z.string(), size: z.number(), createdAt: z.string(),
  /** Of a PDF that was read; null before, and for everything else. */
  pageCount: z.int().nullable(),
  /** Shown page by page; everything else is opened as it is. */
  paged: z.boolean(),
});
export type PitchDocument = z.output<typeof PitchDocument>;

/** `locked` says only what kind of thing waits behind which gate: no name, no size, no id. */
export const PitchDocuments = z.object({ items: z.array(PitchDocument), locked: z.array(z.object({ kind: FileKind, gate: Gate })) });
export type PitchDocuments = z.output<typeof PitchDocuments>;

/** What an owner may change of a file that hangs on a pitch. */
export const DocumentPatch = z.strictObject({ gate: Gate });
