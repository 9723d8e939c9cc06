// What a finance plan comes to, and what an experienced financier would ask about it. Pure, so that the editor says while typing what the
// server says when it answers. Amounts are minor units of the plan's currency.
import { type AskKind, type BudgetBand, budgetBands } from '../catalogue/lists.ts';
import type { FinanceKind, FinanceStatus } from './lists.ts';

export interface Plan {
  currency: string;
  /** What it costs to delivery, publicity and prints apart; null while nobody knows. */
  budget: number | null;
  sources: readonly { kind: FinanceKind; status: FinanceStatus; amount: number }[];
}

export interface FinanceSums {
  secured: number;
  committed: number;
  sought: number;
  /** All sources. */
  total: number;
  /** What the sources leave above the budget; below zero: what the plan is short of. Null without a budget. */
  headroom: number | null;
}

export function sumsOf({ budget, sources }: Plan): FinanceSums {
  const of = (status: FinanceStatus): number => sources.reduce((sum, source) => (source.status === status ? sum + source.amount : sum), 0);
  const [secured, committed, sought] = [of('secured'), of('committed'), of('sought')];
  const total = secured + committed + sought;
  return { secured, committed, sought, total, headroom: budget === null ? null : total - budget };
}

export const financeDoubts = ['short', 'over', 'ask', 'gap', 'band'] as const;
/** `short`, `over`: the sources against the budget. `ask`: what is sought of its kind against the ask. `gap`: loans against unsold territories. `band`: the budget against the band. */
export type FinanceDoubt = { about: (typeof financeDoubts)[number]; amount: number };

/** More than a contingency above the budget: one of the two figures is out of date. */
const OVER = 0.1;
/** What is normally lent against unsold territories, as a share of the budget. */
const GAP = 0.2;

/** What does not fit together. It is said, never refused: a plan is made of figures that do not fit yet. */
export function doubtsOf(plan: Plan, { ask, budgetBand }: { ask: { amount: number; currency: string; kind: AskKind } | null; budgetBand: BudgetBand | null }): FinanceDoubt[] {
  const { budget, sources, currency } = plan;
  const { headroom, sought } = sumsOf(plan);
  const gap = sources.reduce((sum, { kind, amount }) => (kind === 'gap' || kind === 'mezzanine' ? sum + amount : sum), 0);
  const ofKind = sources.filter(({ kind, status }) => status === 'sought' && kind === ask?.kind).reduce((sum, { amount }) => sum + amount, 0);
  // A kind of money that the plan has no row for (development, bridge) is measured against everything that is sought.
  const asked = ofKind > 0 ? ofKind : sought;
  // Bands are in US dollars; what another currency comes to in them changes by the day.
  const band = currency === 'USD' ? budgetBands.find(({ value }) => value === budgetBand) : undefined;
  const doubts: (FinanceDoubt | false)[] = [
    headroom !== null && sources.length > 0 && headroom < 0 && { about: 'short', amount: -headroom },
    headroom !== null && budget !== null && headroom > budget * OVER && { about: 'over', amount: headroom },
    ask !== null && sources.length > 0 && ask.currency === currency && asked !== ask.amount && { about: 'ask', amount: asked },
    budget !== null && gap > budget * GAP && { about: 'gap', amount: gap },
    budget !== null && band !== undefined && (budget < band.from || (band.to !== null && budget >= band.to)) && { about: 'band', amount: budget },
  ];
  return doubts.filter((doubt) => doubt !== false);
}
