import { z } from 'zod';
import { type Db, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { type BudgetBand, budgetBands } from '../catalogue/lists.ts';
import type { SourceGenre } from './genres.ts';
import { KnownTitle } from './schema.ts';

const titleColumns = sql`t.id, t.title, t.year, t.genre, t.budget_amount AS budget, t.gross_amount AS gross`;

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Known titles for a text: those that begin with it, then those that hold it, then those that are spelt much like it. */
export const searchTitles = (db: Db, q: string): Promise<KnownTitle[]> => rows(db, KnownTitle, sql`
  SELECT ${titleColumns} FROM comp_titles t
  WHERE t.title ILIKE ${`%${likeText(q)}%`} OR t.title % ${q}
  ORDER BY (t.title ILIKE ${`${likeText(q)}%`}) DESC, (t.title ILIKE ${`%${likeText(q)}%`}) DESC, similarity(t.title, ${q}) DESC, t.gross_amount DESC NULLS LAST, t.id LIMIT 8`);

const Figures = z.object({ count: z.int(), unrecorded: z.int(), since: z.int().nullable(), quartiles: z.array(z.number()).nullable(), losses: z.int() });

function madeLike(genre: SourceGenre | undefined, band: BudgetBand): Sql {
  const { from, to } = budgetBands.find(({ value }) => value === band) as (typeof budgetBands)[number];
  const kind = genre === undefined ? sql.empty : genre.column === 'genre' ? sql`AND t.genre = ${genre.value}` : sql`AND t.creative_type = ${genre.value}`;
  return sql`t.budget_amount >= ${from} AND (${to}::int8 IS NULL OR t.budget_amount < ${to}) ${kind}`;
}

/** What became of the films of a genre and band, and the named titles among all. One round trip. */
export async function selectContext(db: Db, { genre, band, titles }: { genre: SourceGenre | undefined; band: BudgetBand; titles: readonly string[] }): Promise<z.output<typeof Figures> & { titles: KnownTitle[] }> {
  const [figures, known] = await db.batch([
    sql`
      SELECT count(m)::int AS count, (count(*) - count(m))::int AS unrecorded, min(year) FILTER (WHERE m IS NOT NULL) AS since, count(*) FILTER (WHERE m < 1)::int AS losses,
        CASE WHEN count(m) > 0 THEN to_json(percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY m)) END AS quartiles
      FROM (SELECT t.year, t.gross_amount::float8 / t.budget_amount AS m FROM comp_titles t WHERE ${madeLike(genre, band)}) films`,
    sql`SELECT ${titleColumns} FROM comp_titles t WHERE t.id = ANY(${titles}::text[]) ORDER BY array_position(${titles}::text[], t.id)`,
  ]);
  return { ...Figures.parse(figures?.rows[0]), titles: (known?.rows ?? []).map((row) => KnownTitle.parse(row)) };
}
