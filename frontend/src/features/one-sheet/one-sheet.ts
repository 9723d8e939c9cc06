// The one-sheet as a PDF: one A4 page, a dark head with the poster and the words below. Loaded when it is asked for. Units are points.
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { printable } from '../../../../worker/platform/pdf/printable.ts';
import type { SheetContent } from './sheet-content.ts';

const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 44];
const HEAD = 318;
const POSTER = { width: 176, height: 264 };
const INK = rgb(0.1, 0.09, 0.08);
const QUIET = rgb(0.42, 0.39, 0.36);
const PAPER = rgb(0.98, 0.97, 0.95);
const DIM = rgb(0.72, 0.69, 0.65);
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

interface Setting {
  font: PDFFont;
  size: number;
  width: number;
}

/** Lines of at most `width`, an empty one between paragraphs; what does not fit into `most` lines ends in an ellipsis. */
export function wrapped(text: string, { font, size, width }: Setting, most = Infinity): string[] {
  const lines: string[] = [];
  for (const paragraph of text.trim().split(/\n+/)) {
    if (lines.length > 0) lines.push('');
    let line = '';
    for (const word of printable(paragraph).split(/\s+/)) {
      const next = line === '' ? word : `${line} ${word}`;
      if (line !== '' && font.widthOfTextAtSize(next, size) > width) {
        lines.push(line);
        line = word;
      } else line = next;
    }
    lines.push(line);
  }
  if (lines.length <= most) return lines;
  // A text does not end in the gap before a paragraph that is not there.
  if (lines[most - 1] === '') return wrapped(text, { font, size, width }, most - 1);
  let last = lines[most - 1] ?? '';
  while (last !== '' && font.widthOfTextAtSize(`${last}…`, size) > width) last = last.replace(/\s*\S+$/, '');
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,.;:]+$/, '')}…`];
}

/** The largest size at which a title takes at most three lines. */
function titleSize(title: string, font: PDFFont, width: number): number {
  const fits = (size: number): boolean => wrapped(title, { font, size, width }).length <= 3 && title.split(/\s+/).every((word) => font.widthOfTextAtSize(printable(word), size) <= width);
  return [38, 32, 27, 22, 18, 14].find(fits) ?? 12;
}

/** Draws downwards from `y`, and gives where it ended. */
function write(page: PDFPage, lines: readonly string[], { x, y, font, size, color = INK, leading = 1.4 }: { x: number; y: number; font: PDFFont; size: number; color?: typeof INK; leading?: number }): number {
  let at = y;
  for (const line of lines) {
    at -= line === '' ? size * 0.55 : size * leading;
    if (line === '') continue;
    page.drawText(line, { x, y: at, font, size, color });
  }
  return at;
}

/** Bytes of the PDF. `poster`: a JPEG of 2:3, or null, and the title stands alone. `address`: where the pitch is, without its scheme. */
export async function oneSheet(content: SheetContent, { poster, address, date }: { poster: Uint8Array | null; address: string; date: Date }): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.setTitle(`${content.title}, one-sheet`);
  doc.setAuthor(content.by);
  doc.setCreationDate(date);
  doc.setModificationDate(date);
  const serif = await doc.embedFont(StandardFonts.TimesRomanBold);
  const body = await doc.embedFont(StandardFonts.TimesRoman);
  const italic = await doc.embedFont(StandardFonts.TimesRomanItalic);
  const label = await doc.embedFont(StandardFonts.HelveticaBold);
  const plain = await doc.embedFont(StandardFonts.Helvetica);
  const page = doc.addPage([WIDTH, HEIGHT]);

  page.drawRectangle({ x: 0, y: HEIGHT - HEAD, width: WIDTH, height: HEAD, color: INK });
  const left = poster === null ? MARGIN : MARGIN + POSTER.width + 26;
  const wide = WIDTH - MARGIN - left;
  if (poster !== null) page.drawImage(await doc.embedJpg(poster), { x: MARGIN, y: HEIGHT - 27 - POSTER.height, ...POSTER });
  let y = write(page, wrapped(content.kicker, { font: plain, size: 9, width: wide }, 1), { x: left, y: HEIGHT - 34, font: plain, size: 9, color: DIM });
  const size = titleSize(content.title, serif, wide);
  y = write(page, wrapped(content.title, { font: serif, size, width: wide }, 3), { x: left, y: y - 4, font: serif, size, color: PAPER, leading: 1.12 });
  y = write(page, wrapped(content.logline, { font: italic, size: 12.5, width: wide }, 7), { x: left, y: y - 10, font: italic, size: 12.5, color: PAPER });
  write(page, wrapped(content.by, { font: plain, size: 9.5, width: wide }, 2), { x: left, y: Math.max(y - 12, HEIGHT - HEAD + 48), font: plain, size: 9.5, color: DIM });

  const aside = { x: WIDTH - MARGIN - 166, width: 166 };
  const main = { x: MARGIN, width: aside.x - MARGIN - 28 };
  const floor = 64;
  let at = HEIGHT - HEAD - 18;
  for (const { term, value } of content.facts) {
    const lines = wrapped(value, { font: body, size: 10.5, width: aside.width }, 2);
    if (at - 30 < floor) break;
    at = write(page, [printable(term.toUpperCase())], { x: aside.x, y: at, font: label, size: 7, color: QUIET });
    at = write(page, lines, { x: aside.x, y: at, font: body, size: 10.5 }) - 7;
  }
  for (const { title, lines } of content.parts) {
    const room = Math.floor((at - 18 - floor) / (9.5 * 1.35));
    if (room < 2) break;
    const set = lines.flatMap((line) => wrapped(line, { font: body, size: 9.5, width: aside.width }, lines.length === 1 ? Math.min(room, 6) : 3)).slice(0, room);
    at = write(page, [title.toUpperCase()], { x: aside.x, y: at - 5, font: label, size: 7, color: QUIET });
    at = write(page, set, { x: aside.x, y: at, font: body, size: 9.5, leading: 1.35 }) - 4;
  }
  const top = write(page, ['SYNOPSIS'], { x: main.x, y: HEIGHT - HEAD - 18, font: label, size: 7, color: QUIET });
  const lines = Math.floor((top - 4 - floor) / (10.5 * 1.42));
  write(page, wrapped(content.synopsis, { font: body, size: 10.5, width: main.width }, lines), { x: main.x, y: top - 2, font: body, size: 10.5, leading: 1.42 });

  page.drawLine({ start: { x: MARGIN, y: 46 }, end: { x: WIDTH - MARGIN, y: 46 }, thickness: 0.6, color: QUIET });
  const foot = `${address}   ·   Public information only   ·   ${days.format(date)}`;
  page.drawText(printable(foot), { x: MARGIN, y: 32, size: 7.5, font: plain, color: QUIET });
  return doc.save();
}
