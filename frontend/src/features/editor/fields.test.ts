import { describe, expect, it } from 'vitest';
import { changesBetween, merge, patchOf, type Fields } from './fields.ts';

const base: Fields = {
  title: 'Salt Year', logline: 'A', synopsis: 'S', format: 'feature', genres: ['drama'], stage: 'script', budgetBand: 'mid', ask: null, seekingInvestment: false,
  comps: [], tone: '', themes: [], audience: '', whyNow: '', productionPlan: '', details: null, characters: [], team: [], financePlan: null,
  'protected.budgetBreakdown': '', 'protected.financialProjections': '', 'protected.distributionPlan': '', 'protected.marketingStrategy': '', 'protected.contactDetails': '',
};

describe('two people on one pitch', () => {
  it('lose nothing when they change different fields', () => {
    const merged = merge(base, { ...base, logline: 'mine' }, { ...base, synopsis: 'theirs' });
    expect(merged.conflicts).toEqual([]);
    expect(merged.fields).toMatchObject({ logline: 'mine', synopsis: 'theirs' });
  });

  it('see both texts when they change the same field, and mine stays on screen', () => {
    const merged = merge(base, { ...base, logline: 'mine' }, { ...base, logline: 'theirs' });
    expect(merged.fields.logline).toBe('mine');
    expect(merged.conflicts).toEqual([{ field: 'logline', mine: 'mine', theirs: 'theirs' }]);
  });

  it('have no conflict over the same new words', () => {
    expect(merge(base, { ...base, logline: 'same' }, { ...base, logline: 'same' }).conflicts).toEqual([]);
  });
});

describe('a patch', () => {
  it('names only what changed, protected texts under protected', () => {
    const changes = changesBetween(base, { ...base, title: 'Salt', 'protected.contactDetails': 'Call us' });
    expect(patchOf(changes)).toEqual({ title: 'Salt', protected: { contactDetails: 'Call us' } });
  });

  it('leaves rows that are still empty on the device', () => {
    const changes = changesBetween(base, { ...base, team: [{ name: '', role: '', status: 'interested', proofFileId: null }, { name: 'Ada', role: 'Lead', status: 'signed', proofFileId: null }] });
    expect(patchOf(changes)).toEqual({ team: [{ name: 'Ada', role: 'Lead', status: 'signed', proofFileId: null }] });
  });
});
