// Reading and judging the record of one NDA.
import type { Settings } from '../../env.ts';
import type { Services } from '../../services.ts';
import { firstBrokenLink, type Head, type Link } from './chain.ts';
import { type RecordsRow, selectLinks, selectOptionalHead, selectRecords } from './queries.ts';
import { firstBrokenRecord } from './records.ts';
import { isSealed } from './seal.ts';
import { contradicted } from './witness.ts';

export interface Evidence {
  links: Link[];
  head: Head | null;
  records: RecordsRow;
  /** Number of the first entry that does not hold, by itself, by its seal, or against the rows it speaks of; null when all do. */
  firstBroken: number | null;
}

/** The chain and whether it holds. Throws when anything it needs cannot be read: an answer is never guessed. */
export async function readEvidence({ db, storage }: Pick<Services, 'db' | 'storage'>, settings: Settings, ndaId: string): Promise<Evidence> {
  const { links, head, records } = await db.transaction(async (tx) => ({ links: await selectLinks(tx, ndaId), head: await selectOptionalHead(tx, ndaId), records: await selectRecords(tx, ndaId) }));
  // In this order: entries that do not hold by themselves say nothing about the rows they speak of.
  const firstBroken = (await firstBrokenLink(ndaId, links, head, (text, sealed) => isSealed(settings, text, sealed)))
    ?? (await contradicted(storage, ndaId, links)) ?? (await firstBrokenRecord(links, records));
  return { links, head, records, firstBroken };
}
