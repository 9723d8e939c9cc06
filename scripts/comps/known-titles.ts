// The films that comps are measured against, from the table `movies` of the npm package vega-datasets (BSD-3-Clause).
import { slugOf } from '../../worker/platform/text.ts';

/** A line of the source, as far as we use it. Amounts in US dollars; a gross of 0 stands for "not recorded" there. */
export interface SourceFilm {
  Title: string | number | null;
  'Release Date': string;
  'Production Budget': number | null;
  'Worldwide Gross': number | null;
  'Major Genre': string | null;
  'Creative Type': string | null;
}

/** A row of comp_titles. Amounts in US cents, null where the source has none. */
export interface KnownTitle {
  id: string;
  title: string;
  year: number;
  genre: string | null;
  creativeType: string | null;
  budget: number | null;
  gross: number | null;
}

/** The newest release in the source is of 2011; what is dated later had a two-digit year that was read as of this century. */
const NEWEST = 2011;

const cents = (dollars: number | null): number | null => (dollars ? dollars * 100 : null);
/** "Secret, The" is filed for an alphabet; people look for "The Secret". */
const spoken = (title: string): string => title.replace(/^(.+), (The|A|An)$/, '$2 $1').trim();

/** Rows in the order of their ids. A film without a title is left out; two with the same id are an error, as the id is what pitches refer to. */
export function knownTitles(films: readonly SourceFilm[]): KnownTitle[] {
  const known = films.flatMap((film): KnownTitle[] => {
    if (film.Title === null) return [];
    const title = spoken(String(film.Title));
    const dated = Number(film['Release Date'].slice(-4));
    const year = dated > NEWEST ? dated - 100 : dated;
    if (!Number.isInteger(year) || year < 1888) throw new Error(`${title} has no year: ${film['Release Date']}`);
    return [{
      id: `${slugOf(title, 100) || 'film'}-${year}`, title, year, genre: film['Major Genre'], creativeType: film['Creative Type'],
      budget: cents(film['Production Budget']), gross: cents(film['Worldwide Gross']),
    }];
  }).sort((left, right) => (left.id < right.id ? -1 : 1));
  const twice = known.find(({ id }, at) => known[at + 1]?.id === id);
  if (twice) throw new Error(`two films have the id ${twice.id}`);
  return known;
}

const text = (value: string | null): string => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);

/** The migration that brings them into a database. */
export function migrationOf(films: readonly KnownTitle[], version: string): string {
  const years = films.map(({ year }) => year);
  const rows = films.map(({ id, title, year, genre, creativeType, budget, gross }) => `(${[text(id), text(title), year, text(genre), text(creativeType), budget ?? 'NULL', gross ?? 'NULL'].join(', ')})`);
  return `-- migrate:up
-- Written by scripts/comps/write.ts from vega-datasets ${version}, data/movies.json (BSD-3-Clause; the notice is in docs/data/vega-datasets.md):
-- ${films.length} films, released ${Math.min(...years)} to ${Math.max(...years)}, figures as collected around 2011, in dollars of their day.
INSERT INTO comp_titles (id, title, year, genre, creative_type, budget_amount, gross_amount) VALUES
${rows.join(',\n')};

-- migrate:down
`;
}
