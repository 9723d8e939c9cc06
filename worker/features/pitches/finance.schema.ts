// The finance plan on the wire: where the money comes from, how firm each part is, and what it adds up to.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';
import { Currency, Gate } from '../catalogue/schema.ts';
import { financeDoubts, sumsOf } from './finance.sums.ts';
import { financeKinds, financeStatuses } from './lists.ts';

/** Most of one amount in minor units; thirty of them still add up exactly. */
export const MOST = 10_000_000_000_000;
export const SOURCES_MOST = 30;

const Source = z.strictObject({
  kind: z.enum(financeKinds.map(({ value }) => value)),
  /** Who or what it is, where it is told: "Screen agency". */
  name: z.string().max(480).overwrite(cleanLine).max(120, 'At most 120 characters.').default(''),
  amount: z.int('A whole number of minor units.').positive('More than nothing.').max(MOST, 'More than can be reckoned with.'),
  status: z.enum(financeStatuses.map(({ value }) => value)),
  note: z.string().max(1600).overwrite(cleanText).max(400, 'At most 400 characters.').default(''),
});

/** What a client writes. Every amount is in the one currency of the plan, which is that of the ask. */
export const FinancePlanInput = z.strictObject({
  currency: Currency,
  budget: z.int('A whole number of minor units.').positive('More than nothing.').max(MOST, 'More than can be reckoned with.').nullable().default(null),
  sources: z.array(Source).max(SOURCES_MOST, `At most ${SOURCES_MOST} sources.`).default([]),
}).refine(({ budget, sources }) => budget !== null || sources.length > 0, { path: ['budget'], error: 'Give a budget or a source, or null for no plan.' });
export type FinancePlanInput = z.output<typeof FinancePlanInput>;

/** What a reader gets: the plan with its sums, which are the server's own. */
export const FinancePlan = z.object({
  currency: Currency,
  budget: z.int().nullable(),
  sources: z.array(z.object(Source.shape)),
  /** From which gate on it is open: a copy for everybody may hold it only when that is `public`. */
  gate: Gate,
  sums: z.object({ secured: z.int(), committed: z.int(), sought: z.int(), total: z.int(), headroom: z.int().nullable() }),
});
export type FinancePlan = z.output<typeof FinancePlan>;

/** For its owner: what does not fit together yet. */
export const OwnFinancePlan = FinancePlan.extend({ doubts: z.array(z.object({ about: z.enum(financeDoubts), amount: z.int() })) });

/** As it lies in the database. */
export const KeptPlan = z.object({ currency: Currency, budget: z.int().nullable(), sources: z.array(z.object(Source.shape)) });

export const withSums = (plan: z.output<typeof KeptPlan>, gate: FinancePlan['gate']): FinancePlan => ({ ...plan, gate, sums: sumsOf(plan) });
