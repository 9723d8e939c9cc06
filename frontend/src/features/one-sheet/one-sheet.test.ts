import { inflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { ownPitch } from '../../testing/samples.ts';
import { oneSheet, wrapped } from './one-sheet.ts';
import { sheetContent } from './sheet-content.ts';

const canary = 'CANARY-9f31';
/** The owner's own view: everything in it, protected texts too. */
const everything = ownPitch({
  title: 'Sól i wiatr, a very long title that has to be set smaller than others', synopsis: 'Hesk has one road.\n\nIt is under the sea. '.repeat(200), tone: 'Dry.', comps: [{ title: 'Wrackline', year: 2022, note: '' }],
  protected: { budgetBreakdown: canary, financialProjections: canary, distributionPlan: canary, marketingStrategy: canary, contactDetails: canary },
  team: [{ name: 'Petra Lindemarsh', role: 'Ada Tarrow', status: 'signed', hasProof: true, confirmedAt: '2026-11-20T10:00:00.000Z', proofFileId: canary, invitedAt: null, declinedAt: null }, { name: 'Idris', role: 'Composer', status: 'signed', hasProof: true, confirmedAt: null, proofFileId: null, invitedAt: null, declinedAt: null }],
});

/** All words that the file's streams set. */
function wordsIn(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  let words = raw.toString('latin1');
  for (let from = raw.indexOf('stream\n'); from >= 0; from = raw.indexOf('stream\n', from + 7)) {
    const end = raw.indexOf('endstream', from);
    try {
      const text = inflateSync(raw.subarray(from + 7, end)).toString('latin1');
      words += text + [...text.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join('\n');
    } catch {
      words += raw.subarray(from, end).toString('latin1'); // not a compressed stream
    }
  }
  return words;
}

describe('the one-sheet', () => {
  it('keeps paragraphs apart, and never ends in the gap between two', async () => {
    const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
    const set = (most?: number) => wrapped('Hesk has one road.\n\nIt is under the sea.\n', { font, size: 10, width: 400 }, most);
    expect(set()).toEqual(['Hesk has one road.', '', 'It is under the sea.']);
    expect([set(2), set(1)]).toEqual([['Hesk has one road…'], ['Hesk has one road…']]);
  });

  it('says who is attached, by the rule of the page', () => {
    expect(sheetContent(everything).parts[0]).toEqual({ title: 'Team', lines: ['Petra Lindemarsh, Ada Tarrow (attached)', 'Idris, Composer (signed)'] });
  });

  it('is one A4 page with public words only, even from its owner’s hands', async () => {
    const pdf = await oneSheet(sheetContent(everything), { poster: null, address: 'pitchey.test/pitches/salt-year', date: new Date('2026-11-23T10:00:00Z') });
    const doc = await PDFDocument.load(pdf);
    expect(doc.getPageCount()).toBe(1);
    expect(doc.getPage(0).getSize()).toEqual({ width: 595.28, height: 841.89 });
    const words = wordsIn(pdf);
    for (const shown of ['Hesk has one road.', 'Petra Lindemarsh', 'Public information only', 'Wrackline (2022)']) expect(words, shown).toContain(shown);
    expect(words).not.toContain('U+');
    expect(words).not.toContain(canary);
    expect(JSON.stringify(sheetContent(everything))).not.toContain(canary);
  });
});
