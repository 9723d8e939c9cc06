// Budgets as a financier checks them: from the words that are shown, not from the numbers they were made of.
import { describe, expect, it } from 'vitest';
import { budgetBands, currencies, type Currency } from '../../worker/features/catalogue/lists.ts';
import { allPeople, allPitches } from './content/all.ts';
import type { SeedPitch } from './content/pitch.ts';
import { FinancePlanInput } from '../../worker/features/pitches/finance.schema.ts';
import { doubtsOf, sumsOf } from '../../worker/features/pitches/finance.sums.ts';
import { financePlan } from './money/finance-plan.ts';
import { askOf } from './pitch-rows.ts';
import { projection, ranks } from './money/projection.ts';
import { protectedTexts } from './money/protected.ts';
import { planTotal, topSheet } from './money/top-sheet.ts';

/** Roughly what a unit was worth in US dollars in autumn 2026; only to see that a budget stands in the right band. */
const dollars: Partial<Record<Currency, number>> = { USD: 1, EUR: 1.1, GBP: 1.28, CAD: 0.73, AUD: 0.66, JPY: 0.0067, INR: 0.0118 };

const budgeted = allPitches.flatMap((pitch) => (pitch.money ? [[pitch.slug, pitch, pitch.money] as const] : []));
const textOf = (pitch: SeedPitch, field: 'budgetBreakdown' | 'financialProjections'): string | undefined => {
  const owner = allPeople.find((person) => person.handle === pitch.owner);
  return owner && protectedTexts(pitch, owner)[field];
};
const amount = (line: string): number => Number(/(-?[\d,]+)$/.exec(line)?.[1]?.replaceAll(',', ''));
const amountOf = (text: string, label: RegExp): number => amount(text.split('\n').find((line) => label.test(line)) ?? '');

