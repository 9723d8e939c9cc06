import pg from 'pg';
import { random } from '../random.ts';
import { settleMarket } from '../market.ts';
import { copyInto } from './copy.ts';
import { withoutIndexes } from './indexes.ts';
import { type BulkTable, type BulkUser, pitchMaker, profileColumns, roleColumns, tableColumns, userColumns, userLines } from './rows.ts';
import { writer } from './sentences.ts';
import { vocabulary } from './vocabulary.ts';

export type BulkOptions = { databaseUrl: string; pitches: number; users: number; seed: string; log(line: string): void };

const CHUNK = 5000;
const tables = Object.keys(tableColumns) as BulkTable[];

/** Adds a large market to a migrated database, in one transaction, the same for the same seed. Running it twice with one seed fails on the ids. */
export async function plantBulk({ databaseUrl, pitches, users, seed, log }: BulkOptions): Promise<void> {
  const started = performance.now();
  const lap = (what: string): void => log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '512MB'`);
    const write = writer(random(`words:${seed}`), vocabulary(seed));
    await withoutIndexes(client, ['users', ...tables], async () => {
      const people = await copyUsers(client, users, seed, write);
      lap(`${users} users`);
      const make = pitchMaker(seed, write, people, pitches);
      for (let from = 0; from < pitches; from += CHUNK) {
        const lines: Record<BulkTable, string[]> = { pitches: [], pitch_protected: [], pitch_team: [], pitch_stats: [], files: [], pitch_media: [] };
        for (let number = from; number < Math.min(pitches, from + CHUNK); number += 1) {
          const made = make(number);
          for (const table of tables) lines[table].push(made[table]);
        }
        for (const table of tables) await copyInto(client, table, tableColumns[table], lines[table].join(''));
        if ((from / CHUNK) % 20 === 19) lap(`${from + CHUNK} pitches`);
      }
      lap(`${pitches} pitches, rows`);
    });
    lap('indexes');
    await settleMarket(client);
    lap('words of the search, trend');
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    lap('done');
  } finally {
    // Ends an open transaction too: the server rolls back what its client leaves behind.
    await client.end();
  }
}

async function copyUsers(client: pg.Client, count: number, seed: string, write: ReturnType<typeof writer>): Promise<BulkUser[]> {
  const source = random(`users:${seed}`);
  const made = Array.from({ length: count }, (_, number) => userLines(source, write, number));
  await copyInto(client, 'users', userColumns, made.map((one) => one.users).join(''));
  await copyInto(client, 'profiles', profileColumns, made.map((one) => one.profiles).join(''));
  await copyInto(client, 'user_roles', roleColumns, made.map((one) => one.roles).join(''));
  return made.map((one) => one.user);
}
