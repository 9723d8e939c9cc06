// The papers of an NDA: made once, kept under its id, the same bytes for both sides ever after.
import type { Settings } from '../../env.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { Services } from '../../services.ts';
import type { Evidence } from './read.ts';
import type { Dossier } from './queries.ts';
import { sealKeys } from './seal.ts';
import { signedPdf } from './signed-pdf.ts';

const keyOf = (ndaId: string): string => `nda/signed/${ndaId}.pdf`;

const bytesOf = async (storage: Services['storage'], key: string): Promise<Uint8Array | null> => {
  const object = await storage.get(key);
  return object && new Uint8Array(await new Response(object.body).arrayBuffer());
};

/** The owner's own PDF; throws when its bytes are gone or not those that were agreed on. */
export async function ownPdfOf({ storage }: Pick<Services, 'storage'>, { file }: Pick<Dossier, 'file'>): Promise<Uint8Array | null> {
  if (!file) return null;
  const bytes = await bytesOf(storage, `nda/files/${file.sha256}.pdf`);
  if (!bytes || (await sha256Hex(bytes)) !== file.sha256) throw new Error(`the agreement file ${file.sha256} is missing or altered`);
  return bytes;
}

/** The PDF of an NDA. Once signed it is kept; before, it is made anew from the text as it stands. */
export async function agreementPdf(services: Services, settings: Settings, dossier: Dossier, evidence: Evidence): Promise<Uint8Array> {
  const { records } = evidence;
  const isSigned = records.signature !== null;
  const kept = isSigned ? await bytesOf(services.storage, keyOf(dossier.id)) : null;
  if (kept) return kept;
  const [{ id }] = await sealKeys(settings);
  const made = await signedPdf({ dossier, records, links: evidence.links, keyId: evidence.head?.keyId ?? id, ownPdf: await ownPdfOf(services, dossier), origin: settings.APP_ORIGIN });
  if (isSigned) await services.storage.put(keyOf(dossier.id), made, 'application/pdf');
  return made;
}
