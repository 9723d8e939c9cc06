// From a pitch to a file on the reader's disk, all in the browser.
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { oneSheet } from './one-sheet.ts';
import { sheetContent } from './sheet-content.ts';

/** The poster as a JPEG, which is what a PDF takes; null where there is none or it cannot be had: the sheet then stands without it. */
async function posterJpeg(poster: Pitch['poster']): Promise<Uint8Array | null> {
  if (poster === null) return null;
  const response = await fetch(`${poster.url}?w=640`);
  if (!response.ok) return null;
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 960];
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // Cropped to 2:3 from the middle, as the cards show it.
  const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height);
  context.drawImage(bitmap, (canvas.width - bitmap.width * scale) / 2, (canvas.height - bitmap.height * scale) / 2, bitmap.width * scale, bitmap.height * scale);
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.86); });
  return blob && new Uint8Array(await blob.arrayBuffer());
}

/** Makes the one-sheet and hands it to the browser as a download. */
export async function saveOneSheet(pitch: Pitch): Promise<void> {
  const address = `${window.location.host}${paths.pitch.href(pitch.slug)}`;
  const bytes = await oneSheet(sheetContent(pitch), { poster: await posterJpeg(pitch.poster), address, date: new Date() });
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  const link = document.createElement('a');
  [link.href, link.download] = [url, `${pitch.slug}-one-sheet.pdf`];
  link.click();
  URL.revokeObjectURL(url);
}
