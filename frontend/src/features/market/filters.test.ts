import { describe, expect, it } from 'vitest';
import { activeValues, readFilters, toggle, withoutFacets, withWords, writeFilters } from './filters.ts';

const read = (search: string) => readFilters(new URLSearchParams(search));

describe('readFilters', () => {
  it('reads words, repeated facets and the order', () => {
    expect(read('q=salt&genre=noir&genre=drama&format=feature&sort=newest')).toEqual({ q: 'salt', genre: ['drama', 'noir'], format: ['feature'], sort: 'newest' });
  });
  it('drops what no list holds, doubles and empty words', () => {
    expect(read('q=++&genre=drama&genre=drama&genre=knitting&stage=&sort=cheapest&gate=nda')).toEqual({ genre: ['drama'], sort: 'trending' });
  });
  it('orders by relevance once there are words, and only then', () => {
    expect(read('q=salt').sort).toBe('relevance');
    expect(read('sort=relevance').sort).toBe('trending');
  });
  it('gives one search one key, whatever the order in the address', () => {
    expect(read('genre=noir&genre=drama')).toEqual(read('genre=drama&genre=noir'));
  });
});

describe('writeFilters', () => {
  it.each(['', 'q=salt', 'q=salt&sort=newest', 'format=feature&genre=drama&genre=noir', 'budgetBand=mid&stage=script&seeking=equity&sort=popular'])('"%s" reads back as itself', (search) => {
    expect(writeFilters(read(search)).toString()).toBe(search);
  });
});

describe('changes', () => {
  it('puts a value on and takes it off again', () => {
    const on = toggle(read('genre=noir'), 'genre', 'drama');
    expect(writeFilters(on).toString()).toBe('genre=drama&genre=noir');
    expect(writeFilters(toggle(toggle(on, 'genre', 'drama'), 'genre', 'noir')).toString()).toBe('');
  });
  it('clears facets but keeps the words and a chosen order', () => {
    expect(writeFilters(withoutFacets(read('q=salt&genre=noir&sort=newest'))).toString()).toBe('q=salt&sort=newest');
  });
  it('lets a default order follow the words, and keeps a chosen one', () => {
    expect(writeFilters(withWords(read('genre=noir'), 'salt')).toString()).toBe('q=salt&genre=noir');
    expect(readFilters(writeFilters(withWords(read('q=salt'), '')))).toEqual({ sort: 'trending' });
    expect(writeFilters(withWords(read('q=salt&sort=newest'), '')).toString()).toBe('sort=newest');
  });
  it('lists what is on in the order of the facets', () => {
    expect(activeValues(read('stage=script&genre=noir&format=short'))).toEqual([{ name: 'format', value: 'short' }, { name: 'genre', value: 'noir' }, { name: 'stage', value: 'script' }]);
  });
});
