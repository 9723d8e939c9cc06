// What is known of the words of a search: how common each is, and what an unknown one may have been meant to be. One statement, or none.
import { z } from 'zod';
import { systemClock } from '../../platform/clock.ts';
import { type Queryable, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { WORD } from './queries.ts';
import { nearestWord } from './spelling.ts';

const Candidate = z.object({ word: z.string(), lexeme: z.string(), pitches: z.int(), forms: z.array(z.string()) });

const WordRow = z.object({
  word: z.string(),
  lexeme: z.string().nullable(),
  pitches: z.int().nullable(),
  forms: z.array(z.string()).nullable(),
  begins: z.array(Candidate).nullable(),
  near: z.array(Candidate).nullable(),
});

export interface KnownWord {
  /** Lower case, without accents. */
  word: string;
  /** Null for a stop word such as `the`. */
  lexeme: string | null;
  /** Published pitches it finds, as of the last count; 0 when it is not known. */
  pitches: number;
  known: boolean;
  /** Words of published pitches that share its stem. */
  forms: readonly string[];
  /** Of an unknown word: the most frequent word that begins with it. */
  completion?: KnownWord | undefined;
  /** Of an unknown word: the nearest one. */
  correction?: KnownWord | undefined;
}

/** Known words of this isolate. Their counts are estimates and change by the day; an unknown word may be known the next moment, so none is kept. */
const kept = new Map<string, { word: KnownWord; until: number }>();
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 10_000;

/** Facts on each word, in the order given. What is said of a known word may be five minutes old. */
export async function lookUp(db: Queryable, words: readonly string[]): Promise<KnownWord[]> {
  const now = systemClock.now();
  const held = new Map(words.map((given) => [given, kept.get(given)]));
  const missing = words.filter((given) => (held.get(given)?.until ?? 0) <= now);
  if (missing.length === 0) return words.map((given) => held.get(given)?.word as KnownWord);
  const found = new Map((await readWords(db, missing)).map((word, index) => [missing[index] as string, word]));
  for (const [given, word] of found) {
    if (!word.known) continue;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(given, { word, until: now + KEPT_MS });
  }
  return words.map((given) => (found.get(given) ?? held.get(given)?.word) as KnownWord);
}

const asKnown = (found: z.output<typeof Candidate> | undefined): KnownWord | undefined => found && { ...found, known: true };

async function readWords(db: Queryable, words: readonly string[]): Promise<KnownWord[]> {
  const read = await rows(db, WordRow, sql`SELECT * FROM market_words(${words}::text[], ${WORD})`);
  return read.map(({ word, lexeme, pitches, forms: found, begins, near }) => ({
    word, lexeme, forms: found ?? [], pitches: pitches ?? 0, known: pitches !== null || lexeme === null,
    completion: asKnown(begins?.[0]), correction: asKnown(nearestWord(word, near ?? [])),
  }));
}
