// What a person typed, as a search understands it: words, "phrases", -without and or. Nothing is an error.

export interface Term {
  kind: 'word' | 'phrase';
  /** As typed, split at whatever is no letter or digit. A word has one. */
  words: string[];
  negated: boolean;
}

/** Any of the groups fits; within a group all terms do. */
export type Parsed = Term[][];

/** Further words narrow nothing that a person would notice, and cost. */
const MOST_WORDS = 12;
const TOKEN = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

export function parseTerms(q: string): Parsed {
  const groups: Parsed = [[]];
  let left = MOST_WORDS;
  for (const [token, minus, quoted, bare] of q.matchAll(TOKEN)) {
    if (token.toLowerCase() === 'or') {
      groups.push([]);
      continue;
    }
    const words = wordsOf(quoted ?? bare ?? '').slice(0, left);
    left -= words.length;
    if (words.length === 0) continue;
    const negated = minus === '-';
    const group = groups.at(-1) as Term[];
    if (quoted !== undefined && words.length > 1) group.push({ kind: 'phrase', words, negated });
    else group.push(...words.map((word): Term => ({ kind: 'word', words: [word], negated })));
  }
  return groups.filter((group) => group.length > 0);
}

/** Every different word of the groups, as typed. */
export const distinctWords = (parsed: Parsed): string[] => [...new Set(parsed.flatMap((group) => group.flatMap((term) => term.words)))];
