// The plan of a seeded pitch as the product keeps it: the same rows that its top sheet ends with, in minor units.
import { currencies } from '../../../worker/features/catalogue/lists.ts';
import type { FinancePlanInput } from '../../../worker/features/pitches/finance.schema.ts';
import { financeKinds, type FinanceKind, type FinanceStatus } from '../../../worker/features/pitches/lists.ts';
import type { SeedMoney, SeedPitch, Source } from '../content/pitch.ts';
import { topSheet } from './top-sheet.ts';

const statuses: Record<Source[1], FinanceStatus> = { signed: 'secured', conditional: 'committed', proposed: 'sought', open: 'sought' };

const byName: readonly (readonly [RegExp, FinanceKind])[] = [
  [/deferment/i, 'deferment'], [/senior loan/i, 'senior_loan'], [/mezzanine/i, 'mezzanine'], [/\bgap\b/i, 'gap'], [/\bequity\b|own means/i, 'equity'],
  [/credit|rebate|incentive|offset|shelter|stimulus/i, 'tax_credit'], [/presale|broadcaster|streamer|licence|television|platform|guarantee/i, 'presale'],
  [/co-produc|partner|committee/i, 'co_production'], [/fund|agency|institute|centre|foundation|commission|scheme|programme|region|state|philanthropy|grant|advance on receipts/i, 'grant'],
];

function kindOf([label, status]: Source, { kind }: SeedMoney): FinanceKind {
  if (status === 'open') return financeKinds.find(({ value }) => value === kind)?.value ?? 'other';
  return byName.find(([name]) => name.test(label))?.[1] ?? 'other';
}

/** Null for a pitch without money yet. */
export function financePlan({ money, slug }: SeedPitch): FinancePlanInput | null {
  if (!money) return null;
  const minor = 10 ** (currencies.find(({ value }) => value === money.currency)?.digits ?? 2);
  const sources = money.plan.map((source): FinancePlanInput['sources'][number] => {
    const kind = kindOf(source, money);
    const name = source[0].replace(/ sought$/, '');
    const isKind = financeKinds.some(({ value, label }) => value === kind && label.toLowerCase() === name.toLowerCase());
    return { kind, name: isKind ? '' : name, amount: source[2] * minor, status: statuses[source[1]], note: '' };
  });
  return { currency: money.currency, budget: topSheet(money, slug).total * minor, sources };
}
