// Figures as the words of a protected field: aligned columns of plain text, read in a monospaced face.
import type { SeedMoney } from '../content/pitch.ts';
import type { Projection } from './projection.ts';
import type { TopSheet } from './top-sheet.ts';

export const figure = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

const WIDTH = 60;
const row = (label: string, value: string): string => `${label}${' '.repeat(Math.max(2, WIDTH - label.length - value.length))}${value}`;

export function sheetText(sheet: TopSheet, money: SeedMoney): string {
  const head = [`Top sheet, ${sheet.currency}`, money.days ? `${money.days} shoot days` : null, money.episodes && money.episodes > 1 ? `${money.episodes} parts` : null]
    .filter((part) => part !== null)
    .join(', ');
  const sections = sheet.sections.map((section) =>
    [row(section.name, figure(section.total)), ...section.rows.map((account) => row(`  ${account.code} ${account.name}`, figure(account.amount)))].join('\n'),
  );
  const foot = [
    row('Subtotal', figure(sheet.subtotal)),
    row(`Contingency, ${sheet.contingency.percent}%`, figure(sheet.contingency.amount)),
    ...(sheet.bond ? [row(`Completion bond, ${sheet.bond.percent}%`, figure(sheet.bond.amount))] : []),
    row('Total', figure(sheet.total)),
  ].join('\n');
  const plan = [
    'Finance plan',
    ...money.plan.map(([label, status, amount]) => row(`  ${label}, ${status}`, figure(amount))),
    row('Finance plan, total', figure(sheet.plan)),
    row('Headroom', figure(sheet.headroom)),
  ].join('\n');
  return [`${head}.`, ...sections, foot, plan].join('\n\n');
}

export function projectionText(projection: Projection, currency: string): string {
  const column = (value: string): string => value.padStart(13);
  const line = (label: string, values: readonly string[]): string => label.padEnd(34) + values.map(column).join('');
  const cases = projection.cases;
  const money = (of: (one: Projection['cases'][number]) => number): string[] => cases.map((one) => figure(of(one)));
  return [
    `Three cases, ${currency}. Estimates by the producer, not a forecast and not an offer.`,
    '',
    line(
      '',
      cases.map((one) => one.name),
    ),
    line(
      'Receipts, all territories',
      money((one) => one.receipts),
    ),
    line(
      `Sales agent, ${projection.terms.agentPercent}%`,
      money((one) => one.agent),
    ),
    line(
      'Market expenses, capped',
      money((one) => one.expenses),
    ),
    line(
      'Collection account, 1%',
      money((one) => one.collection),
    ),
    line(
      'Loans and advances, with interest',
      money((one) => one.advances),
    ),
    line(
      `Equity, to ${projection.terms.equityPercent}%`,
      money((one) => one.equity),
    ),
    line(
      'Deferments',
      money((one) => one.deferments),
    ),
    line(
      'Profit, investors’ half',
      money((one) => one.investorProfit),
    ),
    line(
      'Profit, producers’ half',
      money((one) => one.producerProfit),
    ),
    line(
      'Equity multiple',
      cases.map((one) => (one.equityIn === 0 ? 'n/a' : `${((one.equity + one.investorProfit) / one.equityIn).toFixed(2)}x`)),
    ),
  ].join('\n');
}
