// The door of the evidence: adding to an NDA's chain inside a transaction, and the signed copy.
import type { Settings } from '../../env.ts';
import type { Deed } from '../../http/deed.ts';
import type { Queryable } from '../../platform/db/db.ts';
import type { Services } from '../../services.ts';
import { extend, type Head, type Link } from './chain.ts';
import { agreementPdf } from './papers.ts';
import { insertLinks, selectOptionalDossier, selectOptionalHead } from './queries.ts';
import { readEvidence } from './read.ts';
import { sealHead } from './seal.ts';
import { writeWitness } from './witness.ts';

/** One happening. Whatever is in here is hashed as it stands and shown to both parties. */
export interface EvidenceEntry {
  at: string;
  action: string;
  by: { as: 'owner' | 'signer' | 'system'; id?: string; name?: string; email?: string };
  [detail: string]: unknown;
}

/** Where a deed came from, for an entry; empty for the system. */
export const origin = (deed: Deed): Record<string, string> => (deed.actor ? { ip: deed.ip, userAgent: deed.userAgent, session: deed.actor.sessionId } : {});

/** Adds entries and seals the head. The caller holds the lock on the NDA's row, so that two writers never share a number. */
export async function appendEvidence(tx: Queryable, settings: Settings, ndaId: string, entries: readonly EvidenceEntry[]): Promise<Head | null> {
  const last = entries.at(-1);
  if (!last) return null;
  const links = await extend(ndaId, await selectOptionalHead(tx, ndaId), entries);
  const { seq, hash } = links.at(-1) as Link;
  const head = await sealHead(settings, ndaId, seq, hash);
  await insertLinks(tx, ndaId, links, head, last.at);
  return head;
}

/** Keeps a copy of a head outside of the database, after the commit. */
export const witnessHead = ({ services }: Pick<Deed, 'services'>, ndaId: string, head: Head): void => services.defer(writeWitness(services.storage, ndaId, head));

/** After a signature: makes and keeps the signed copy, so that it is there before anyone asks. */
export async function keepSignedCopy(services: Services, settings: Settings, ndaId: string): Promise<void> {
  const dossier = await selectOptionalDossier(services.db, ndaId, null);
  if (!dossier) throw new Error(`NDA ${ndaId} is gone`);
  await agreementPdf(services, settings, dossier, await readEvidence(services, settings, ndaId));
}
