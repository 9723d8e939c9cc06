// The vocabulary of published pitches, which the search corrects misspelt words by. Pitches teach it their words when they are published.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { trendWeights } from './lists.ts';
import type { FacetName } from './schema.ts';

/** The tag of a filter's value, as the generated column has it. */
export const tagOf = (facet: FacetName, value: string): string => (facet === 'genre' ? value : `${facet}:${value}`);

/** A word worth correcting to: letters only, as the text search's parser gives them. */
export const WORD = '^[a-z]{3,40}$';

/** Adds the words of a published pitch that are not known yet; their counts come with the next refresh. Run it where the pitch is published or changed. */
export const learnWords = (pitchId: string): Sql => sql`
  INSERT INTO search_lexemes (word, lexeme, pitches)
  SELECT w.word, l.lexeme, 1
  FROM pitches p,
    unnest(tsvector_to_array(to_tsvector('simple', plain_text(concat_ws(' ', p.title, p.people, p.logline, plain_words(p.themes), p.synopsis))))) AS w(word),
    unnest(ts_lexize('english_stem', w.word)) AS l(lexeme)
  WHERE p.id = ${pitchId} AND p.status = 'published' AND w.word ~ ${WORD}
  ORDER BY w.word
  ON CONFLICT (word) DO NOTHING`;

const { likes, watchers, comments, halfLifeDays } = trendWeights;

/**
 * The trend of a pitch: interest that halves every week, in views (`trendWeights`). Written as a logarithm, points / 2^(weeks since
 * publication) keeps its order while time passes, so a row changes only when its counters do.
 * `s` are the counters, `p` is the pitch.
 */
export const TREND = sql`round((ln((1 + s.views + ${likes}::int * s.likes + ${watchers}::int * s.watchers + ${comments}::int * s.comments)::float8) / ln(2.0::float8)
  + extract(epoch FROM p.published_at)::float8 / ${halfLifeDays * 86_400}::float8)::numeric, 6)::float8`;

/** Gives a pitch its place among the trending ones; run it where the pitch is published. */
export const placeInTrend = (pitchId: string): Sql => sql`
  UPDATE pitch_stats s SET trending = ${TREND} FROM pitches p WHERE p.id = ${pitchId} AND p.status = 'published' AND s.pitch_id = p.id`;

/** How many pitches came out in each week, anew. What a week has lost or won since is only looked for a little further back. */
export const countWeeks = sql`
  WITH counted AS (SELECT (market_weeks(published_at))[1] AS week, count(*)::int AS pitches FROM pitches WHERE status = 'published' GROUP BY 1),
  gone AS (DELETE FROM published_weeks w WHERE NOT EXISTS (SELECT FROM counted c WHERE c.week = w.week))
  INSERT INTO published_weeks (week, pitches) SELECT week, pitches FROM counted
  ON CONFLICT (week) DO UPDATE SET pitches = excluded.pitches WHERE published_weeks.pitches <> excluded.pitches`;

/** Every word of every published pitch at once, with counts: after a bulk load, over a connection that may take minutes. */
export const learnAllWords = sql`
  INSERT INTO search_lexemes (word, lexeme, pitches)
  SELECT w.word, l.lexeme, w.ndoc
  FROM ts_stat($$SELECT to_tsvector('simple', plain_text(concat_ws(' ', title, people, logline, plain_words(themes), synopsis))) FROM pitches WHERE status = 'published'$$) w,
    unnest(ts_lexize('english_stem', w.word)) AS l(lexeme)
  WHERE w.word ~ ${WORD}
  ON CONFLICT (word) DO UPDATE SET pitches = excluded.pitches, counted_at = NULL`;
