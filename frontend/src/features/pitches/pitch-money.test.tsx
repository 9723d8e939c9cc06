import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FinancePlan } from '../../../../worker/features/pitches/finance.schema.ts';
import { sumsOf } from '../../../../worker/features/pitches/finance.sums.ts';
import { samplePitch } from '../../testing/samples.ts';
import { sheetContent } from '../one-sheet/sheet-content.ts';
import { doubtSentence, planLines } from './finance-words.ts';
import { PitchMoney } from './pitch-money.tsx';
import { rungsOf } from './rungs.ts';

const rows: Pick<FinancePlan, 'currency' | 'budget' | 'sources'> = {
  currency: 'USD', budget: 2_499_840_00,
  sources: [{ kind: 'equity', name: '', amount: 1_100_000_00, status: 'sought', note: '' }, { kind: 'grant', name: 'Screen agency', amount: 500_000_00, status: 'committed', note: 'If shot in the north' }, { kind: 'senior_loan', name: '', amount: 900_000_00, status: 'secured', note: '' }],
};
const planOf = (change: Partial<FinancePlan> = {}): FinancePlan => {
  const plan = { ...rows, gate: 'member' as const, ...change };
  return { ...plan, sums: sumsOf(plan) };
};

it('says what is firm and what is sought, the firmest first, with shares and headroom', () => {
  render(<PitchMoney plan={planOf()} />);
  expect(screen.getByText('$2,499,840 budget. $1,400,000 is secured or committed, $1,100,000 is sought.')).toBeTruthy();
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Finance plan: Senior loan $900,000, secured; Screen agency $500,000, committed; Equity $1,100,000, sought');
  const body = within(screen.getByRole('table')).getAllByRole('row').map((row) => row.textContent);
  expect(body).toEqual(['SourceStatusAmountShare', 'Senior loanSecured$900,00036%', 'Screen agencyGrant. If shot in the northCommitted$500,00020%', 'EquitySought$1,100,00044%', 'Total$2,500,000100%', 'Budget$2,499,840', 'Headroom$160']);
});

it('shows what no source covers yet as a hole, not as headroom', () => {
  render(<PitchMoney plan={planOf({ budget: 3_000_000_00 })} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('not yet in the plan $500,000');
  expect(screen.getByRole('row', { name: 'Not yet in the plan $500,000' })).toBeTruthy();
});

it('stands without a budget and without sources', () => {
  const { rerender } = render(<PitchMoney plan={planOf({ budget: null })} />);
  expect(screen.queryByText(/Headroom/)).toBeNull();
  rerender(<PitchMoney plan={planOf({ sources: [] })} />);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('$2,499,840 budget.')).toBeTruthy();
});

it('is on the rung of its own gate, and on a one-sheet only when that is public', () => {
  const member = { ...samplePitch({ financePlan: planOf(), opened: [{ field: 'financePlan', gate: planOf().gate }], locked: [] }), tier: 'nda' as const };
  expect(rungsOf(member).map(({ name, what }) => [name, what])).toEqual([['Public', 'Logline, synopsis, team and ask'], ['Members', 'Finance plan'], ['NDA', 'Nothing more than above']]);
  const on = (gate: FinancePlan['gate']) => sheetContent(samplePitch({ financePlan: planOf({ gate }) })).parts.find(({ title }) => title === 'Money');
  expect(on('member')).toBeUndefined();
  expect(on('public')?.lines).toEqual(['$2,499,840 budget. $1,400,000 is secured or committed, $1,100,000 is sought.']);
});

it('reads as lines in the history, and says what does not fit', () => {
  expect(planLines(rows)).toEqual(['Budget: $2,499,840', 'Equity: $1,100,000, sought', 'Screen agency (grant): $500,000, committed. If shot in the north', 'Senior loan: $900,000, secured']);
  const beside = { currency: 'USD', ask: { amount: 1_000_000_00, kind: 'equity' as const }, budgetBand: 'low' as const };
  expect(doubtSentence({ about: 'ask', amount: 1_100_000_00 }, beside)).toBe('The ask is $1,000,000, but the plan seeks $1,100,000 of it.');
  expect(doubtSentence({ about: 'band', amount: 2_499_840_00 }, beside)).toContain('outside the band “Low, $300k–2m”');
});
