import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../../../worker/features/nda-documents/clauses.ts';
import { ClauseId } from '../../../../worker/features/nda-documents/schema.ts';
import { assembled, clauseId, taken } from './clauses.ts';

describe('putting a template together', () => {
  it('gives own clauses ids that the server takes', () => {
    for (const title of ['No filming in Cornwall', '1. Ünusual — words!', '!!', 'a', 'x'.repeat(200)]) expect(ClauseId.safeParse(clauseId(title, [])).success, title).toBe(true);
    expect(clauseId('Law', ['law', 'law-2'])).toBe('law-3');
  });

  it('keeps library clauses word by word in their order, own ones after them as unusual, and comes back the same', () => {
    const own = [{ title: 'No filming in Cornwall', text: 'None.', note: '' }];
    const clauses = assembled(CLAUSES, new Set(['law', 'parties']), own);
    expect(clauses.map(({ id, usual, locked }) => [id, usual, locked])).toEqual([['parties', true, true], ['law', true, true], ['no-filming-in-cornwall', false, false]]);
    expect(clauses[0]).toBe(CLAUSES[0]);
    expect(taken(CLAUSES, clauses)).toEqual({ chosen: new Set(['parties', 'law']), own });
  });
});
