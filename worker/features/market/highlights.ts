// Where the words of a search were found. Only what everyone may read is looked at; a match leaves as pieces of plain text, never as markup.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { AnyWord, Wanted } from './plan.ts';
import type { Match } from './schema.ts';

/** Words of a passage, and how many of them stand before the first that was found. */
const [MOST_WORDS, LEADING_WORDS] = [26, 8];
/** Endings that leave a stem as it is: forms that the market has not learnt yet. */
const ENDINGS = ['', 's', 'es', 'ed', 'ing'];

/** As PostgreSQL's regular expressions take it; some digits are written with more than digits when they are made plain. */
const literal = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`);

/** A regular expression of PostgreSQL that finds what is wanted where it is written without accents. */
const patternOf = (wanted: readonly Wanted[]): string =>
  `\\m(?:${wanted.map((words) => words.map((forms) => (forms === null ? '\\w+' : `(?:${[...forms].map(literal).join('|')})(?:${ENDINGS.join('|')})`)).join('\\W+')).join('|')})\\M`;

/** What `found_cards` is asked for of a search: the tsquery and the pattern. */
export const matchArguments = ({ query, wanted }: AnyWord): Sql => sql`${query}, ${patternOf(wanted)}::text`;

export const MatchRow = z.object({ people: z.string(), inGenres: z.boolean(), passage: z.string().nullable() });

interface Token { start: number; end: number; plain: string }

const LETTERS: Readonly<Record<string, string>> = { '\u00f8': 'o', '\u0111': 'd', '\u0142': 'l', '\u00df': 'ss', '\u00e6': 'ae', '\u0153': 'oe', '\u00fe': 'th', '\u00f0': 'd', '\u0131': 'i' };
/** As the search has words: lower case, without accents. Nearly every word has none. */
function plainOf(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter);
}

const tokensOf = (text: string): Token[] => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, plain: plainOf(word) }));

/** Forms with every ending, made once a search. */
const ended = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
function withEndings(forms: ReadonlySet<string>): ReadonlySet<string> {
  const held = ended.get(forms) ?? new Set([...forms].flatMap((form) => ENDINGS.map((ending) => form + ending)));
  ended.set(forms, held);
  return held;
}

/** Which of the tokens are words that were wanted; of a phrase, all of its words. */
function foundIn(tokens: readonly Token[], wanted: readonly Wanted[]): Token[] {
  const found = new Set<Token>();
  for (const words of wanted.map((forms) => forms.map((one) => one && withEndings(one)))) {
    for (let at = 0; at + words.length <= tokens.length; at += 1) {
      if (words.every((forms, index) => forms === null || forms.has((tokens[at + index] as Token).plain))) words.forEach((_, index) => found.add(tokens[at + index] as Token));
    }
  }
  return [...found].sort((left, right) => left.start - right.start);
}

/** Pieces that alternate, beginning with what did not match; null when nothing did. */
export function piecesOf(text: string, wanted: readonly Wanted[]): string[] | null {
  const found = foundIn(tokensOf(text), wanted);
  if (found.length === 0) return null;
  return [...found.flatMap(({ start, end }, index) => [text.slice(found[index - 1]?.end ?? 0, start), text.slice(start, end)]), text.slice(found.at(-1)?.end)];
}

/** Whole words around the first one that was found. The text may begin and end in the middle of a word. */
function passageOf(cut: string | null, wanted: readonly Wanted[]): string[] | null {
  const text = (cut ?? '').replace(/^\S*\s+|\s+\S*$/g, '');
  const tokens = tokensOf(text);
  const [first] = foundIn(tokens, wanted);
  if (!first) return null;
  const shown = tokens.slice(Math.max(0, tokens.indexOf(first) - LEADING_WORDS)).slice(0, MOST_WORDS);
  return piecesOf(text.slice(shown[0]?.start, shown.at(-1)?.end), wanted);
}

export function matchOf({ title, logline }: { title: string; logline: string }, { people, inGenres, passage }: z.output<typeof MatchRow>, { wanted }: AnyWord): Match {
  const pieces = { title: piecesOf(title, wanted), logline: piecesOf(logline, wanted) };
  const cut = pieces.title || pieces.logline ? null : passageOf(passage, wanted);
  const found: [Match['fields'][number], boolean][] = [
    ['title', pieces.title !== null], ['people', foundIn(tokensOf(people), wanted).length > 0], ['logline', pieces.logline !== null], ['genres', inGenres], ['synopsis', cut !== null]];
  return { fields: found.filter(([, isThere]) => isThere).map(([field]) => field), ...pieces, passage: cut };
}
