// What people type, made safe to store and to show: one Unicode form, nothing invisible, nothing that turns the reading direction.

// Controls except tab and newline; soft hyphen, zero-width space, word joiner, BOM; direction marks, embeddings, overrides, isolates.
const UNWANTED = /(?![\t\n])[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
// Joiners shape letters of Persian or Hindi and tie emoji together; beside an ASCII letter or at an edge they only hide.
const LOOSE_JOINER = /(?<!\P{ASCII})[\u200C\u200D]+|[\u200C\u200D]+(?!\P{ASCII})/gu;

function visible(text: string): string {
  return text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNWANTED, '').replace(LOOSE_JOINER, '').normalize('NFC');
}

/** One line: a title, a name. Runs of white space become one space. */
export function cleanLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Paragraphs: line breaks stay, at most one empty line in a row; spaces at the end of lines go. */
export function cleanText(text: string): string {
  return visible(text).replace(/[^\S\n]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
}

/** Lower-case ASCII words joined by hyphens, for addresses; empty when the text has no Latin letter or digit. */
export function slugOf(text: string, maxLength = 60): string {
  const ascii = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/['\u2019]/g, '');
  const words = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.length <= maxLength ? words : words.slice(0, maxLength).replace(/-[^-]*$/, '');
}
