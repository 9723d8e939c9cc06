// What other features need of files.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';

/** The type of a file by its bytes, for features that keep files of their own. */
export { sniff } from './kinds.ts';
/** Where a picture lies, and the whole picture of which it shows a part. */
export { pictureKey, wholeKey } from './keys.ts';

/** Outbox topic: stored objects that nobody needs any more. */
export const DISCARD_TOPIC = 'files.discard';

/** Outbox topic: a PDF whose pages are to be counted and read. Its payload: `fileId`. */
export const READ_TOPIC = 'files.read';

/** Outbox topic: a film that is to be hashed. Its payload: `fileId`. */
export const HASH_TOPIC = 'files.hash';

/** Payload of `files.discard`. `objects`: keys as they are; `files`: storage keys of files, each standing for everything beside it; `uploads`: open multipart uploads. */
export const Discard = z.object({
  objects: z.array(z.string()).default([]),
  files: z.array(z.string()).default([]),
  uploads: z.array(z.object({ key: z.string(), uploadId: z.string() })).default([]),
});
export type Discard = z.input<typeof Discard>;

const Texts = z.object({ pages: z.array(z.string()) });

/** The texts of a document's pages, or null while they were not read. The caller has let the reader in. */
export const selectOptionalTexts = (db: Queryable, fileId: string) => optionalRow(db, Texts, sql`SELECT pages FROM file_texts WHERE file_id = ${fileId}`);
