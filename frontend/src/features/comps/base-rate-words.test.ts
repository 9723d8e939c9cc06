import { describe, expect, it } from 'vitest';
import type { CompContext } from '../../../../worker/features/comps/schema.ts';
import { measureOf } from './api.ts';
import { baseRate, recordOf, sourceLine } from './base-rate-words.ts';

const context: CompContext = {
  films: 'dramas', ofGenre: true, count: 153, unrecorded: 2, since: 1957, medianMultiple: 1.94, quartiles: { lower: 0.6, upper: 4 }, losses: 61, lossShare: 0.4, titles: [], source: 'the table', dataUntil: 2011,
};

describe('the base rate', () => {
  it('names failures, median and quartiles', () => expect(baseRate(context)).toBe(
    'Base rate: of 153 dramas in this band released 1957–2011, 61 took less at the box office than they cost. The median took 1.9 times its budget; half of them lie between 0.6 and 4 times.'));
  it('says nothing where there are too few films', () => {
    expect(baseRate({ ...context, count: 4 })).toBe('No base rate: the source holds only 4 dramas in this band.');
    expect(baseRate({ ...context, count: 0, medianMultiple: null, quartiles: null })).toBe('No base rate: the source holds no dramas in this band.');
  });
  it('says where it is from, how old it is and what is missing', () => expect(sourceLine(context)).toContain('data until 2011; 2 more left no figure.'));
  it('tells what is on record of a film', () => {
    const film = { id: 'x', title: 'X', year: 2000, genre: null };
    expect(recordOf({ ...film, budget: 2_000_000_000, gross: 3_816_478_400 })).toBe('$20,000,000, took 1.9 times that');
    expect(recordOf({ ...film, budget: 100, gross: null })).toBe('$1, gross not on record');
    expect(recordOf({ ...film, budget: null, gross: 5 })).toBeNull();
  });
  it('is about films only', () => {
    const film = { format: 'feature', genres: ['drama'], budgetBand: 'mid', comps: [{ titleId: 'x-2000' }, {}] } as const;
    expect(measureOf(film)).toEqual({ genre: 'drama', budgetBand: 'mid', title: ['x-2000'] });
    expect(measureOf({ ...film, format: 'documentary_feature' })?.genre).toBe('documentary');
    expect([measureOf({ ...film, format: 'limited_series' }), measureOf({ ...film, budgetBand: null }), measureOf({ ...film, genres: [] })]).toEqual([null, null, null]);
  });
});
