// Suggestions while somebody types: titles and people in which every word begins as typed, and genres. A misspelt word is corrected first.
import { z } from 'zod';
import { AppError } from '../../platform/app-error.ts';
import type { Db } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { type Genre, genres } from '../catalogue/lists.ts';
import type { Suggestions } from './schema.ts';
import { editDistance } from './spelling.ts';
import { lookUp } from './words.ts';

const MOST = 5;
const MOST_WORDS = 6;
/** One letter begins a third of all titles: nothing worth suggesting. */
const SHORTEST = 2;

const TitleRow = z.object({ id: z.string(), slug: z.string(), title: z.string() });
const PersonRow = z.object({ id: z.string(), name: z.string(), handle: z.string() });

/** Genres with a word that begins like the last one typed, or is one slip away from it. */
export function matchingGenres(words: readonly string[]): { value: Genre; label: string }[] {
  const typed = words.at(-1)?.toLowerCase() ?? '';
  if (typed.length < SHORTEST) return [];
  const fits = (word: string): boolean => word.startsWith(typed) || (typed.length >= 4 && editDistance(typed, word.slice(0, Math.max(typed.length, word.length - 1))) <= 1);
  return genres.filter(({ label }) => label.toLowerCase().split(/[^a-z0-9+]+/).some(fits)).slice(0, MOST).map(({ value, label }) => ({ value, label }));
}

/** Every word begins some word of `text`; the expression is the one that the trigram indexes are over. */
const beginsWith = (text: Sql, words: readonly string[]): Sql =>
  sql.join(words.map((word) => sql`(' ' || lower(plain_text(${text}))) LIKE ${`% ${word}%`}`), ' AND ');

export async function suggest(db: Db, q: string): Promise<Suggestions> {
  const typed = [...new Set(q.split(/[^\p{L}\p{N}]+/u).filter(Boolean))].slice(0, MOST_WORDS);
  if (!typed.some((word) => word.length >= SHORTEST)) return { titles: [], people: [], genres: [] };
  const known = await lookUp(db, typed);
  // What some word begins with may still be typed to its end.
  const words = known.map((word) => (word.known || word.completion !== undefined ? word.word : (word.correction?.word ?? word.word)));
  try {
    const [, titles, people] = await db.batch([
      sql`SET LOCAL statement_timeout = 250`,
      sql`SELECT p.id, p.slug, p.title FROM pitches p LEFT JOIN pitch_stats s ON s.pitch_id = p.id
          WHERE p.status = 'published' AND ${beginsWith(sql`p.title`, words)} ORDER BY s.views DESC NULLS LAST, p.published_at DESC, p.id LIMIT ${MOST}`,
      sql`SELECT u.id, u.name, pr.handle FROM users u JOIN profiles pr ON pr.user_id = u.id
          WHERE ${beginsWith(sql`u.name`, words)} AND EXISTS (SELECT FROM pitches p WHERE p.owner_id = u.id AND p.status = 'published') ORDER BY u.name, u.id LIMIT ${MOST}`,
    ]);
    return {
      titles: (titles?.rows ?? []).map((row) => TitleRow.parse(row)),
      people: (people?.rows ?? []).map((row) => PersonRow.parse(row)),
      genres: matchingGenres(words),
    };
  } catch (error) {
    if ((error as { code?: string } | null)?.code !== '57014') throw error;
    throw new AppError('unavailable', 'There are no suggestions just now.', { cause: error, retryAfter: 5 });
  }
}
