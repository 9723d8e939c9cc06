// Where the words of a search were found. Only what everyone may read is looked at; a match leaves as pieces of plain text, never as markup.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { AnyWord } from './plan.ts';
import type { Match } from './schema.ts';

// Private-use characters that no font shows; a text that holds them loses them before it is marked.
const [OPEN, CLOSE] = ['\u{E000}', '\u{E001}'] as const;
const WHOLE = `HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}`;
const PASSAGE = `MaxFragments=1, MaxWords=26, MinWords=12, StartSel=${OPEN}, StopSel=${CLOSE}`;

const words = sql`asked.words`;
/** Characters of a synopsis that a passage is cut from, and how many of them stand before its word. */
const [AROUND, BEFORE] = [sql`320`, sql`120`];
const CUT_WORDS = String.raw`^\S*\s+|\s+\S*$`;
const marked = (text: Sql, options: string): Sql => sql`ts_headline('market', translate(${text}, ${OPEN + CLOSE}, ''), ${words}, ${options})`;
const inWeight = (weight: 'a' | 'b' | 'c' | 'd'): Sql => sql`ts_filter(p.search, ${`{${weight}}`}::"char"[]) @@ ${words}`;

/**
 * A passage of the synopsis, cut from around the first word that begins like one of the search: marking a text reads all of it. Where nothing in
 * there is marked (accents, or a longer word with the same beginning), the whole of it is read. The spaces keep whole words at either end.
 */
const passage = sql`(
  SELECT CASE WHEN strpos(near.text, ${OPEN}) > 0 THEN near.text ELSE ${marked(sql`p.synopsis`, PASSAGE)} END
  FROM (
    SELECT ${marked(sql`regexp_replace(substr(' ' || p.synopsis || ' ', greatest(1, regexp_instr(p.synopsis, asked.beginnings, 1, 1, 0, 'i') - ${BEFORE}), ${AROUND}), ${CUT_WORDS}, '', 'g')`, PASSAGE)} AS text OFFSET 0) near)`;

/**
 * `p` is the pitch, `matchTable` is joined. The search vector knows by its weights where a word stands, so that only texts which hold one are read
 * again; a passage is cut only where title and logline hold none: a synopsis is long.
 */
export const matchColumns = sql`
  CASE WHEN ${inWeight('a')} THEN ${marked(sql`p.title`, WHOLE)} END AS "markedTitle",
  CASE WHEN ${inWeight('b')} THEN ${marked(sql`p.logline`, WHOLE)} END AS "markedLogline",
  CASE WHEN ${inWeight('d')} AND NOT ${inWeight('b')} AND NOT to_tsvector('market', p.title) @@ ${words} THEN ${passage} END AS "markedPassage",
  ${inWeight('a')} AND to_tsvector('simple', plain_text(p.people)) @@ ${words} AS "inPeople",
  ${inWeight('c')} AS "inGenres"`;

/** The join that `matchColumns` needs. By itself, or the words would be parsed anew for every column of every row. */
export const matchTable = ({ query, beginnings }: AnyWord): Sql => sql`CROSS JOIN (SELECT ${query} AS words, ${`\\m(?:${beginnings.join('|')})`}::text AS beginnings OFFSET 0) asked`;

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
