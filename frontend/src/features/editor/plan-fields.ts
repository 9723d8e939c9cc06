// The finance plan as the editor holds it: rows may be half written; only whole ones leave this device.
import type { FinancePlanInput } from '../../../../worker/features/pitches/finance.schema.ts';
import { minorUnits } from '../../lib/format.ts';

/** `amount` 0: not typed yet. */
export type PlanFields = FinancePlanInput;
export type SourceFields = PlanFields['sources'][number];

export const emptyPlan = (currency: PlanFields['currency']): PlanFields => ({ currency, budget: null, sources: [] });

/** Without what the server adds to it. */
export const planFieldsOf = (plan: PlanFields | null): PlanFields | null => plan && { currency: plan.currency, budget: plan.budget, sources: plan.sources.map(({ kind, name, amount, status, note }) => ({ kind, name, amount, status, note })) };

/** What the server takes: rows with an amount; a plan without any figure is none. */
export function planToSend(plan: PlanFields | null): PlanFields | null {
  if (plan === null) return null;
  const sources = plan.sources.filter(({ amount }) => amount > 0);
  return plan.budget === null && sources.length === 0 ? null : { ...plan, sources };
}

/** The same whole units in another currency: nobody's rate is guessed. */
export function inCurrency(plan: PlanFields | null, currency: PlanFields['currency']): PlanFields | null {
  if (plan === null) return null;
  const rate = minorUnits(currency) / minorUnits(plan.currency);
  const to = (amount: number): number => Math.round(amount * rate);
  return { currency, budget: plan.budget === null ? null : to(plan.budget), sources: plan.sources.map((source) => ({ ...source, amount: to(source.amount) })) };
}
