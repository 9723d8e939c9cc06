// SQL of obligations: what a signature binds its people to, and until when.
import { z } from 'zod';
import { execute, type Queryable, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { NdaStatus, type Terms } from '../ndas/schema.ts';
import { ObligationKind } from './schema.ts';

const DAY = 86_400_000;

/** Calendar months later, in UTC; the last day of the month where the day does not exist. */
export function addMonths(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  date.setUTCDate(Math.min(day, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()));
  return date.getTime();
}

export interface NewObligations {
  ndaId: string;
  ownerId: string;
  signerId: string;
  terms: Terms;
  /** ms of the signature. */
  at: number;
  /** ms when access ends. */
  accessEnd: number;
  newId(): string;
}

/** Writes what this signature binds to. `return_or_destroy` begins when access is to end; an earlier revocation is shown by the reader. */
export async function insertObligations(tx: Queryable, { ndaId, ownerId, signerId, terms, at, accessEnd, newId }: NewObligations): Promise<void> {
  const secrecyEnd = addMonths(at, terms.termMonths);
  const due: [string, ObligationKind, number, number | null][] = [
    [signerId, 'secrecy', at, secrecyEnd],
    [signerId, 'return_or_destroy', accessEnd, accessEnd + 14 * DAY],
    ...(terms.nonCircumventionMonths > 0 ? [[signerId, 'non_circumvention', at, addMonths(at, terms.nonCircumventionMonths)] as [string, ObligationKind, number, number]] : []),
    ...(terms.publicityBan ? [signerId, ownerId].map((who): [string, ObligationKind, number, number] => [who, 'no_publicity', at, secrecyEnd]) : []),
    ...(terms.submissionRelease ? [[ownerId, 'submission_release', at, null] as [string, ObligationKind, number, null]] : []),
  ];
  const values = due.map(([userId, kind, from, to]) => sql`(${newId()}::uuid, ${ndaId}::uuid, ${userId}::uuid, ${kind}, ${new Date(from).toISOString()}::timestamptz, ${to === null ? null : new Date(to).toISOString()}::timestamptz)`);
  await execute(tx, sql`INSERT INTO obligations (id, nda_id, user_id, kind, starts_at, ends_at) VALUES ${sql.join(values, ', ')}`);
}

const LedgerRow = z.object({
  id: z.uuid(), ndaId: z.uuid(), pitchTitle: z.string(), otherSide: z.string(), kind: ObligationKind, startsAt: z.string(), endsAt: z.string().nullable(),
  ndaStatus: NdaStatus, accessEnds: z.string().nullable(),
});
export type LedgerRow = z.output<typeof LedgerRow>;

/** A person's ledger, what ends next first. When access was closed early, returning copies is due from that day. */
export const selectLedger = (db: Queryable, userId: string): Promise<LedgerRow[]> => rows(db, LedgerRow, sql`
  SELECT b.id, b.nda_id AS "ndaId", n.pitch_title AS "pitchTitle", u.name AS "otherSide", b.kind, n.status AS "ndaStatus", n.expires_at AS "accessEnds",
    CASE WHEN b.kind = 'return_or_destroy' AND n.status IN ('revoked', 'superseded') THEN least(n.changed_at, b.starts_at) ELSE b.starts_at END AS "startsAt",
    CASE WHEN b.kind = 'return_or_destroy' AND n.status IN ('revoked', 'superseded') THEN least(n.changed_at, b.starts_at) + interval '14 days' ELSE b.ends_at END AS "endsAt"
  FROM obligations b JOIN ndas n ON n.id = b.nda_id JOIN users u ON u.id = CASE WHEN n.owner_id = b.user_id THEN n.signer_id ELSE n.owner_id END
  WHERE b.user_id = ${userId} ORDER BY 9 NULLS LAST, b.id LIMIT 2000`);
