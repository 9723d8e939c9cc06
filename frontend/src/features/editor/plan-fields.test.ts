import { describe, expect, it } from 'vitest';
import { patchOf } from './fields.ts';
import { inCurrency, planToSend, type PlanFields } from './plan-fields.ts';

const row = { kind: 'equity', name: '', amount: 100_00, status: 'sought', note: '' } as const;
const plan: PlanFields = { currency: 'USD', budget: 2_000_00, sources: [row] };

describe('a plan that is being written', () => {
  it('keeps rows without an amount on this device', () => {
    expect(patchOf({ financePlan: { ...plan, sources: [row, { ...row, amount: 0, name: 'Bank' }] } })).toEqual({ financePlan: plan });
  });
  it('is no plan while it has no figure', () => {
    expect(planToSend({ ...plan, budget: null, sources: [{ ...row, amount: 0 }] })).toBeNull();
    expect(patchOf({ financePlan: null })).toEqual({ financePlan: null });
  });
  it('keeps its whole units in another currency', () => {
    expect(inCurrency(plan, 'JPY')).toEqual({ currency: 'JPY', budget: 2_000, sources: [{ ...row, amount: 100 }] });
    expect(inCurrency(inCurrency(plan, 'JPY'), 'EUR')).toEqual({ ...plan, currency: 'EUR' });
  });
});
