// The words of a page with their places: what a screen reader reads and a search finds.
import { call, type Pdfium, withMemory } from './pdfium.ts';

export interface TextRun {
  text: string;
  /** Share of the page's width and height, from the top left. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** At most this many runs a page; a page of a book has some hundred. */
const MOST_RUNS = 5000;

const decodeUtf16 = (bytes: Uint8Array): string => new TextDecoder('utf-16le').decode(bytes);

/** Runs in reading order as the PDF has it. */
export function textRuns(pdfium: Pdfium, page: number, points: { width: number; height: number }): TextRun[] {
  const textPage = call(pdfium, '_FPDFText_LoadPage', page);
  if (textPage === 0) return [];
  try {
    const rects = Math.min(call(pdfium, '_FPDFText_CountRects', textPage, 0, -1), MOST_RUNS);
    return withMemory(pdfium, 32 + 2 * 4096, (at) => {
      const runs: TextRun[] = [];
      for (let index = 0; index < rects; index += 1) {
        call(pdfium, '_FPDFText_GetRect', textPage, index, at, at + 8, at + 16, at + 24);
        const view = new DataView(pdfium.HEAPU8.buffer);
        const [left, top, right, bottom] = [0, 8, 16, 24].map((offset) => view.getFloat64(at + offset, true)) as [number, number, number, number];
        const length = call(pdfium, '_FPDFText_GetBoundedText', textPage, left, top, right, bottom, at + 32, 4096);
        const text = decodeUtf16(pdfium.HEAPU8.slice(at + 32, at + 32 + 2 * Math.min(length, 4096))).replaceAll('\0', '').trim();
        if (text) runs.push({ text, x: left / points.width, y: 1 - top / points.height, width: (right - left) / points.width, height: (top - bottom) / points.height });
      }
      return runs;
    });
  } finally {
    call(pdfium, '_FPDFText_ClosePage', textPage);
  }
}

/** All the text of a page, line by line. */
export function pageText(pdfium: Pdfium, page: number): string {
  const textPage = call(pdfium, '_FPDFText_LoadPage', page);
  if (textPage === 0) return '';
  try {
    const count = call(pdfium, '_FPDFText_CountChars', textPage);
    if (count <= 0) return '';
    return withMemory(pdfium, 2 * (count + 1), (at) => {
      const written = call(pdfium, '_FPDFText_GetText', textPage, 0, count, at);
      return decodeUtf16(pdfium.HEAPU8.slice(at, at + 2 * Math.max(0, written - 1))).replace(/\r\n?/g, '\n');
    });
  } finally {
    call(pdfium, '_FPDFText_ClosePage', textPage);
  }
}
