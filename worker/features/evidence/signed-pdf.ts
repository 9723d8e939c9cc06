// The agreement on paper: the text, then the certificate of its signature. Pure over its input, dates included.
import type { PDFDocument } from 'pdf-lib';
import { readDocument } from '../nda-documents/actions.ts';
import type { Link } from './chain.ts';
import { createSheet, numberPages } from './pdf-page.ts';
import type { Dossier, RecordsRow } from './queries.ts';

export interface Papers {
  dossier: Dossier;
  records: RecordsRow;
  links: readonly Link[];
  /** Id of the key that sealed the chain. */
  keyId: string;
  /** The owner's own PDF, when that is the agreement. */
  ownPdf: Uint8Array | null;
  /** Where the document can be checked. */
  origin: string;
}

/** `2026-11-23T01:02:03.000Z` -> `23 November 2026, 01:02:03 UTC`. */
const words = (iso: string): string => `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso)).replace(' at ', ', ')} UTC`;

const WHO = { owner: 'Owner', signer: 'Reader', system: 'Platform' } as const;

async function writeCertificate(doc: PDFDocument, { dossier, records, links, keyId, origin }: Papers): Promise<void> {
  const { signature } = records;
  const sheet = await createSheet(doc);
  sheet.freshPage();
  sheet.title('Certificate of signature');
  sheet.paragraph('What was signed, by whom, when and from where, as recorded at the moment of the signature. The full record and a program that checks it are in the evidence bundle of this agreement.', { quiet: true });
  sheet.heading('Document');
  sheet.pair('Agreement', `${dossier.title}: ${dossier.pitchTitle}`);
  sheet.pair('Number', dossier.id);
  sheet.pair('SHA-256 of the text', dossier.documentHash);
  if (dossier.file) sheet.pair('SHA-256 of the PDF', dossier.file.sha256);
  sheet.pair('Owner', `${dossier.owner.name}${dossier.owner.company ? `, ${dossier.owner.company}` : ''} (${dossier.owner.email})`);
  if (signature) {
    sheet.heading('Signature');
    if (signature.kind === 'drawn') await sheet.image(Uint8Array.from(atob(signature.value.slice(signature.value.indexOf(',') + 1)), (sign) => sign.charCodeAt(0)));
    else sheet.script(signature.kind === 'passport' ? signature.name : signature.value);
    sheet.rule();
    sheet.pair('Name', signature.name);
    if (signature.title) sheet.pair('Title', signature.title);
    if (signature.company) sheet.pair('Company', signature.company);
    sheet.pair('Account', `${dossier.signer.email}`);
    sheet.pair('Kind', { typed: 'Typed', drawn: 'Drawn', passport: `Taken from the passport ${signature.value} of the same person` }[signature.kind as 'typed'] ?? signature.kind);
    sheet.pair('Signed', words(signature.at));
    if (dossier.expiresAt) sheet.pair('Access ends', words(dossier.expiresAt));
    sheet.pair('Network address', signature.ip);
    sheet.pair('Browser', signature.userAgent);
    sheet.pair('Session', signature.sessionId);
    sheet.pair('Consent', signature.consent);
  }
  const signing = links.findIndex(({ entry }) => (JSON.parse(entry) as { action: string }).action === 'sign');
  const upTo = links.slice(0, signing + 1);
  sheet.heading('Course of events');
  for (const { entry } of upTo) {
    const { at, action, by } = JSON.parse(entry) as { at: string; action: string; by: { as: keyof typeof WHO; name?: string } };
    sheet.pair(`${at.slice(0, 19).replace('T', ' ')} UTC`, `${WHO[by.as]}${by.name ? ` ${by.name}` : ''}: ${action}`);
  }
  const last = upTo.at(-1);
  if (last) {
    sheet.heading('Seal');
    sheet.pair('Entry', `${last.seq}, ${last.hash}`);
    sheet.pair('Key', `${keyId}, published at ${origin}/api/evidence/keys`);
  }
}

/** Throws when the owner's PDF cannot be read; templates are checked for that when they are made. */
export async function signedPdf(papers: Papers): Promise<Uint8Array> {
  const { dossier, records, ownPdf } = papers;
  const html = records.documents.find(({ sha256 }) => sha256 === dossier.documentHash)?.html;
  if (html === undefined) throw new Error(`the document of NDA ${dossier.id} is gone`);
  const { title, intro, sections } = readDocument(html);
  const pdfLib = await import('pdf-lib');
  const doc = await pdfLib.PDFDocument.create({ updateMetadata: false });
  const at = new Date(records.signature?.at ?? dossier.createdAt);
  doc.setTitle(`${title}: ${dossier.pitchTitle}`);
  doc.setProducer('Pitchey');
  doc.setCreationDate(at);
  doc.setModificationDate(at);
  const sheet = await createSheet(doc);
  sheet.title(title);
  sheet.paragraph(intro, { quiet: true });
  if (!records.signature) sheet.paragraph('Not signed. This is the text as it stands now.', { quiet: true });
  for (const section of sections) {
    sheet.heading(section.title);
    for (const text of section.paragraphs) sheet.paragraph(text);
  }
  if (ownPdf) {
    const own = await pdfLib.PDFDocument.load(ownPdf, { updateMetadata: false });
    for (const page of await doc.copyPages(own, own.getPageIndices())) doc.addPage(page);
  }
  if (records.signature) await writeCertificate(doc, papers);
  await numberPages(doc, `SHA-256 ${dossier.documentHash}`);
  await doc.attach(new TextEncoder().encode(html), 'agreement.html', { mimeType: 'text/html', description: 'The exact text that was shown and signed', creationDate: at, modificationDate: at });
  return doc.save({ useObjectStreams: false });
}
