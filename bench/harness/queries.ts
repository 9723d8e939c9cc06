// Searches as people type them, drawn from the words that the market knows by how many pitches they find.
import type pg from 'pg';
import { genres } from '../../worker/features/catalogue/lists.ts';
import { seeded } from './stats.ts';

export type Kind = 'rare' | 'mid' | 'common' | 'misspelt';

export interface SearchQuery {
  kind: Kind;
  q: string;
  genre: string | null;
}

/** 40 % rare words (at most one pitch in 500), 30 % mid ones (at most one in 20), 20 % very common ones (at least one in ten), 10 % misspelt; a filter on half. */
export async function searchQueries(client: pg.Client, count: number, seed: number): Promise<SearchQuery[]> {
  const { rows } = await client.query<{ word: string; share: number }>(`
    SELECT DISTINCT ON (lexeme) word, pitches::float8 / (SELECT count(*) FROM pitches WHERE status = 'published') AS share
    FROM search_lexemes WHERE length(word) >= 4 AND pitches > 0 AND lexeme IS NOT NULL ORDER BY lexeme, pitches DESC, word`);
  const random = seeded(seed);
  const pick = <T>(list: readonly T[], what: string): T => {
    if (list.length === 0) throw new Error(`the market knows no ${what} word`);
    return list[Math.floor(random() * list.length)] as T;
  };
  const words = {
    rare: rows.filter(({ share }) => share <= 0.002).map(({ word }) => word),
    mid: rows.filter(({ share }) => share > 0.002 && share <= 0.05).map(({ word }) => word),
    common: rows.filter(({ share }) => share >= 0.1).map(({ word }) => word),
  };
  const known = new Set(rows.map(({ word }) => word));
  const misspelt = (): string => {
    for (;;) {
      const word = pick(words.mid.filter((one) => one.length >= 6), 'long mid');
      const at = 1 + Math.floor(random() * (word.length - 2));
      const slipped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
      if (slipped !== word && !known.has(slipped)) return slipped;
    }
  };
  return Array.from({ length: count }, (_, n) => {
    const kind: Kind = n % 10 < 4 ? 'rare' : n % 10 < 7 ? 'mid' : n % 10 < 9 ? 'common' : 'misspelt';
    return { kind, q: kind === 'misspelt' ? misspelt() : pick(words[kind], kind), genre: Math.floor(n / 10) % 2 === 0 ? pick(genres, 'genre').value : null };
  });
}
