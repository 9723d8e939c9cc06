// Six pages of Salt Year as a PDF, in the shape of a screenplay: what a signed reader of the demo opens.
import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { rawKey } from '../../../worker/features/files/keys.ts';
import { printable } from '../../../worker/platform/pdf/printable.ts';
import { scriptPages } from '../content/salt-year-script.ts';

export interface Script {
  fileId: string;
  fileName: string;
  storageKey: string;
  sha256: string;
  bytes: Buffer;
  pages: string[];
}

/** First page of the excerpt, as numbered in the whole. */
const FIRST = 58;
const LEADING = 13;
/** Points from the left, and characters a line, by the first sign of a paragraph: slug line, name, aside, speech, action. */
const shapes = { '#': [108, 60], '@': [252, 32], '(': [214, 26], '>': [180, 35], ' ': [108, 60] } as const;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** `at`, Unix ms, is all the time it knows: the same input gives the same bytes. */
export async function scriptOf(fileId: string, at: number): Promise<Script> {
  const doc = await PDFDocument.create();
  doc.setTitle('Salt Year');
  doc.setCreationDate(new Date(at));
  doc.setModificationDate(new Date(at));
  const font = await doc.embedFont(StandardFonts.Courier);
  const pages: string[] = [];
  scriptPages.forEach((paragraphs, index) => {
    const page = doc.addPage([612, 792]);
    page.drawText(`${FIRST + index}.`, { x: 504, y: 744, size: 12, font });
    let y = 712;
    const said: string[] = [];
    for (const paragraph of paragraphs) {
      const mark = paragraph[0] as keyof typeof shapes;
      const [x, width] = shapes[mark] ?? shapes[' '];
      const text = mark in shapes && mark !== '(' ? paragraph.slice(1) : paragraph;
      if (mark === '#' || mark === '@' || mark === ' ' || !(mark in shapes)) y -= LEADING;
      for (const line of wrap(printable(mark === '#' || mark === '@' ? text.toUpperCase() : text), width)) {
        page.drawText(line, { x, y, size: 12, font });
        y -= LEADING;
        said.push(line);
      }
    }
    pages.push(said.join('\n'));
  });
  const bytes = Buffer.from(await doc.save());
  return { fileId, fileName: `Salt Year, script, pages ${FIRST} to ${FIRST + scriptPages.length - 1}.pdf`, storageKey: rawKey(fileId), sha256: createHash('sha256').update(bytes).digest('hex'), bytes, pages };
}
