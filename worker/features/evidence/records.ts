// What the tables say beside what the chain says. Pure: a chain that holds proves nothing about rows that were edited around it.
import { sha256Hex } from '../../platform/digest.ts';
import type { Link } from './chain.ts';

/** The rows of one NDA that its entries speak of. */
export interface Records {
  status: string;
  terms: unknown;
  expiresAt: string | null;
  documents: { sha256: string; html: string }[];
  events: { action: string; actor: string; actorId: string | null; at: string; to: string; reason: string | null }[];
  signature: { documentHash: string; kind: string; value: string; name: string; title: string | null; company: string | null; at: string; ip: string; userAgent: string; consent: string } | null;
}

interface Entry {
  at: string;
  action: string;
  by: { as: string; id?: string };
  to?: string;
  reason?: string;
  documentHash?: string;
  terms?: unknown;
  expiresAt?: string;
  consent?: string;
  ip?: string;
  userAgent?: string;
  signature?: { kind: string; name: string; title: string | null; company: string | null; valueHash: string };
}

/** JSON with its keys in order: PostgreSQL's jsonb does not keep ours. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner));

async function signatureHolds({ signature, consent, ip, userAgent, documentHash, at }: Entry, kept: Records['signature']): Promise<boolean> {
  if (!signature || !kept) return false;
  return kept.kind === signature.kind && kept.name === signature.name && kept.title === signature.title && kept.company === signature.company
    && (await sha256Hex(kept.value)) === signature.valueHash && kept.consent === consent && kept.ip === ip && kept.userAgent === userAgent
    && kept.documentHash === documentHash && kept.at === at;
}

/** A pitch deleted with an open request lapses it in the database alone: that one move has no entry. */
const lapsedWithPitch = (before: string | undefined, { status }: Records): boolean => status === 'lapsed' && ['requested', 'countered', 'approved'].includes(before ?? '');

/** Number of the first entry whose rows do not say the same, or null. */
export async function firstBrokenRecord(links: readonly Link[], records: Records): Promise<number | null> {
  const entries = links.map(({ entry }) => JSON.parse(entry) as Entry);
  const hashes = new Set(await Promise.all(records.documents.map(async ({ html, sha256 }) => ((await sha256Hex(html)) === sha256 ? sha256 : ''))));
  const lastIndex = (holds: (entry: Entry) => boolean): number => entries.findLastIndex(holds);
  const [lastMove, lastTerms, lastEnd] = [lastIndex(({ to }) => to !== undefined), lastIndex(({ terms }) => terms !== undefined), lastIndex(({ expiresAt }) => expiresAt !== undefined)];
  let move = 0;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (entry.documentHash !== undefined && !hashes.has(entry.documentHash)) return seq;
    if (entry.to !== undefined) {
      const event = records.events[move];
      move += 1;
      if (!event || event.action !== entry.action || event.actor !== entry.by.as || event.actorId !== (entry.by.id ?? null) || event.at !== entry.at || event.to !== entry.to || (event.reason ?? undefined) !== entry.reason) return seq;
    }
    if (entry.action === 'sign' && !(await signatureHolds(entry, records.signature))) return seq;
    if (index === lastTerms && canonical(entry.terms) !== canonical(records.terms)) return seq;
    if (index === lastEnd && entry.expiresAt !== records.expiresAt) return seq;
    if (index === lastMove && records.status !== entry.to && !(lapsedWithPitch(entry.to, records) && records.events.length === move + 1)) return seq;
  }
  const unrecorded = records.events.length - move;
  return unrecorded === 0 || (unrecorded === 1 && lapsedWithPitch(entries[lastMove]?.to, records)) ? null : lastMove + 1;
}
