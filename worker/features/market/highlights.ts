// Where the words of a search were found. Only what everyone may read is looked at; a match leaves as pieces of plain text, never as markup.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Match } from './schema.ts';

// Private-use characters that no font shows; a text that holds them loses them before it is marked.
const [OPEN, CLOSE] = ['\u{E000}', '\u{E001}'] as const;
const WHOLE = `HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}`;
const PASSAGE = `MaxFragments=1, MaxWords=26, MinWords=12, StartSel=${OPEN}, StopSel=${CLOSE}`;

/** `p` is the pitch. The passage is cut only where title and logline hold no word: a synopsis is long. */
export function matchColumns(anyWord: Sql): Sql {
  const marked = (text: Sql, options: string): Sql => sql`ts_headline('market', translate(${text}, ${OPEN + CLOSE}, ''), ${anyWord}, ${options})`;
  return sql`
    ${marked(sql`p.title`, WHOLE)} AS "markedTitle", ${marked(sql`p.logline`, WHOLE)} AS "markedLogline",
    CASE WHEN NOT to_tsvector('market', p.title || ' ' || p.logline) @@ ${anyWord} THEN ${marked(sql`p.synopsis`, PASSAGE)} END AS "markedPassage",
    ${matchedFields(anyWord)}`;
}

/** Of the fields that are not shown word by word. */
const matchedFields = (anyWord: Sql): Sql => sql`
  to_tsvector('simple', plain_text(p.people)) @@ ${anyWord} AS "inPeople",
  to_tsvector('english', plain_words(p.genres) || ' ' || plain_text(plain_words(p.themes))) @@ ${anyWord} AS "inGenres"`;

export const MatchRow = z.object({ markedTitle: z.string(), markedLogline: z.string(), markedPassage: z.string().nullable(), inPeople: z.boolean(), inGenres: z.boolean() });

/** Pieces that alternate, beginning with what did not match; null when nothing did. */
export function piecesOf(marked: string | null): string[] | null {
  const pieces = (marked ?? '').split(/[\u{E000}\u{E001}]/u);
  return pieces.length > 1 ? pieces : null;
}

export function matchOf({ markedTitle, markedLogline, markedPassage, inPeople, inGenres }: z.output<typeof MatchRow>): Match {
  const [title, logline, passage] = [piecesOf(markedTitle), piecesOf(markedLogline), piecesOf(markedPassage)];
  const found: [Match['fields'][number], boolean][] = [['title', title !== null], ['people', inPeople], ['logline', logline !== null], ['genres', inGenres], ['synopsis', passage !== null]];
  return { fields: found.filter(([, isThere]) => isThere).map(([field]) => field), title, logline, passage };
}
