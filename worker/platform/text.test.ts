import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, slugOf } from './text.ts';

describe('cleanLine', () => {
  it.each([
    ['  a \t\n b  ', 'a b'], ['Cafe\u0301', 'Caf\u00e9'], ['a\u202egnp.exe', 'agnp.exe'], ['a\u200b\ufeff\u2060b', 'ab'], ['a\u0000\u0007\u009bb', 'ab'], ['a\u2028b', 'a b'],
    ['a\u200db', 'ab'], ['\u200dx', 'x'], ['\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'], ['\u{1F469}\u200d\u{1F680}', '\u{1F469}\u200d\u{1F680}'], ['\ud800', '\ufffd'], ['', ''],
  ])('%j becomes %j', (given, expected) => expect(cleanLine(given)).toBe(expected));
});

describe('cleanText', () => {
  it.each([['a\r\nb\rc', 'a\nb\nc'], ['a  \nb', 'a\nb'], ['a\n\n\n\nb', 'a\n\nb'], ['  a\n  b', 'a\n  b']])('%j becomes %j', (given, expected) => expect(cleanText(given)).toBe(expected));
});

describe('slugOf', () => {
  it.each([['Salt Year', 'salt-year'], ["The Interpreter\u2019s Debt", 'the-interpreters-debt'], ['\u00c9t\u00e9 n\u00ba 1', 'ete-no-1'], ['\u6771\u4eac', ''], ['--', ''], [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word']])('%j becomes %j', (given, expected) => expect(slugOf(given)).toBe(expected));
});
