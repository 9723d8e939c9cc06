// The evidence bundle: everything about one agreement in one ZIP, with a sealed list of its files and the program that checks them.
import { type Zippable, zipSync } from 'fflate';
import type { Settings } from '../../env.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { Evidence } from './read.ts';
import type { Dossier } from './queries.ts';
import { sealKeys, sealText } from './seal.ts';
import { VERIFIER } from './verifier-source.ts';

export interface BundleParts {
  dossier: Dossier;
  evidence: Evidence;
  signedPdf: Uint8Array;
  ownPdf: Uint8Array | null;
  /** Reading record, questions and messages of this NDA, by file name without ending. */
  extras: Record<string, unknown>;
  at: string;
}

const README = `Evidence bundle of one agreement

agreement.pdf      the agreement with the certificate of its signature
documents/         the exact text of every round, byte by byte; the file name holds its SHA-256
chain.json         the log: each entry's hash covers the entry before it; the last one is sealed (Ed25519)
signature.json     the signature as it was given
*.json             the agreement, reading record, questions and messages as they stood when this was packed
manifest.json      SHA-256 of every file; manifest.seal.json is its seal

To check it, unpack, open a terminal in the folder and run:  node verify.mjs
It needs Node 20 or later and no network. It prints the id of the sealing key: compare it with the one the platform publishes
at /api/evidence/keys, or with the one on the certificate.
`;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const json = (value: unknown): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`);

/** The ZIP's bytes. The chain goes in as it stands, also when it is broken: the program then says where. */
export async function packEvidence(settings: Settings, { dossier, evidence, signedPdf, ownPdf, extras, at }: BundleParts): Promise<Uint8Array> {
  const { links, head, records } = evidence;
  const [current, ...former] = await sealKeys(settings);
  const key = [current, ...former].find(({ id }) => id === head?.keyId) ?? current;
  const files: Record<string, Uint8Array> = {
    'README.txt': text(README),
    'verify.mjs': text(VERIFIER),
    'agreement.pdf': signedPdf,
    'chain.json': json({ ndaId: dossier.id, links, head, publicKey: key.publicKey }),
    'agreement.json': json({ ...dossier, clauses: undefined, packedAt: at }),
    'signature.json': json(records.signature),
    ...(ownPdf && { 'owner-agreement.pdf': ownPdf }),
  };
  for (const { round, sha256, html } of records.documents) files[`documents/${round}-${sha256}.html`] = text(html);
  for (const [name, value] of Object.entries(extras)) files[`${name}.json`] = json(value);
  const manifest = json({ ndaId: dossier.id, packedAt: at, files: await Promise.all(Object.entries(files).map(async ([path, bytes]) => ({ path, size: bytes.length, sha256: await sha256Hex(bytes) }))) });
  files['manifest.json'] = manifest;
  files['manifest.seal.json'] = json({ seal: await sealText(key, `pitchey evidence manifest v1\n${await sha256Hex(manifest)}`), keyId: key.id });
  const mtime = new Date(at);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { mtime, level: name.endsWith('.pdf') ? 0 : 6 }]])) as Zippable);
}
