// What the standard fonts of PDF can write: Windows-1252.
const WINDOWS_1252 = /^[\u0020-\u007e\u00a0-\u00ff\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]$/u;
const LETTERS: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', '\t': ' ', '\u2212': '-', '\u202f': ' ', '\u2009': ' ' };

/** Text in signs that every page can show: accents fall where they must, any other sign becomes its code point, e.g. `[U+5C71]`. */
export function printable(text: string): string {
  return [...text.normalize('NFC')].map((sign) => {
    if (WINDOWS_1252.test(sign)) return sign;
    if (LETTERS[sign]) return LETTERS[sign];
    const bare = sign.normalize('NFD').replace(/\p{M}+/gu, '');
    return bare !== sign && [...bare].every((part) => WINDOWS_1252.test(part)) ? bare : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
