import { describe, expect, it } from 'vitest';
import { editDistance, nearestWord } from './spelling.ts';
import { matchingGenres } from './suggest.ts';
import { parseTerms } from './terms.ts';

describe('editDistance', () => {
  it.each([['salt', 'salt', 0], ['sal', 'salt', 1], ['slat', 'salt', 1], ['', 'ab', 2], ['kitten', 'sitting', 3], ['glasshuose', 'glasshouse', 1]])('%s to %s is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });
});

describe('nearestWord', () => {
  const words = [{ word: 'drama', pitches: 40 }, { word: 'dream', pitches: 90 }, { word: 'interpreter', pitches: 2 }, { word: 'at', pitches: 900 }];
  it.each([['drmaa', 'drama'], ['interperter', 'interpreter'], ['intrepretr', 'interpreter'], ['drexm', 'dream']])('%s was meant to be %s', (typed, meant) => expect(nearestWord(typed, words)?.word).toBe(meant));
  it('prefers fewer slips, then what finds more', () => {
    expect(nearestWord('salx', [{ word: 'salt', pitches: 1 }, { word: 'sale', pitches: 5 }])?.word).toBe('sale');
    expect(nearestWord('saltt', [{ word: 'salt', pitches: 1 }, { word: 'sales', pitches: 500 }])?.word).toBe('salt');
  });
  it.each(['zzzzz', 'ax', 'kestrel'])('leaves %s alone', (typed) => expect(nearestWord(typed, words)).toBeUndefined());
});

describe('parseTerms', () => {
  const shape = (q: string) => parseTerms(q).map((group) => group.map((term) => `${term.negated ? '-' : ''}${term.kind === 'phrase' ? `"${term.words.join(' ')}"` : term.words.join(' ')}`));
  it.each([
    ['salt year', [['salt', 'year']]],
    ['"salt year" -war', [['"salt year"', '-war']]],
    ['salt or year OR war', [['salt'], ['year'], ['war']]],
    ['sci-fi', [['sci', 'fi']]],
    ['"one"', [['one']]],
    ['"never closed', [['"never closed"']]],
    ["O'Brien", [['O', 'Brien']]],
    ['or', []],
    ['or or salt or', [['salt']]],
    ['- & | ! ( ) : * \\ \' < >', []],
    ['a:*&!b|(c', [['a', 'b', 'c']]],
    ['\u041c\u0430\u0440\u0438\u044f 2046', [['\u041c\u0430\u0440\u0438\u044f', '2046']]],
  ])('%s', (q, groups) => expect(shape(q)).toEqual(groups));
  it('takes twelve words at most', () => expect(parseTerms('x '.repeat(500)).flat()).toHaveLength(12));
});

describe('matchingGenres', () => {
  const labels = (...words: string[]) => matchingGenres(words).map(({ label }) => label);
  it.each([['folk', ['Folk horror']], ['hor', ['Contained horror', 'Folk horror', 'Horror', 'Supernatural horror']], ['wetsern', ['Western']], ['d', []], ['xyz', []]])('%s', (word, expected) => expect(labels(word)).toEqual(expected));
});
