// The vocabulary of published pitches, which the search corrects misspelt words by. Pitches teach it their words when they are published.
import { type Sql, sql } from '../../platform/db/sql.ts';

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
