import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownTitles, type SourceFilm } from './known-titles.ts';
import { importText, MIGRATION } from './write.ts';

const film = (change: Partial<SourceFilm>): SourceFilm => ({ Title: 'Tide', 'Release Date': 'Jun 12 1998', 'Production Budget': 8, 'Worldwide Gross': 2, 'Major Genre': 'Drama', 'Creative Type': null, ...change });

describe('the films of the source', () => {
  it('become rows in cents, with what is not known left open', () => {
    expect(knownTitles([film({ 'Worldwide Gross': 0, 'Production Budget': null })])).toEqual([{ id: 'tide-1998', title: 'Tide', year: 1998, genre: 'Drama', creativeType: null, budget: null, gross: null }]);
    expect(knownTitles([film({})])[0]).toMatchObject({ budget: 800, gross: 200 });
  });

  it('lose the faults that the source is known for', () => {
    expect(knownTitles([film({ Title: 2012, 'Release Date': 'Nov 13 2009' }), film({ Title: 'Secret, The' }), film({ Title: 'Wings', 'Release Date': 'Aug 12 2027' }), film({ Title: null })]).map(({ id, title, year }) => [id, title, year]))
      .toEqual([['2012-2009', '2012', 2009], ['the-secret-1998', 'The Secret', 1998], ['wings-1927', 'Wings', 1927]]);
  });

  it('refuse to share an id', () => expect(() => knownTitles([film({}), film({})])).toThrow('tide-1998'));

  it('are in the migration as the package has them', () => {
    expect(readFileSync(resolve(import.meta.dirname, '..', '..', 'migrations', MIGRATION), 'utf8')).toBe(importText());
  });
});
