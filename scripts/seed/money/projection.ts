import type { AskKind } from '../../../worker/features/catalogue/lists.ts';
import type { SeedMoney, Source } from '../content/pitch.ts';
import { planTotal } from './top-sheet.ts';

export type ProjectionCase = {
  name: string;
  receipts: number;
  agent: number;
  expenses: number;
  collection: number;
  advances: number;
  equity: number;
  equityIn: number;
  deferments: number;
  investorProfit: number;
  producerProfit: number;
};
export type Projection = { terms: { agentPercent: number; equityPercent: number }; cases: readonly ProjectionCase[] };

type Rank = 'advances' | 'equity' | 'deferments' | 'soft';

/** Where a source stands in the waterfall. What is open is told by the kind of money that is asked for, the rest by its name. */
function rankOf([label, status]: Source, kind: AskKind): Rank {
  if (/deferment/i.test(label)) return 'deferments';
  if (status === 'open') return kind === 'grant' || kind === 'development' ? 'soft' : kind === 'equity' || kind === 'co_production' ? 'equity' : 'advances';
  if (/\bequity\b/i.test(label)) return 'equity';
  return /\b(loan|gap|mezzanine|bridge|presales?|finishing|guarantee)\b/i.test(label) ? 'advances' : 'soft';
}

/** Sums of the plan by rank; grants, credits and licences are not paid back and do not appear. */
export function ranks(money: SeedMoney): Record<Rank, number> {
  const sums: Record<Rank, number> = { advances: 0, equity: 0, deferments: 0, soft: 0 };
  for (const source of money.plan) sums[rankOf(source, money.kind)] += source[2];
  return sums;
}

/**
 * An independent film's usual order: agent and expenses capped at three per cent of the budget, collection account, loans and advances with eight per cent, equity to 120 per cent,
 * deferments, and the rest in halves. Whole units; every case adds up to its receipts.
 */
export function projection(money: SeedMoney, receiptsByCase: readonly (readonly [name: string, receipts: number])[]): Projection {
  const { advances, equity, deferments } = ranks(money);
  const expensesCap = Math.round(planTotal(money) * 0.03);
  const terms = { agentPercent: 15, equityPercent: 120 };
  const cases = receiptsByCase.map(([name, receipts]): ProjectionCase => {
    let left = receipts;
    const take = (due: number): number => {
      const paid = Math.min(left, Math.round(due));
      left -= paid;
      return paid;
    };
    const agent = take((receipts * terms.agentPercent) / 100);
    const expenses = take(Math.min(expensesCap, receipts * 0.04));
    const collection = take(left * 0.01);
    const repaid = take(advances * 1.08);
    const recouped = take((equity * terms.equityPercent) / 100);
    const deferred = take(deferments);
    const producerProfit = Math.floor(left / 2);
    return {
      name,
      receipts,
      agent,
      expenses,
      collection,
      advances: repaid,
      equity: recouped,
      equityIn: equity,
      deferments: deferred,
      investorProfit: left - producerProfit,
      producerProfit,
    };
  });
  return { terms, cases };
}