describe('budgets', () => {
  it('there are budgets to check', () => expect(budgeted.length).toBeGreaterThan(50));

  it.each(budgeted)('%s adds up as it is written', (_slug, pitch, money) => {
    const text = textOf(pitch, 'budgetBreakdown') ?? '';
    const blocks = text.split('\n\n');
    const sections = blocks.filter((block) => /^(Above the line|Production|Post|Other)/.test(block));
    expect(sections).toHaveLength(4);
    for (const section of sections) {
      const [head = '', ...accounts] = section.split('\n');
      expect(accounts.map(amount).reduce((sum, one) => sum + one, 0)).toBe(amount(head));
      for (const account of accounts) expect(amount(account)).toBeGreaterThan(0);
    }
    const subtotal = sections.map((section) => amount(section.split('\n')[0] ?? '')).reduce((sum, one) => sum + one, 0);
    expect(amountOf(text, /^Subtotal/)).toBe(subtotal);
    const bond = /^Completion bond/m.test(text) ? amountOf(text, /^Completion bond/) : 0;
    const total = subtotal + amountOf(text, /^Contingency, 10%/) + bond;
    expect(amountOf(text, /^Total/)).toBe(total);
    const plan = money.plan.reduce((sum, [, , part]) => sum + part, 0);
    expect(amountOf(text, /^Finance plan, total/)).toBe(plan);
    const headroom = amountOf(text, /^Headroom/);
    expect(headroom).toBe(plan - total);
    expect(headroom).toBeGreaterThanOrEqual(0);
    expect(headroom).toBeLessThan(plan * 0.005);
  });

  it.each(budgeted.filter(([, , money]) => money.shape === 'fiction'))('%s keeps its above-the-line between a fifth and two fifths', (_slug, pitch, money) => {
    const sheet = topSheet(money, pitch.slug);
    const share = (sheet.sections[0]?.total ?? 0) / sheet.total;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it.each(budgeted)('%s has the plan of its top sheet, which the product accepts and has nothing to say against', (_slug, pitch, money) => {
    const plan = FinancePlanInput.parse(financePlan(pitch));
    const unit = 10 ** (currencies.find(({ value }) => value === money.currency)?.digits ?? NaN);
    expect([sumsOf(plan).total, sumsOf(plan).headroom]).toEqual([planTotal(money) * unit, topSheet(money, pitch.slug).headroom * unit]);
    const doubts = doubtsOf(plan, { ask: askOf(pitch) as Parameters<typeof doubtsOf>[1]['ask'], budgetBand: pitch.budgetBand });
    expect(doubts.filter(({ about }) => about !== 'ask' && about !== 'gap')).toEqual([]);
  });

  it('Salt Year is the worked example', () => {
    const pitch = allPitches.find(({ slug }) => slug === 'salt-year');
    expect(pitch && financePlan(pitch)).toMatchObject({
      currency: 'USD', budget: 249_984_000,
      sources: [
        { kind: 'senior_loan', name: 'Senior loan, presales and credit', status: 'secured' }, { kind: 'grant', name: 'Screen agency grant', status: 'committed' }, { kind: 'gap', status: 'committed' },
        { kind: 'deferment', name: '', status: 'sought' }, { kind: 'equity', name: '', amount: 100_000_000, status: 'sought' },
      ],
    });
  });

  it.each(budgeted)('%s stands in its band', (_slug, pitch, money) => {
    const rate = dollars[money.currency];
    expect(rate).toBeDefined();
    const band = budgetBands.find((one) => one.value === pitch.budgetBand);
    const cents = planTotal(money) * (rate ?? NaN) * 100;
    expect(cents).toBeGreaterThanOrEqual(band?.from ?? NaN);
    expect(cents).toBeLessThan(band?.to ?? Infinity);
  });

  it('Salt Year is the known sheet to the dollar', () => {
    const pitch = allPitches.find((one) => one.slug === 'salt-year');
    if (!pitch?.money) throw new Error('Salt Year has no budget');
    const sheet = topSheet(pitch.money, pitch.slug);
    expect(sheet.sections.map((section) => section.total)).toEqual([606_500, 1_180_000, 297_000, 148_500]);
    expect([sheet.subtotal, sheet.contingency.amount, sheet.bond?.amount, sheet.total, sheet.headroom]).toEqual([2_232_000, 223_200, 44_640, 2_499_840, 160]);
  });

  it('amounts fit a currency that we know', () => {
    for (const [, , money] of budgeted) expect(currencies.map((one) => one.value)).toContain(money.currency);
  });
});

describe('projections', () => {
  const money = {
    currency: 'USD',
    shape: 'fiction',
    kind: 'equity',
    plan: [
      ['Senior loan', 'signed', 100_000],
      ['Grant', 'signed', 50_000],
      ['Deferments', 'proposed', 10_000],
      ['Equity sought', 'open', 200_000],
    ],
  } as const;

  it('rank what is paid back, and leave out what is not', () => expect(ranks(money)).toEqual({ advances: 100_000, equity: 200_000, deferments: 10_000, soft: 50_000 }));

  it('pay in order, each rank in full before the next', () => {
    const [poor, rich] = projection(money, [
      ['poor', 200_000],
      ['rich', 1_000_000],
    ]).cases;
    // 200,000: agent 30,000, expenses 8,000, collection 1,620, loan 108,000; what is left goes to equity, and nothing below it.
    expect(poor).toMatchObject({ agent: 30_000, expenses: 8_000, collection: 1_620, advances: 108_000, equity: 52_380, deferments: 0, investorProfit: 0, producerProfit: 0 });
    // 1,000,000: agent 150,000, expenses capped at three per cent of 360,000, collection one per cent of the rest.
    expect(rich).toMatchObject({
      agent: 150_000,
      expenses: 10_800,
      collection: 8_392,
      advances: 108_000,
      equity: 240_000,
      deferments: 10_000,
      investorProfit: 236_404,
      producerProfit: 236_404,
    });
  });

  it.each(budgeted)('%s: every case adds up to its receipts', (_slug, pitch) => {
    const text = textOf(pitch, 'financialProjections');
    if (text === undefined) return expect(pitch.money?.shape === 'short' || ranks(pitch.money!).equity + ranks(pitch.money!).advances === 0).toBe(true);
    const rows = text
      .split('\n')
      .filter((line) => /\d$/.test(line) && !line.startsWith('Equity multiple'))
      .map((line) =>
        line
          .slice(34)
          .trim()
          .split(/\s+/)
          .map((cell) => Number(cell.replaceAll(',', ''))),
      );
    const [receipts, ...shares] = rows;
    expect(shares).toHaveLength(8);
    expect([0, 1, 2].map((column) => shares.reduce((sum, row) => sum + (row[column] ?? NaN), 0))).toEqual(receipts);
  });
});
