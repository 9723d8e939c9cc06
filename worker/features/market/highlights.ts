// Where the words of a search were found. Only what everyone may read is looked at; a match leaves as pieces of plain text, never as markup.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Match } from './schema.ts';

// Private-use characters that no font shows; a text that holds them loses them before it is marked.
const [OPEN, CLOSE] = ['\u{E000}', '\u{E001}'] as const;
const WHOLE = `HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}`;
const PASSAGE = `MaxFragments=1, MaxWords=26, MinWords=12, StartSel=${OPEN}, StopSel=${CLOSE}`;

const words = sql`asked.words`;
const marked = (text: Sql, options: string): Sql => sql`ts_headline('market', translate(${text}, ${OPEN + CLOSE}, ''), ${words}, ${options})`;
const inWeight = (weight: 'a' | 'b' | 'c' | 'd'): Sql => sql`ts_filter(p.search, ${`{${weight}}`}::"char"[]) @@ ${words}`;

/**
 * `p` is the pitch, `matchTable` is joined. The search vector knows by its weights where a word stands, so that only texts which hold one are read
 * again; a passage is cut only where title and logline hold none: a synopsis is long.
 */
export const matchColumns = sql`
  CASE WHEN ${inWeight('a')} THEN ${marked(sql`p.title`, WHOLE)} END AS "markedTitle",
  CASE WHEN ${inWeight('b')} THEN ${marked(sql`p.logline`, WHOLE)} END AS "markedLogline",
  CASE WHEN ${inWeight('d')} AND NOT ${inWeight('b')} AND NOT to_tsvector('market', p.title) @@ ${words} THEN ${marked(sql`p.synopsis`, PASSAGE)} END AS "markedPassage",
  ${inWeight('a')} AND to_tsvector('simple', plain_text(p.people)) @@ ${words} AS "inPeople",
  ${inWeight('c')} AS "inGenres"`;

/** The join that `matchColumns` needs. By itself, or the words would be parsed anew for every column of every row. */
export const matchTable = (anyWord: Sql): Sql => sql`CROSS JOIN (SELECT ${anyWord} AS words OFFSET 0) asked`;

export const MatchRow = z.object({ markedTitle: z.string().nullable(), markedLogline: z.string().nullable(), markedPassage: z.string().nullable(), inPeople: z.boolean(), inGenres: z.boolean() });

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
