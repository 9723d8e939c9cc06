// node scripts/comps/write.ts: writes the films of the installed vega-datasets as a migration. Run it for new data, under a new file name.
import { readFileSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { knownTitles, migrationOf, type SourceFilm } from './known-titles.ts';

export const MIGRATION = '20261123234300_comp_titles__import.sql';

/** The migration's text as the installed package gives it. */
export function importText(): string {
  const manifest = findPackageJSON('vega-datasets', import.meta.url);
  if (!manifest) throw new Error('vega-datasets is not installed: run npm install.');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const films = JSON.parse(readFileSync(join(dirname(manifest), 'data', 'movies.json'), 'utf8')) as SourceFilm[];
  return migrationOf(knownTitles(films), version);
}

if (import.meta.main) writeFileSync(resolve(import.meta.dirname, '..', '..', 'migrations', MIGRATION), importText());
