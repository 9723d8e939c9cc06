import { expect, it } from 'vitest';
import { readersSentence } from './readers-sentence.ts';

it('names whom the owner may know, and counts the rest', () => {
  const people = ['Harriet Osei-Lund', 'Callum Ofori', 'Rafe Bell'].map((name) => ({ userId: name, name }));
  expect(readersSentence({ readers: 0, people: [] })).toBe('');
  expect(readersSentence({ readers: 1 })).toBe('1 person is reading now');
  expect(readersSentence({ readers: 1, people: people.slice(0, 1) })).toBe('Harriet Osei-Lund is reading now');
  expect(readersSentence({ readers: 2, people: people.slice(0, 1) })).toBe('Harriet Osei-Lund and 1 more person are reading now');
  expect(readersSentence({ readers: 5, people })).toBe('Harriet Osei-Lund, Callum Ofori and 3 more people are reading now');
});
