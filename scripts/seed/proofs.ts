// Documents of attachment for those of the demo who confirmed theirs: one page each, kept behind the NDA like anybody's.
import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { rawKey } from '../../worker/features/files/keys.ts';
import { printable } from '../../worker/platform/pdf/printable.ts';
import { knownPitches } from './content/known.ts';
import type { SeedPitch } from './content/pitch.ts';

export interface Proof {
  fileId: string;
  storageKey: string;
  size: number;
  sha256: string;
  bytes: Buffer;
}

/** Only where texts are behind an NDA already: a document alone must not change how a card reads. */
const PROVED = ['salt-year', 'six-hours-of-daylight', 'forty-acres-of-quiet', 'glasshouse'];

/** Names of a pitch's team who get a document. */
export const provedMembers = ({ slug, team }: SeedPitch): string[] =>
  PROVED.includes(slug) ? (team ?? []).filter(([name, , status]) => status !== 'interested' && knownPitches[slug]?.confirmed?.[name] !== undefined).map(([name]) => name) : [];

/** The document of one person. `at`, Unix ms, is all the time it knows: the same input gives the same bytes. */
export async function proofOf(pitch: SeedPitch, name: string, fileId: string, at: number): Promise<Proof> {
  const [, role = '', status = 'signed'] = (pitch.team ?? []).find(([member]) => member === name) ?? [];
  const doc = await PDFDocument.create();
  doc.setCreationDate(new Date(at));
  doc.setModificationDate(new Date(at));
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  const page = doc.addPage([595.28, 841.89]);
  const lines = [status === 'signed' ? 'Deal memo' : 'Letter of intent', '', `Project: ${pitch.title}`, `Between the owner of the project and ${name}`, `Role: ${role}`, '', 'A document of the demo market. It binds nobody.'];
  lines.forEach((line, index) => page.drawText(printable(line), { x: 72, y: 740 - index * 22, size: index === 0 ? 20 : 12, font }));
  const bytes = Buffer.from(await doc.save());
  return { fileId, storageKey: rawKey(fileId), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}
