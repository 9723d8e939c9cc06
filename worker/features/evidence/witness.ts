// A copy of each sealed head outside of the database: whoever puts back an old head together with an old log is contradicted by it.
import { z } from 'zod';
import type { Storage } from '../../platform/storage/storage.ts';
import type { Head, Link } from './chain.ts';

const Witness = z.object({ seq: z.number(), hash: z.string() });

const keyOf = (ndaId: string): string => `nda/heads/${ndaId}.json`;

export const writeWitness = (storage: Storage, ndaId: string, { seq, hash }: Pick<Head, 'seq' | 'hash'>): Promise<unknown> =>
  storage.put(keyOf(ndaId), JSON.stringify({ seq, hash }), 'application/json');

/** Number of the link that the witness contradicts, or null. A witness may be behind, never ahead. */
export async function contradicted(storage: Storage, ndaId: string, links: readonly Link[]): Promise<number | null> {
  const object = await storage.get(keyOf(ndaId));
  if (!object) return null;
  const { seq, hash } = Witness.parse(await new Response(object.body).json());
  if (seq > links.length) return links.length + 1;
  return links[seq - 1]?.hash === hash ? null : seq;
}
