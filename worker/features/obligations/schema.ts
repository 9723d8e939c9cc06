// The wire types of the obligations ledger.
import { z } from 'zod';
import { NdaStatus } from '../ndas/schema.ts';

export const ObligationKind = z.enum(['secrecy', 'return_or_destroy', 'non_circumvention', 'no_publicity', 'submission_release']);
export type ObligationKind = z.output<typeof ObligationKind>;

export const Obligation = z.object({
  id: z.uuid(),
  ndaId: z.uuid(),
  project: z.string(),
  otherSide: z.string(),
  kind: ObligationKind,
  /** What it asks, in a sentence. */
  summary: z.string(),
  startsAt: z.string(),
  /** null: without end. */
  endsAt: z.string().nullable(),
  state: z.enum(['to_come', 'in_force', 'ended']),
  /** Of the agreement; secrecy outlives access. */
  ndaStatus: NdaStatus,
});
export type Obligation = z.output<typeof Obligation>;

export const Ledger = z.object({ items: z.array(Obligation) });
