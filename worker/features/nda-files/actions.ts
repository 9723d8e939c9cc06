// Taking a PDF in as an agreement: read whole, checked, kept under its hash.
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { PdfSource } from '../../platform/pdf/pages.ts';
import { PdfError } from '../../platform/pdf/pdfium.ts';
import { cleanLine } from '../../platform/text.ts';
import type { Services } from '../../services.ts';
import { insertNdaFile, selectOptionalShownFile } from './queries.ts';
import type { NdaFile } from './schema.ts';

/** Bytes: an agreement is text; larger ones are something else. */
export const LIMIT = 10 * 1024 * 1024;
const MOST_PAGES = 60;

export const pdfKey = (sha256: string): string => `nda/files/${sha256}.pdf`;

const refused = (why: string): AppError => new AppError('unprocessable', `This PDF cannot be an agreement: ${why}. Nothing was kept.`);

/** Keeps the bytes as an agreement of the caller's. Throws 422 for what nobody could read or sign. */
export async function keepPdf({ services: { db, storage, pages, clock, newId }, actor }: UserDeed, bytes: Uint8Array, name: string): Promise<NdaFile> {
  const sha256 = await sha256Hex(bytes);
  // The signed copy is made from it later: a file that cannot be read then is refused now.
  const { PDFDocument } = await import('pdf-lib');
  await PDFDocument.load(bytes, { updateMetadata: false }).catch((error: unknown) => { throw refused(/encrypt/i.test(String(error)) ? 'it is encrypted' : 'it is damaged, or no PDF'); });
  const sizes = await pages.sizes({ key: sha256, load: () => Promise.resolve(bytes) }).catch((error: unknown) => { throw error instanceof PdfError ? refused(`it is ${error.message}`) : error; });
  if (sizes.length === 0 || sizes.length > MOST_PAGES) throw refused(`it has ${sizes.length} pages, and 1 to ${MOST_PAGES} can be read before signing`);
  await storage.put(pdfKey(sha256), bytes, 'application/pdf');
  const fileName = cleanLine(name);
  const kept = await insertNdaFile(db, { id: newId(), ownerId: actor.id, sha256, fileName: /\.pdf$/i.test(fileName) ? fileName : `${fileName}.pdf`, size: bytes.length, pageCount: sizes.length, at: new Date(clock.now()).toISOString() });
  if (!kept) throw new Error('the file was written and cannot be read');
  return kept;
}

/** The PDF for whoever may see it, asked of the database now; 404 for everyone else. */
export async function shownPdf({ services: { db, storage }, actor }: UserDeed, sha256: string): Promise<{ fileName: string; source: PdfSource }> {
  const shown = await selectOptionalShownFile(db, sha256, actor);
  if (!shown) throw notFound();
  return { fileName: shown.fileName, source: { key: sha256, load: () => objectOf(storage, sha256) } };
}

export async function objectOf(storage: Services['storage'], sha256: string) {
  const object = await storage.get(pdfKey(sha256));
  if (!object) throw new Error(`the agreement file ${sha256} is gone`);
  return { size: object.size, body: object.body };
}
