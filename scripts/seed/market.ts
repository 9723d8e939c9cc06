import type pg from 'pg';
import { countWeeks, learnAllWords, TREND } from '../../worker/features/market/queries.ts';
import { placeDue } from '../../worker/features/market/trend.ts';
import { sql, toStatement } from '../../worker/platform/db/sql.ts';

/** Counts as the market's own upkeep would find them: pitches with the word or its stem. */
const countWords = sql`
  WITH found AS MATERIALIZED (SELECT word, ndoc FROM ts_stat($$SELECT search FROM pitches WHERE status = 'published'$$))
  UPDATE search_lexemes l SET pitches = greatest(s.ndoc, w.ndoc, 1), counted_at = now()
  FROM search_lexemes k LEFT JOIN found s ON s.word = k.lexeme LEFT JOIN found w ON w.word = k.word
  WHERE k.word = l.word`;

const placeAll = sql`UPDATE pitch_stats s SET trending = ${TREND} FROM pitches p WHERE p.status = 'published' AND s.pitch_id = p.id`;

const EVERYTHING = 100_000_000;

/** What the market keeps about its pitches, for all that are there: the vocabulary of the search with its counts, the weeks, and the trend. */
export async function settleMarket(client: pg.ClientBase): Promise<void> {
  for (const statement of [learnAllWords, countWords, countWeeks, placeAll, placeDue(new Date().toISOString(), EVERYTHING)]) await client.query(toStatement(statement));
}
