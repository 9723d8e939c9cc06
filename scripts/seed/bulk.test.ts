import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../worker/testing/database.ts';
import { copyLine } from './bulk/copy.ts';
import { plantBulk } from './bulk/plant.ts';
import { writer } from './bulk/sentences.ts';
import { vocabulary, VOCABULARY_SIZE } from './bulk/vocabulary.ts';
import { random } from './random.ts';

const PITCHES = 400;
const USERS = 60;
const databases: TestDatabase[] = [];
const clients: pg.Client[] = [];
const lines: string[] = [];

async function planted(seed: string): Promise<pg.Client> {
  const database = await createTestDatabase();
  databases.push(database);
  const client = new pg.Client({ connectionString: database.connectionString });
  clients.push(client);
  await client.connect();
  await plantBulk({ databaseUrl: database.connectionString, pitches: PITCHES, users: USERS, seed, log: (line) => lines.push(line) });
  return client;
}

const indexes = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ d: string }>(`SELECT indexdef AS d FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`)).rows.map((row) => row.d);
const digest = async (client: pg.Client): Promise<string[]> => {
  const sums: string[] = [];
  for (const table of ['users', 'profiles', 'pitches', 'pitch_protected', 'pitch_team', 'files', 'pitch_media']) {
    const { rows } = await client.query<{ sum: string }>(`SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS sum FROM ${table} t`);
    sums.push(`${table} ${rows[0]?.sum}`);
  }
  return sums;
};

let first: pg.Client;
beforeAll(async () => {
  first = await planted('one');
});
afterAll(async () => {
  for (const client of clients) await client.end();
  for (const database of databases) await database.drop();
});

describe('the bulk market', () => {
  it('has the size it was asked for, and what belongs to each pitch', async () => {
    const { rows } = await first.query(
      `SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM pitches) AS pitches, (SELECT count(*)::int FROM pitch_stats) AS stats, (SELECT count(*)::int FROM pitch_protected) AS texts`,
    );
    expect(rows).toEqual([{ users: USERS, pitches: PITCHES, stats: PITCHES, texts: PITCHES * 5 }]);
    expect(lines.at(-1)).toMatch(/^done: /);
  });

  it('is the same for the same seed, and another for another', async () => {
    const [same, other] = [await planted('one'), await planted('two')];
    expect(await digest(same)).toEqual(await digest(first));
    expect(await digest(other)).not.toEqual(await digest(first));
  });

  it('puts every index back', async () => {
    const empty = await createTestDatabase();
    databases.push(empty);
    const client = new pg.Client({ connectionString: empty.connectionString });
    clients.push(client);
    await client.connect();
    expect(await indexes(first)).toEqual(await indexes(client));
  });

  it('can be searched, and its common words are common', async () => {
    const { rows } = await first.query<{ word: string; pitches: number }>('SELECT word, pitches FROM search_lexemes ORDER BY pitches DESC, word');
    expect(rows.length).toBeGreaterThan(3000);
    expect(rows.at(-1)?.pitches).toBe(1);
    const { rows: hits } = await first.query<{ n: number }>(`SELECT count(*)::int AS n FROM pitches WHERE status = 'published' AND search @@ plainto_tsquery('english', $1)`, [
      rows[0]?.word,
    ]);
    expect(hits[0]?.n).toBeGreaterThanOrEqual(rows[0]?.pitches ?? Infinity);
  });

  it('spends attention as markets do', async () => {
    const { rows } = await first.query<{ views: number }>('SELECT views FROM pitch_stats WHERE views > 0 ORDER BY views DESC');
    const all = rows.reduce((sum, row) => sum + row.views, 0);
    const top = rows.slice(0, Math.ceil(rows.length / 10)).reduce((sum, row) => sum + row.views, 0);
    expect(top / all).toBeGreaterThan(0.3);
  });
});

describe('its language', () => {
  it('has some 20,000 words, none twice', () => {
    const words = vocabulary('one');
    expect(words).toHaveLength(VOCABULARY_SIZE);
    expect(new Set(words).size).toBe(VOCABULARY_SIZE);
    expect(words.filter((word) => !/^[a-z]{2,40}$/.test(word))).toEqual([]);
  });

  it('writes loglines that fit, with articles that fit', () => {
    const write = writer(random('loglines'), vocabulary('one'));
    for (let index = 0; index < 500; index += 1) {
      const logline = write.logline();
      expect(logline.split(' ').length).toBeLessThanOrEqual(60);
      expect(logline).toMatch(/^[A-Z].*\.$/);
      expect(logline).not.toMatch(/undefined|\ba [aeiou]|\ban [^aeiou]/);
      expect(write.title().length).toBeLessThanOrEqual(120);
    }
  });
});

describe('copyLine', () => {
  it('escapes what COPY would read as something else', () => {
    expect(copyLine(['a\tb\\c\nd', null, true, 7, ['x', 'say "y"', 'back\\slash']])).toBe('a\\tb\\\\c\\nd\t\\N\tt\t7\t{"x","say \\\\"y\\\\"","back\\\\\\\\slash"}\n');
  });
});
