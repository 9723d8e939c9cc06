// A script as long as a feature's, as a PDF: Courier 12, scene headings, action, dialogue. Every line is another one, so that no page is like the next.
import { PDFDocument, StandardFonts } from 'pdf-lib';

const ACTION = ['Rain on the slip. Nobody speaks.', 'She counts the coins twice and puts one back.', 'The radio finds a station and loses it.', 'A door that should be shut is not.'];
const SPEECH = ['You said the crossing takes an hour.', 'It did, when there was a harbour.', 'Then what are we waiting for?', 'For you to ask me that again.'];

/** `mark` stands on page 1, so that every run has bytes of its own. */
export async function scriptOf(pages: number, mark: string): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Courier);
  for (let number = 1; number <= pages; number += 1) {
    const page = doc.addPage([612, 792]);
    page.drawText(`${number}.`, { x: 520, y: 750, size: 12, font });
    let y = 710;
    const line = (text: string, x: number): void => { page.drawText(text, { x, y, size: 12, font }); y -= 14; };
    if (number === 1) line(mark, 108);
    for (let scene = 0; y > 120; scene += 1) {
      line(`${scene % 2 ? 'INT. WHEELHOUSE' : 'EXT. FERRY DECK'} - NIGHT ${number}.${scene}`, 108);
      y -= 14;
      line(ACTION[(number + scene) % ACTION.length] as string, 108);
      y -= 14;
      line(scene % 2 ? 'MARA' : 'THE PILOT', 266);
      line(SPEECH[(number * 3 + scene) % SPEECH.length] as string, 180);
      y -= 28;
    }
  }
  return doc.save();
}
