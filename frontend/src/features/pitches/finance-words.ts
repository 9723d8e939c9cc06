// A finance plan in sentences: for the meter's hearers, the page, the history and the one-sheet.
import { budgetBands, labelOf, type AskKind, type BudgetBand } from '../../../../worker/features/catalogue/lists.ts';
import type { FinancePlan } from '../../../../worker/features/pitches/finance.schema.ts';
import type { FinanceDoubt } from '../../../../worker/features/pitches/finance.sums.ts';
import { financeKinds, financeStatuses } from '../../../../worker/features/pitches/lists.ts';
import { formatMoney, lowerFirst } from '../../lib/format.ts';

type Source = FinancePlan['sources'][number];

/** What a row is called: by its own name, else by its kind. */
export const sourceName = ({ name, kind }: Pick<Source, 'name' | 'kind'>): string => name || labelOf(financeKinds, kind);

/** Whole per cent of a sum; 0 of nothing. */
export const shareOf = (amount: number, total: number): number => (total === 0 ? 0 : Math.round((amount / total) * 100));

/** "$2,499,840 budget. $1,400,000 is secured or committed, $1,100,000 is sought." */
export function planSentence({ currency, budget, sums }: Pick<FinancePlan, 'currency' | 'budget' | 'sums'>): string {
  const money = (amount: number) => formatMoney(amount, currency);
  const firm = sums.secured + sums.committed;
  const parts = [firm > 0 && `${money(firm)} is secured or committed`, sums.sought > 0 && `${money(sums.sought)} is sought`].filter(Boolean).join(', ');
  return [budget !== null && `${money(budget)} budget.`, parts !== '' && `${parts}.`].filter(Boolean).join(' ');
}

/** What is left above the budget, or what is missing below it; null without a budget. */
export function headroomFact({ currency, sums: { headroom } }: Pick<FinancePlan, 'currency' | 'sums'>): { term: string; value: string } | null {
  if (headroom === null) return null;
  return headroom < 0 ? { term: 'Not yet in the plan', value: formatMoney(-headroom, currency) } : { term: 'Headroom', value: formatMoney(headroom, currency) };
}

/** One line a source, as the history and comparisons show it. */
export function planLines({ currency, budget, sources }: Pick<FinancePlan, 'currency' | 'budget' | 'sources'>): string[] {
  const rows = sources.map((source) => [`${sourceName(source)}${source.name === '' ? '' : ` (${lowerFirst(labelOf(financeKinds, source.kind))})`}: ${formatMoney(source.amount, currency)}, ${lowerFirst(labelOf(financeStatuses, source.status))}`, source.note].filter(Boolean).join('. '));
  return [...(budget === null ? [] : [`Budget: ${formatMoney(budget, currency)}`]), ...rows];
}

interface Beside {
  currency: string;
  ask: { amount: number; kind: AskKind } | null;
  budgetBand: BudgetBand | null;
}

/** What does not fit together, and what would mend it. */
export function doubtSentence({ about, amount }: FinanceDoubt, { currency, ask, budgetBand }: Beside): string {
  const money = formatMoney(amount, currency);
  switch (about) {
    case 'short': return `The sources are ${money} short of the budget. Add what is missing as sought.`;
    case 'over': return `The sources come to ${money} more than the budget, which is more than a contingency. One of the two is out of date.`;
    case 'ask': return `The ask is ${formatMoney(ask?.amount ?? 0, currency)}, but the plan seeks ${money} of it.`;
    case 'gap': return `Gap and mezzanine come to ${money}, more than a fifth of the budget. Lenders against unsold territories seldom go further.`;
    case 'band': return `The budget of ${money} lies outside the band “${labelOf(budgetBands, budgetBand ?? '')}”, by which readers find it.`;
  }
}
