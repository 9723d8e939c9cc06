// One's obligations: the ledger, as a table and as a calendar.
import { Hono, type Context } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { toCalendar, toCsv } from './exports.ts';
import { type LedgerRow, selectLedger } from './queries.ts';
import type { Obligation, ObligationKind } from './schema.ts';

const SUMMARIES: Record<ObligationKind, string> = {
  secrecy: 'Keep the material confidential',
  return_or_destroy: 'Delete or return every copy',
  non_circumvention: 'Do not go around the owner',
  no_publicity: 'No public word about the talks',
  submission_release: 'No claim from mere likeness of other projects',
};

function toObligation({ pitchTitle, startsAt, endsAt, accessEnds: _accessEnds, ...row }: LedgerRow, now: number): Obligation {
  const state = Date.parse(startsAt) > now ? 'to_come' : endsAt !== null && Date.parse(endsAt) <= now ? 'ended' : 'in_force';
  return { ...row, project: pitchTitle, summary: SUMMARIES[row.kind], startsAt, endsAt, state };
}

async function ledgerOf(c: Context<AppEnv>): Promise<Obligation[]> {
  const { db, clock } = c.get('services');
  c.header('Cache-Control', 'private, no-store');
  return (await selectLedger(db, userOf(c).id)).map((row) => toObligation(row, clock.now()));
}

export const obligations = new Hono<AppEnv>()
  .get('/', access('user', 'own'), limit('read'), async (c) => c.json({ items: await ledgerOf(c) }))
  .get('/export.csv', access('user', 'own'), limit('read'), async (c) =>
    c.body(toCsv(await ledgerOf(c)), 200, { 'Content-Type': 'text/csv; charset=UTF-8', 'Content-Disposition': 'attachment; filename="obligations.csv"' }))
  .get('/export.ics', access('user', 'own'), limit('read'), async (c) =>
    c.body(toCalendar(await ledgerOf(c), new Date(c.get('services').clock.now()).toISOString()), 200, { 'Content-Type': 'text/calendar; charset=UTF-8', 'Content-Disposition': 'attachment; filename="obligations.ics"' }));
