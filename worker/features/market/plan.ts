// How a search is run: the words as PostgreSQL's tsquery, and how many pitches they may find, which decides how they are ranked.
import type { Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { distinctWords, type Parsed, parseTerms, type Term } from './terms.ts';
import { type KnownWord, lookUp } from './words.ts';

/** Up to so many hits of one word every one is ranked (3 to 10 microseconds each); above, the index knows the best. */
export const FEW_HITS = 200;
/** Up to so many hits of several words every one is ranked; above, only the newest `WINDOW`, give or take those of a week. */
export const EXACT_HITS = 1_500;
export const WINDOW = 400;
/** Fewer hits than this among the newest weeks are no choice: the newest `WINDOW` are looked for wherever they are. */
export const FEWEST = 100;

/** What a word or a phrase fits, word by word: any of these forms; null where any word may stand. */
export type Wanted = readonly (ReadonlySet<string> | null)[];

/** What any of the words of a search fits. */
export interface AnyWord {
  /** A tsquery. */
  query: Sql;
  wanted: readonly Wanted[];
}

export interface SearchPlan {
  /** A tsquery. */
  query: Sql;
  /** Upper estimate. */
  hits: number;
  /** What a search for one word looks for, any of them: its stem and itself. Null for anything else. */
  oneWord: readonly string[] | null;
  /** What is marked in a text. Null when the search only excludes. */
  anyWord: AnyWord | null;
  corrected?: { from: string; to: string };
}

type Lookup = ReadonlyMap<string, KnownWord>;

/** Words that are the same in a query and as keys of the index of the best hits. */
const PLAIN = /^[a-z0-9]+$/;

const of = (words: Lookup, typed: string): KnownWord => words.get(typed) as KnownWord;

/** A word is searched by its stem, and as it stands among titles and names, which are not stemmed. */
function wordQuery({ word, lexeme }: KnownWord): Sql {
  if (lexeme === null || lexeme === word) return sql`plainto_tsquery('simple', ${word})`;
  return sql`(plainto_tsquery('english', ${word}) || plainto_tsquery('simple', ${word}))`;
}

function termQuery(term: Term, words: Lookup): Sql {
  const known = term.words.map((typed) => of(words, typed));
  const phrase = known.map(({ word }) => word).join(' ');
  const query = term.kind === 'phrase' ? sql`(phraseto_tsquery('english', ${phrase}) || phraseto_tsquery('simple', ${phrase}))` : wordQuery(known[0] as KnownWord);
  return term.negated ? sql`!!${query}` : query;
}

const both = (left: Sql, right: Sql): Sql => sql`${left} && ${right}`;
const either = (left: Sql, right: Sql): Sql => sql`${left} || ${right}`;

/** The forms of a term's words. A stop word in a phrase keeps its place, at either end it counts for nothing, and by itself it is a word. */
function wantedOf(term: Term, words: Lookup): Wanted {
  const known = term.words.map((typed) => of(words, typed));
  const [from, to] = [known.findIndex(({ lexeme }) => lexeme !== null), known.findLastIndex(({ lexeme }) => lexeme !== null)];
  if (from < 0) return known.map(({ word }) => new Set([word]));
  return known.slice(from, to + 1).map(({ word, lexeme, forms }) => (lexeme === null ? null : new Set([word, lexeme, ...forms])));
}

/** Stop words say nothing unless there is nothing else: "It" is a title. */
function meaningful(group: readonly Term[], words: Lookup): readonly Term[] {
  const left = group.filter((term) => term.kind === 'phrase' || of(words, term.words[0] as string).lexeme !== null);
  return left.length > 0 ? left : group;
}

/** All terms must fit, so the rarest bounds the hits; a group that only excludes finds nearly everything. */
function hitsOf(group: readonly Term[], words: Lookup): number {
  return Math.min(...group.filter((term) => !term.negated).flatMap((term) => term.words.map((typed) => {
    const word = of(words, typed);
    return word.lexeme === null ? Infinity : word.pitches;
  })));
}

/** A word that may not be typed to its end yet, or has a slip: what finds more was meant. */
const likelier = (completion: KnownWord | undefined, correction: KnownWord | undefined): KnownWord | undefined =>
  (completion && correction && correction.pitches > completion.pitches ? correction : completion ?? correction);

/** Replaces words that are not known by what was probably meant, and says so. */
function corrections(parsed: Parsed, found: readonly KnownWord[], typed: readonly string[]): Map<string, KnownWord> {
  const last = parsed.at(-1)?.at(-1)?.words.at(-1);
  const meant = new Map<string, KnownWord>();
  found.forEach((word, index) => {
    const original = typed[index] as string;
    const replacement = word.known ? undefined : likelier(original === last ? word.completion : undefined, word.correction);
    if (replacement !== undefined) meant.set(original, replacement);
  });
  return meant;
}

const rewrite = (q: string, meant: ReadonlyMap<string, KnownWord>): string => q.replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(word)?.word ?? word);

interface Understood {
  parsed: Parsed;
  /** Words as typed, and as searched: corrected where they are not known. */
  known: Lookup;
  words: Lookup;
  meant: ReadonlyMap<string, KnownWord>;
}

/** What is known of the words of a search, or null when the text has no word in it. */
export async function understand(db: Queryable, q: string): Promise<Understood | null> {
  const parsed = parseTerms(q);
  const typed = distinctWords(parsed);
  if (typed.length === 0) return null;
  const found = await lookUp(db, typed);
  const meant = corrections(parsed, found, typed);
  const known = new Map(typed.map((word, index) => [word, found[index] as KnownWord]));
  return { parsed, known, words: new Map([...known, ...meant]), meant };
}

/** The tsquery of all groups. */
export function wholeQuery(parsed: Parsed, words: Lookup): Sql {
  const groups = parsed.map((group) => meaningful(group, words));
  return sql`(${groups.map((group) => sql`(${group.map((term) => termQuery(term, words)).reduce(both)})`).reduce(either)})`;
}

/** The keys of a search for one word; null for any other. */
function oneWordOf(groups: readonly (readonly Term[])[], words: Lookup): readonly string[] | null {
  const terms = groups.flat();
  const [term] = terms;
  if (!term || terms.length > 1 || term.negated || term.kind === 'phrase') return null;
  const { word, lexeme } = of(words, term.words[0] as string);
  const keys = [...new Set([lexeme ?? word, word])];
  return keys.every((key) => PLAIN.test(key)) ? keys : null;
}

/** The plan of a search, or null when the text has no word in it. */
export async function planSearch(db: Queryable, q: string): Promise<SearchPlan | null> {
  const search = await understand(db, q);
  if (search === null) return null;
  const { parsed, words, meant } = search;
  const groups = parsed.map((group) => meaningful(group, words));
  const wanted = groups.flatMap((group) => group.filter((term) => !term.negated));
  return {
    query: wholeQuery(parsed, words),
    hits: groups.reduce((sum, group) => sum + hitsOf(group, words), 0),
    oneWord: oneWordOf(groups, words),
    anyWord: wanted.length > 0 ? { query: sql`(${wanted.map((term) => termQuery(term, words)).reduce(either)})`, wanted: wanted.map((term) => wantedOf(term, words)) } : null,
    ...(meant.size > 0 && { corrected: { from: q, to: rewrite(q, meant) } }),
  };
}
