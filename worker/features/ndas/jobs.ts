// What the clock does to NDAs: remind, lapse, expire. Each run takes a bounded number of rows, so a backlog is worked off over several.
import { z } from 'zod';
import type { SystemDeed } from '../../http/deed.ts';
import { type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { closeGrants } from '../content-access/queries.ts';
import { inWork, iso, settle, take, tell } from './moves.ts';
import { lockNda } from './queries.ts';
import { nextMoves } from './transitions.ts';

const DAY = 86_400_000;
/** Rows a run: with a run a minute, 288,000 a day. */
const BATCH = 200;
/** Days before the end of an offer, and before the end of access, at which the sides are reminded. */
const REMIND_OFFER_DAYS = 3;
const REMIND_ACCESS_DAYS = 30;

const selectIds = async (db: Queryable, condition: Sql): Promise<string[]> =>
  (await rows(db, z.object({ id: z.uuid() }), sql`SELECT id FROM ndas WHERE ${condition} LIMIT ${BATCH}`)).map(({ id }) => id);

async function lapse(deed: SystemDeed, id: string): Promise<void> {
  await inWork(deed, async (work) => {
    const nda = await lockNda(work.tx, id, null);
    // Somebody may have answered between the list and the lock.
    if (!nda?.dueAt || Date.parse(nda.dueAt) > work.now) return;
    const lapsed = await take(work, nda, { action: 'lapse', as: 'system', reason: 'Nobody answered in time.' });
    tell(work, lapsed, 'owner', 'nda-lapsed');
    tell(work, lapsed, 'signer', 'nda-lapsed');
    await settle(work, id);
  });
}

async function expire(deed: SystemDeed, id: string): Promise<void> {
  await inWork(deed, async (work) => {
    const nda = await lockNda(work.tx, id, null);
    if (nda?.status !== 'signed' || !nda.expiresAt || Date.parse(nda.expiresAt) > work.now) return;
    const expired = await take(work, nda, { action: 'expire', as: 'system', reason: 'Access ended as agreed.' });
    await closeGrants(work.tx, id, iso(work.now));
    tell(work, expired, 'owner', 'nda-expired');
    tell(work, expired, 'signer', 'nda-expired');
    await settle(work, id);
  });
}

async function remind(deed: SystemDeed, id: string): Promise<void> {
  await inWork(deed, async (work) => {
    const nda = await lockNda(work.tx, id, null);
    if (!nda) return;
    const marked = await work.tx.query(sql`UPDATE ndas SET reminded_at = ${iso(work.now)} WHERE id = ${id} AND reminded_at IS NULL`);
    if (marked.count === 0) return;
    if (nda.status === 'signed') {
      tell(work, nda, 'owner', 'nda-ending');
      tell(work, nda, 'signer', 'nda-ending');
    } else {
      // Whoever can bring it forward: not the side that could only take it back.
      for (const side of new Set(nextMoves(nda.status).filter(({ action }) => action !== 'withdraw').map(({ by }) => by))) tell(work, nda, side, 'nda-due');
    }
    await settle(work, id);
  });
}

/** Every minute. One NDA that fails does not hold up the others, but the run fails. */
export async function runNdaClock(deed: SystemDeed): Promise<{ lapsed: number; expired: number; reminded: number }> {
  const { db, clock } = deed.services;
  const now = clock.now();
  const overdue = await selectIds(db, sql`due_at <= ${iso(now)}`);
  const ended = await selectIds(db, sql`status = 'signed' AND expires_at <= ${iso(now)}`);
  const silent = await selectIds(db, sql`reminded_at IS NULL AND (
    (due_at > ${iso(now)} AND due_at <= ${iso(now + REMIND_OFFER_DAYS * DAY)})
    OR (status = 'signed' AND expires_at > ${iso(now)} AND expires_at <= ${iso(now + REMIND_ACCESS_DAYS * DAY)} AND expires_at - signed_at > interval '60 days'))`);
  const failures: unknown[] = [];
  for (const [ids, job] of [[overdue, lapse], [ended, expire], [silent, remind]] as const) {
    for (const id of ids) await job(deed, id).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} NDAs could not be moved on by the clock`);
  return { lapsed: overdue.length, expired: ended.length, reminded: silent.length };
}
