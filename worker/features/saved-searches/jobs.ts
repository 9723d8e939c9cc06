// Who hears of a pitch: searches that want to know at once when it is published, the others when their day has come. A pitch, its note that it
// was told, and the notice are one transaction: a crash tells nobody twice and nobody never.
import { z } from 'zod';
import type { Queryable } from '../../platform/db/db.ts';
import { log } from '../../platform/log.ts';
import type { Consumer } from '../../platform/outbox/consume.ts';
import { insertOutbox, type OutboxMessage } from '../../platform/outbox/outbox.ts';
import type { Services } from '../../services.ts';
import { noticeMessage } from '../notifications/actions.ts';
import { filtersOf, Found, takeDue, takeInstant } from './queries.ts';

interface Used {
  services: Pick<Services, 'db' | 'clock' | 'newId' | 'outbox'>;
}

/** Searches a transaction. */
const BATCH = 200;
/** Digests end after this; what is left is for the next run. */
const RUN_MS = 20_000;

/** "“Salt Year”, “Kestrel”, “Glasshouse” and 4 more". */
export function listed({ count, pitches }: Pick<Found, 'count' | 'pitches'>): string {
  const titles = pitches.map(({ title }) => `\u201c${title}\u201d`);
  const more = count - titles.length;
  const parts = more > 0 ? [...titles, `${more} more`] : titles;
  return parts.length === 1 ? (parts[0] as string) : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) as string}`;
}

/** The pitch itself when there is one, else the search, newest first. */
function pathOf(found: Found): string {
  if (found.count === 1 && found.pitches[0]) return `/pitches/${found.pitches[0].slug}?via=mail`;
  const { q, ...facets } = filtersOf(found);
  const params = new URLSearchParams(q === undefined ? {} : { q });
  for (const [facet, values] of Object.entries(facets)) for (const value of values) params.append(facet, value);
  params.set('sort', 'newest');
  return `/browse?${params.toString()}`;
}

const noticeOf = ({ services }: Used, found: Found): OutboxMessage =>
  noticeMessage(services.newId(), { kind: 'search-alert', to: [found.userId], by: null, subject: found.id, data: { search: found.name, found: listed(found), path: pathOf(found) } });

/** Writes what was found into the outbox, in the transaction that noted it. Gives the ids. */
async function tell(used: Used, tx: Queryable, found: readonly Found[]): Promise<string[]> {
  const notices = found.map((one) => noticeOf(used, one));
  if (notices.length > 0) await tx.query(insertOutbox(notices));
  return notices.map(({ id }) => id);
}

const Published = z.object({ pitchId: z.uuid() });

/** Consumer of `pitch.published`. */
export function createAlerter(used: Used): Consumer {
  const { db, clock, outbox } = used.services;
  return async ({ payload }) => {
    const parsed = Published.safeParse(payload);
    if (!parsed.success) return { undeliverable: 'payload: pitchId' };
    for (;;) {
      const ids = await db.transaction(async (tx) => {
        const { rows } = await tx.query(takeInstant(parsed.data.pitchId, new Date(clock.now()).toISOString(), BATCH));
        return tell(used, tx, rows.map((row) => Found.parse(row)));
      });
      await outbox.relay(ids);
      if (ids.length < BATCH) return;
    }
  };
}

const Digest = z.object({ moved: z.int(), told: z.array(Found).nullable() });

/** Sends the daily and weekly mails that are due. Gives how many searches were looked through and how many mails written. */
export async function sendDigests(used: Used): Promise<{ looked: number; mails: number }> {
  const { db, clock, outbox } = used.services;
  const endAt = clock.now() + RUN_MS;
  const sum = { looked: 0, mails: 0 };
  for (;;) {
    const { moved, ids } = await db.transaction(async (tx) => {
      const { rows } = await tx.query(takeDue(new Date(clock.now()).toISOString(), BATCH));
      const digest = Digest.parse(rows[0]);
      return { moved: digest.moved, ids: await tell(used, tx, digest.told ?? []) };
    });
    await outbox.relay(ids);
    sum.looked += moved;
    sum.mails += ids.length;
    if (moved < BATCH || clock.now() > endAt) break;
  }
  if (sum.looked > 0) log('info', 'search.digests', sum);
  return sum;
}
