// The owner's own PDF as an agreement: its bytes are kept apart, under their hash, so that deleting the upload never takes a signed text away.
import { z } from 'zod';
import type { UserDeed } from '../../http/deed.ts';
import { AppError } from '../../platform/app-error.ts';
import { optionalRow } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { LIMIT, pdfKey } from '../nda-files/actions.ts';
import { selectOptionalOwnNdaFile } from '../nda-files/queries.ts';

const Upload = z.object({ storageKey: z.string(), sha256: z.string(), size: z.number(), name: z.string(), contentType: z.string() });

/** Of a PDF that was brought as an agreement, or of one that was uploaded to a pitch. */
export async function copyOwnPdf({ services: { db, storage }, actor }: UserDeed, fileId: string): Promise<{ sha256: string; name: string }> {
  const brought = await selectOptionalOwnNdaFile(db, fileId, actor.id);
  if (brought) return { sha256: brought.sha256, name: brought.fileName };
  const upload = await optionalRow(db, Upload, sql`
    SELECT storage_key AS "storageKey", sha256, size, file_name AS name, content_type AS "contentType" FROM files
    WHERE id = ${fileId} AND owner_id = ${actor.id} AND deleted_at IS NULL`);
  const refuse = (why: string): never => { throw new AppError('bad_request', 'This file cannot be an agreement. Nothing was changed.', { fields: { fileId: why } }); };
  if (!upload) return refuse('There is no such file of yours.');
  if (upload.contentType !== 'application/pdf') return refuse('The file is not a PDF.');
  if (upload.size > LIMIT) return refuse('The PDF is larger than 10 MB.');
  const object = await storage.get(upload.storageKey);
  if (!object) return refuse('The file has no content.');
  const bytes = new Uint8Array(await new Response(object.body).arrayBuffer());
  const sha256 = await sha256Hex(bytes);
  if (sha256 !== upload.sha256) throw new Error(`file ${fileId} does not have the bytes it was stored with`);
  // The signed copy is made from it later: a file that cannot be read then is refused now.
  const { PDFDocument } = await import('pdf-lib');
  await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => refuse('The PDF is encrypted or damaged.'));
  await storage.put(pdfKey(sha256), bytes, 'application/pdf');
  return { sha256, name: upload.name };
}
