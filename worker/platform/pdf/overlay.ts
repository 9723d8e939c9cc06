// Words over a page: drawn as a page of its own, so that a page's rotation, crop or offset never moves them.
import { call, type Pdfium, utf16, withBytes } from './pdfium.ts';
import { printable } from './printable.ts';

export interface OverlayText {
  text: string;
  /** Points from the left and from the bottom. */
  x: number;
  y: number;
  size: number;
  /** Degrees, counter-clockwise. */
  angle: number;
  /** 0 to 255. */
  alpha: number;
}

const FONT = new TextEncoder().encode('Helvetica\0');
const ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;

/** Draws texts onto a bitmap of `width` by `height` pixels that shows a page of these points. */
export function drawOverlay(pdfium: Pdfium, bitmap: number, pixels: { width: number; height: number }, points: { width: number; height: number }, texts: readonly OverlayText[]): void {
  if (texts.length === 0) return;
  const document = call(pdfium, '_FPDF_CreateNewDocument');
  const page = call(pdfium, '_FPDFPage_New', document, 0, points.width, points.height);
  try {
    withBytes(pdfium, FONT, (font) => {
      for (const { text, x, y, size, angle, alpha } of texts) {
        const object = call(pdfium, '_FPDFPageObj_NewTextObj', document, font, size);
        if (object === 0) throw new Error('the overlay font cannot be used');
        withBytes(pdfium, utf16(printable(text)), (pointer) => call(pdfium, '_FPDFText_SetText', object, pointer));
        call(pdfium, '_FPDFPageObj_SetFillColor', object, 60, 60, 60, alpha);
        const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        call(pdfium, '_FPDFPageObj_Transform', object, cos, sin, -sin, cos, x, y);
        call(pdfium, '_FPDFPage_InsertObject', page, object);
      }
    });
    call(pdfium, '_FPDF_RenderPageBitmap', bitmap, page, 0, 0, pixels.width, pixels.height, 0, ANNOTATIONS | REVERSE_BYTE_ORDER);
  } finally {
    call(pdfium, '_FPDF_ClosePage', page);
    call(pdfium, '_FPDF_CloseDocument', document);
  }
}
