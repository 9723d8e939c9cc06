// The hash chain of one NDA, pure. Each link covers the entry's exact text and the link before; the first one covers the NDA's id.
import { sha256Hex } from '../../platform/digest.ts';

export interface Link {
  seq: number;
  /** Canonical JSON: the exact text that was hashed. */
  entry: string;
  prevHash: string;
  hash: string;
}

export interface Head {
  seq: number;
  hash: string;
  seal: string;
  keyId: string;
}

/** What the first link points back to. */
export const genesis = (ndaId: string): Promise<string> => sha256Hex(`pitchey nda chain v1\n${ndaId}`);

export const linkHash = (prevHash: string, entry: string): Promise<string> => sha256Hex(`${prevHash}\n${entry}`);

/** The text that the seal signs. */
export const headText = (ndaId: string, seq: number, hash: string): string => `pitchey nda head v1\n${ndaId}\n${seq}\n${hash}`;

/** The next links after `last` (null: none yet). */
export async function extend(ndaId: string, last: Pick<Link, 'seq' | 'hash'> | null, entries: readonly Record<string, unknown>[]): Promise<Link[]> {
  const links: Link[] = [];
  let { seq, hash } = last ?? { seq: 0, hash: await genesis(ndaId) };
  for (const data of entries) {
    const entry = JSON.stringify({ v: 1, seq: seq + 1, ...data });
    const next = await linkHash(hash, entry);
    links.push({ seq: seq + 1, entry, prevHash: hash, hash: next });
    seq += 1;
    hash = next;
  }
  return links;
}

/** The number that an entry gives itself; undefined when it is no entry at all. */
function numberIn(entry: string): unknown {
  try {
    return (JSON.parse(entry) as { seq?: unknown } | null)?.seq;
  } catch {
    return undefined;
  }
}

/** Number of the first broken link, or null. A missing row breaks at its number; a cut tail or a false head breaks behind the last row. */
export async function firstBrokenLink(ndaId: string, links: readonly Link[], head: Head | null, isSealed: (text: string, head: Head) => Promise<boolean>): Promise<number | null> {
  let hash = await genesis(ndaId);
  for (const [index, link] of links.entries()) {
    const seq = index + 1;
    if (link.seq !== seq || link.prevHash !== hash || (await linkHash(hash, link.entry)) !== link.hash) return seq;
    if (numberIn(link.entry) !== seq) return seq;
    hash = link.hash;
  }
  if (!head || head.seq !== links.length || head.hash !== hash) return head ? Math.min(head.seq, links.length + 1) : links.length + 1;
  return (await isSealed(headText(ndaId, head.seq, head.hash), head)) ? null : head.seq;
}
