// Setting text on A4 pages: fonts that every reader has, words wrapped by their real width. Units are points.
import type { PDFDocument, PDFFont, PDFPage, RGB } from 'pdf-lib';
import { printable } from '../../platform/pdf/printable.ts';

const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 62];
// As pdf-lib's rgb() makes them; the library itself is loaded when the first PDF is written.
const ink = (red: number, green: number, blue: number): RGB => ({ type: 'RGB' as RGB['type'], red, green, blue });
const INK = ink(0.1, 0.09, 0.08);
const QUIET = ink(0.42, 0.39, 0.36);

export interface Sheet {
  doc: PDFDocument;
  heading(text: string): void;
  title(text: string): void;
  paragraph(text: string, options?: { quiet?: boolean; mono?: boolean }): void;
  pair(label: string, value: string): void;
  /** A drawn signature, at most 220 by 80 points. */
  image(png: Uint8Array): Promise<void>;
  script(text: string): void;
  rule(): void;
  freshPage(): void;
}

/** A document that grows downwards. Its dates are given, never taken from the clock: the same input gives the same bytes. */
export async function createSheet(doc: PDFDocument): Promise<Sheet> {
  const fonts = {
    text: await doc.embedFont('Times-Roman'), bold: await doc.embedFont('Helvetica-Bold'), label: await doc.embedFont('Helvetica'),
    script: await doc.embedFont('Times-Italic'), mono: await doc.embedFont('Courier'),
  };
  let page: PDFPage | undefined;
  let y = 0;
  const freshPage = (): void => { page = doc.addPage([WIDTH, HEIGHT]); y = HEIGHT - MARGIN; };
  const room = (needed: number): PDFPage => {
    if (!page || y - needed < MARGIN + 20) freshPage();
    return page as PDFPage;
  };

  function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
    const lines: string[] = [];
    for (const raw of text.split('\n')) {
      let line = '';
      for (const word of printable(raw).split(/(?<=[ -])/)) {
        if (font.widthOfTextAtSize((line + word).trimEnd(), size) <= width) { line += word; continue; }
        if (line) lines.push(line.trimEnd());
        line = word;
        // A word wider than the line (a fingerprint) is cut.
        while (font.widthOfTextAtSize(line, size) > width) {
          let cut = line.length - 1;
          while (cut > 1 && font.widthOfTextAtSize(line.slice(0, cut), size) > width) cut -= 1;
          lines.push(line.slice(0, cut));
          line = line.slice(cut);
        }
      }
      lines.push(line.trimEnd());
    }
    return lines;
  }

  function write(text: string, font: PDFFont, size: number, { color = INK, x = MARGIN, width = WIDTH - 2 * MARGIN, leading = 1.38 } = {}): void {
    for (const line of wrap(text, font, size, width)) {
      const at = room(size * leading);
      y -= size * leading;
      at.drawText(line, { x, y, size, font, color });
    }
  }

  return {
    doc,
    freshPage,
    title: (text) => { write(text, fonts.bold, 19); y -= 8; },
    heading: (text) => { room(60); y -= 12; write(text, fonts.bold, 11.5); y -= 2; },
    paragraph: (text, { quiet = false, mono = false } = {}) => { write(text, mono ? fonts.mono : fonts.text, mono ? 8.5 : 11, quiet ? { color: QUIET } : {}); y -= 5; },
    pair: (label, value) => {
      const lines = wrap(value, fonts.text, 10.5, WIDTH - 2 * MARGIN - 130);
      const at = room(15 * Math.min(lines.length, 3));
      at.drawText(printable(label), { x: MARGIN, y: y - 13, size: 9.5, font: fonts.label, color: QUIET });
      write(value, fonts.text, 10.5, { x: MARGIN + 130, width: WIDTH - 2 * MARGIN - 130 });
      y -= 3;
    },
    image: async (png) => {
      const picture = await doc.embedPng(png);
      const size = picture.scaleToFit(220, 80);
      const at = room(size.height + 8);
      y -= size.height + 4;
      at.drawImage(picture, { x: MARGIN, y, ...size });
      y -= 4;
    },
    script: (text) => { room(40); write(text, fonts.script, 22); y -= 4; },
    rule: () => { const at = room(16); y -= 10; at.drawLine({ start: { x: MARGIN, y }, end: { x: WIDTH - MARGIN, y }, thickness: 0.6, color: QUIET }); y -= 4; },
  };
}

/** Page numbers and the document's fingerprint under every page. */
export async function numberPages(doc: PDFDocument, footer: string): Promise<void> {
  const font = await doc.embedFont('Helvetica');
  const pages = doc.getPages();
  pages.forEach((page, index) => {
    page.drawText(printable(`${footer}   ${index + 1} / ${pages.length}`), { x: MARGIN, y: 30, size: 7.5, font, color: QUIET });
  });
}
