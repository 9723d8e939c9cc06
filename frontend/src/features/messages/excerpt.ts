// What is shown of a message that was found: the words that were looked for, and what stands around them.

/** Letters before the first word that was found. */
const BEFORE = 40;
const LENGTH = 200;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Pieces that alternate between plain and found, beginning with plain; at most 200 letters of `text`. */
export function excerptOf(text: string, words: string): string[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const sought = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  if (sought.length === 0) return [line.slice(0, LENGTH)];
  // At the start of a word, as the search compares them.
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sought.toSorted((a, b) => b.length - a.length).map(escaped).join('|')})`, 'giu');
  const first = line.search(pattern);
  // From the beginning of a word, where there is one near.
  const from = first > LENGTH / 2 ? Math.min(first, line.indexOf(' ', first - BEFORE) + 1) : 0;
  const shown = `${from > 0 ? '… ' : ''}${line.slice(from, from + LENGTH)}`;
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: found, index } of shown.matchAll(pattern)) {
    pieces.push(shown.slice(at, index), found);
    at = index + found.length;
  }
  return [...pieces, shown.slice(at)];
}
