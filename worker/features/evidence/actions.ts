// The door of the evidence: adding to an NDA's chain inside a transaction, and checking it.
import type { Settings } from '../../env.ts';
import type { Deed } from '../../http/deed.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { extend, firstBrokenLink, type Head, type Link } from './chain.ts';
import { insertLinks, selectLinks, selectOptionalHead } from './queries.ts';
import { isSealed, sealHead } from './seal.ts';

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
export async function appendEvidence(tx: Queryable, settings: Settings, ndaId: string, entries: readonly EvidenceEntry[]): Promise<void> {
  const last = entries.at(-1);
  if (!last) return;
  const links = await extend(ndaId, await selectOptionalHead(tx, ndaId), entries);
  const { seq, hash } = links.at(-1) as Link;
  await insertLinks(tx, ndaId, links, await sealHead(settings, ndaId, seq, hash), last.at);
}

export interface Evidence {
  links: Link[];
  head: Head | null;
  /** Number of the first link that does not hold; null when all do. */
  firstBroken: number | null;
}

/** The chain and whether it holds. Throws when it cannot be read: an answer is never guessed. */
export async function readEvidence(db: Queryable, settings: Settings, ndaId: string): Promise<Evidence> {
  const links = await selectLinks(db, ndaId);
  const head = await selectOptionalHead(db, ndaId);
  return { links, head, firstBroken: await firstBrokenLink(ndaId, links, head, (text, sealed) => isSealed(settings, text, sealed)) };
}
