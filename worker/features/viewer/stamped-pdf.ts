// A copy to take away, where the agreement allows it: the document with its reader's name on every page.
import { AppError } from '../../platform/app-error.ts';
import { printable } from '../../platform/pdf/printable.ts';
import { type Stamp, watermark } from './watermark.ts';

export async function stampedPdf(bytes: Uint8Array, stamp: Stamp, copyId: string): Promise<Uint8Array> {
  // Loaded when the first PDF is written: evaluated with the Worker it would be a fifth of every start.
  const { degrees, PDFDocument, rgb, StandardFonts } = await import('pdf-lib');
  const doc = await PDFDocument.load(bytes, { updateMetadata: false }).catch((error: unknown) => {
    throw new AppError('unprocessable', 'This PDF cannot be stamped, so it cannot be taken away.', { cause: error });
  });
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const words = watermark(stamp);
  for (const page of doc.getPages()) {
    for (const { text, x, y, size, angle, alpha } of words(page.getSize())) {
      page.drawText(printable(text), { x, y, size, font, rotate: degrees(angle), opacity: alpha / 255, color: rgb(0.24, 0.24, 0.24) });
    }
  }
  doc.setSubject(`Copy ${stamp.code} of ${stamp.name}`);
  doc.setKeywords([copyId]);
  return doc.save();
}
