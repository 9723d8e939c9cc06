import type { SeedMoney } from '../content/pitch.ts';
import { random } from '../random.ts';
import { charts } from './accounts.ts';

export type SheetRow = { code: string; name: string; amount: number };
export type TopSheet = {
  currency: string;
  sections: { name: string; rows: SheetRow[]; total: number }[];
  subtotal: number;
  contingency: { percent: number; amount: number };
  bond: { percent: number; amount: number } | null;
  total: number;
  plan: number;
  headroom: number;
};

/** The finance plan, all sources. Whole units of the currency. */
export const planTotal = (money: SeedMoney): number => money.plan.reduce((sum, [, , amount]) => sum + amount, 0);
/** What is still open, and so asked for; 0 when the plan is closed. */
export const openAmount = (money: SeedMoney): number => money.plan.reduce((sum, [, status, amount]) => sum + (status === 'open' ? amount : 0), 0);

/** Smallest step an account is written in: nobody budgets a feature to the dollar. */
const stepFor = (plan: number): number => (plan >= 2_000_000 ? 500 : plan >= 200_000 ? 100 : plan >= 20_000 ? 10 : 5);

/**
 * A top sheet whose total comes as near below the finance plan as its rounding allows. Contingency is ten per cent of the subtotal; features and
 * series that a bond company would look at carry two per cent more. The weights move a little from film to film, by seed.
 */
export function topSheet(money: SeedMoney, seed: string): TopSheet {
  const plan = planTotal(money);
  const step = stepFor(plan);
  const bonded = money.shape !== 'short' && money.shape !== 'documentary' && plan >= 1_500_000;
  const load = bonded ? 112 : 110;
  const subtotal = Math.floor((plan * 100) / load / step) * step;
  const source = random(`sheet:${seed}`);
  const weighted = charts[money.shape].map((section) => ({
    name: section.name,
    rows: section.accounts.map(([code, name, weight]) => ({ code, name, weight: seed === 'salt-year' ? weight : weight * (0.86 + source.next() * 0.28) })),
  }));
  const weights = weighted.reduce((sum, section) => sum + section.rows.reduce((inner, row) => inner + row.weight, 0), 0);
  const sections = weighted.map((section) => {
    const rows = section.rows.map(({ code, name, weight }): SheetRow => ({ code, name, amount: Math.round((subtotal * weight) / weights / step) * step }));
    return { name: section.name, rows, total: 0 };
  });
  // Rounding leaves a few steps over or short; production staff absorbs them, as in life.
  const rounded = sections.reduce((sum, section) => sum + section.rows.reduce((inner, row) => inner + row.amount, 0), 0);
  const absorber = sections.flatMap((section) => section.rows).find((row) => row.code === '2000');
  if (!absorber) throw new Error(`the ${money.shape} chart has no account 2000`);
  absorber.amount += subtotal - rounded;
  for (const section of sections) section.total = section.rows.reduce((sum, row) => sum + row.amount, 0);
  const contingency = { percent: 10, amount: Math.floor(subtotal / 10) };
  const bond = bonded ? { percent: 2, amount: Math.floor(subtotal / 50) } : null;
  const total = subtotal + contingency.amount + (bond?.amount ?? 0);
  return { currency: money.currency, sections, subtotal, contingency, bond, total, plan, headroom: plan - total };
}
