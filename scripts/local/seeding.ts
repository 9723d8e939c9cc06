import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '../migrate.ts';
import { readJson, writeJson } from './settings.ts';
import { persistDir } from './wrangler.ts';

export type SignIn = { portal: string; email: string; password: string };
type Seed = (options: { databaseUrl: string; persistDir: string; log(line: string): void; configPath: string; vault: { secret: string; origin: string } }) => Promise<{ signIns: SignIn[] }>;
type Options = { root: string; dataDir: string; url: string; seed: boolean; vault: { secret: string; origin: string }; report(line: string): void };

/** Applies pending migrations and, once, the demo data into a database that holds no one yet. Returns the demo accounts. */
export async function prepareDatabase({ root, dataDir, url, seed, vault, report }: Options): Promise<SignIn[]> {
  for (const line of await migrate(url)) if (line.startsWith('Applied')) report(line.toLowerCase());
  const kept = join(dataDir, 'sign-ins.json');
  if (!seed) return [];
  if (await hasUsers(url)) return readJson<SignIn[]>(kept) ?? [];
  const program = join(root, 'scripts', 'seed', 'index.ts');
  if (!existsSync(program)) {
    report('scripts/seed/index.ts is missing: starting without demo data');
    return [];
  }
  report('making the demo data');
  const { seed: run } = (await import(pathToFileURL(program).href)) as { seed: Seed };
  const { signIns } = await run({ databaseUrl: url, persistDir: persistDir(dataDir), log: report, configPath: join(root, 'wrangler.toml'), vault });
  writeJson(kept, signIns);
  return signIns;
}

async function hasUsers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM users LIMIT 1')).rowCount !== 0;
  } finally {
    await client.end();
  }
}
