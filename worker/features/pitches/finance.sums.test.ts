import { describe, expect, it } from 'vitest';
import { doubtsOf, type Plan, sumsOf } from './finance.sums.ts';

/** A film of 2,499,840 that 2,500,000 were found for: the worked example of a top sheet. In cents. */
const plan: Plan = {
  currency: 'USD', budget: 2_499_840_00,
  sources: [
    { kind: 'senior_loan', status: 'secured', amount: 900_000_00 }, { kind: 'grant', status: 'committed', amount: 300_000_00 }, { kind: 'gap', status: 'committed', amount: 200_000_00 },
    { kind: 'deferment', status: 'sought', amount: 100_000_00 }, { kind: 'equity', status: 'sought', amount: 1_000_000_00 },
  ],
};
const fitting = { ask: { amount: 1_000_000_00, currency: 'USD', kind: 'equity' as const }, budgetBand: 'mid' as const };

describe('the sums of a finance plan', () => {
  it('add up to a headroom of 160', () => {
    expect(sumsOf(plan)).toEqual({ secured: 900_000_00, committed: 500_000_00, sought: 1_100_000_00, total: 2_500_000_00, headroom: 160_00 });
    expect(doubtsOf(plan, fitting)).toEqual([]);
  });
  it('go below zero where the sources fall short, and say nothing of headroom without a budget', () => {
    expect(sumsOf({ ...plan, budget: 2_600_000_00 }).headroom).toBe(-100_000_00);
    expect(sumsOf({ ...plan, budget: null }).headroom).toBeNull();
    expect(sumsOf({ ...plan, sources: [] })).toEqual({ secured: 0, committed: 0, sought: 0, total: 0, headroom: -2_499_840_00 });
  });
});

describe('what does not fit', () => {
  it.each<[string, Partial<Plan>, object, unknown]>([
    ['sources short of the budget', { budget: 2_600_000_00 }, {}, [{ about: 'short', amount: 100_000_00 }]],
    ['far more than the budget', { budget: 2_200_000_00 }, {}, [{ about: 'over', amount: 300_000_00 }]],
    ['an ask that the plan does not seek', {}, { ask: { ...fitting.ask, amount: 900_000_00 } }, [{ about: 'ask', amount: 1_000_000_00 }]],
    ['an ask of a kind without a row, against all that is sought', {}, { ask: { ...fitting.ask, kind: 'bridge' } }, [{ about: 'ask', amount: 1_100_000_00 }]],
    ['an ask for all that is sought', {}, { ask: { ...fitting.ask, kind: 'bridge', amount: 1_100_000_00 } }, []],
    ['loans on unsold territories beyond a fifth', { sources: plan.sources.map((source) => (source.kind === 'grant' ? { ...source, kind: 'mezzanine' } : source)), budget: 2_400_000_00 }, {}, [{ about: 'gap', amount: 500_000_00 }]],
    ['a budget outside its band', {}, { budgetBand: 'low' }, [{ about: 'band', amount: 2_499_840_00 }]],
    ['no band for another currency', { currency: 'EUR' }, { budgetBand: 'low', ask: null }, []],
    ['nothing to say before there is a source', { sources: [] }, { ask: fitting.ask }, []],
    ['nothing without a budget', { budget: null }, { ask: null, budgetBand: 'micro' }, []],
  ])('%s', (_what, change, context, expected) => expect(doubtsOf({ ...plan, ...change }, { ...fitting, ...context })).toEqual(expected));
});
