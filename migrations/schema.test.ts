import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpSchema } from '../scripts/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../worker/testing/database.ts';
import { rules, unannouncedContractions, unexplainedIndexes } from './schema-rules.ts';

const folder = import.meta.dirname;
const migrations = readdirSync(folder).filter((name) => name.endsWith('.sql') && name !== 'schema.sql');
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const breaches = async (rule: string): Promise<string[]> => (await client.query<{ breach: string }>(rules[rule] as string)).rows.map(({ breach }) => breach);

describe('the migrations', () => {
  it('make what schema.sql says', async () => {
    expect(await dumpSchema(database.connectionString), 'run node scripts/migrate.ts dump').toBe(readFileSync(join(folder, 'schema.sql'), 'utf8'));
  });

  it('are named <UTC time>_<table>__<what>.sql, each time once', () => {
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.filter((name) => !/^\d{14}_[a-z_]+?__[a-z_]+\.sql$/.test(name))).toEqual([]);
    expect(new Set(migrations.map((name) => name.slice(0, 14))).size).toBe(migrations.length);
  });

  it('go forward only', () => {
    expect(migrations.filter((name) => /--\s*migrate:down\s*\S/s.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });

  it('take nothing away that running code may use, or say why nothing does', () => {
    expect(migrations.flatMap((name) => unannouncedContractions(readFileSync(join(folder, name), 'utf8')).map((line) => `${name}: ${line}`))).toEqual([]);
  });

  it('say of every index which query it serves', async () => {
    const { rows } = await client.query<{ key: string }>(`
      SELECT format('%s(%s)', c.relname, (SELECT string_agg(a.attname, ', ' ORDER BY p.ord) FROM unnest(k.conkey) WITH ORDINALITY AS p(num, ord) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.num)) AS key
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f'`);
    const foreignKeys = new Set(rows.map(({ key }) => key));
    // One that explained itself by a foreign key that is gone says it in the catalogue.
    const told = new Set((await client.query<{ name: string }>("SELECT relname AS name FROM pg_class WHERE relkind = 'i' AND obj_description(oid, 'pg_class') IS NOT NULL")).rows.map(({ name }) => name));
    expect(migrations.flatMap((name) => unexplainedIndexes(readFileSync(join(folder, name), 'utf8'), foreignKeys).filter((index) => !told.has(index)).map((index) => `${name}: ${index}`))).toEqual([]);
  });
});

describe('the schema', () => {
  it.each(Object.keys(rules))('%s', async (rule) => expect(await breaches(rule)).toEqual([]));
});

describe('the rules themselves', () => {
  const planted: [rule: string, sql: string, breach: RegExp][] = [
    ['every foreign key is indexed', 'CREATE TABLE t (id uuid CONSTRAINT t_pkey PRIMARY KEY, user_id uuid CONSTRAINT t_user_id_fkey REFERENCES users (id))', /t\(user_id\): t_user_id_fkey/],
    ['no index repeats another or begins like it', 'CREATE INDEX users_name_idx ON users (name); CREATE INDEX users_name_portal_idx ON users (name, portal)', /users_name_idx .* covered by users_name_portal_idx/],
    ['no index repeats another or begins like it', 'CREATE UNIQUE INDEX users_email_again_key ON users (email)', /is covered by/],
    ['no table is wider than 30 columns', `CREATE TABLE t (${Array.from({ length: 31 }, (_, n) => `c${n} int`).join()})`, /t has 31 columns/],
    ['every table has a primary key', 'CREATE TABLE t (id uuid)', /t has no primary key/],
    ['indexes are named <table>_<columns>_idx, unique ones _key', 'CREATE INDEX by_name ON users (name)', /by_name on users/],
    ['constraints are named after their table', 'ALTER TABLE users ADD CONSTRAINT short CHECK (length(name) < 9999)', /short on users/],
    ['times carry their zone, ids are no counters, text has no length by type', 'CREATE TABLE t (id serial CONSTRAINT t_pkey PRIMARY KEY)', /t\.id is integer/],
    ['times carry their zone, ids are no counters, text has no length by type', 'CREATE TABLE t (at timestamp)', /t\.at is timestamp without time zone/],
    ['money is whole minor units beside its currency', 'ALTER TABLE users ADD paid_amount bigint', /users\.paid_amount/],
    ['the public table of pitches holds no protected field', 'ALTER TABLE pitches ADD budget_breakdown text', /pitches\.budget_breakdown/],
  ];

  it.each(planted)('%s: finds %s', async (rule, sql, breach) => {
    await client.query('BEGIN');
    try {
      await client.query(sql);
      expect((await breaches(rule)).join('\n')).toMatch(breach);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('a statement that takes something away is found, unless it is announced', () => {
    const drop = 'ALTER TABLE users DROP COLUMN name;';
    for (const line of [drop, 'DROP TABLE users;', 'ALTER TABLE users RENAME COLUMN name TO called;', 'ALTER TABLE users ALTER COLUMN image SET NOT NULL;']) expect(unannouncedContractions(`${line}\n`)).toEqual([line]);
    expect(unannouncedContractions(`-- contract: unused since release 4\n${drop}\n`)).toEqual([]);
    expect(unannouncedContractions('CREATE TABLE t (name text NOT NULL);\nALTER TABLE users ADD COLUMN seen date;\n')).toEqual([]);
  });

  it('an index without a word is found, one under a comment or for a foreign key is not', () => {
    const text = 'CREATE INDEX a_idx ON a (b);\n-- the list of one person\nCREATE INDEX c_idx ON c (d);\nCREATE UNIQUE INDEX e_key ON e (f);\n\nCREATE INDEX g_user_id_idx ON g (user_id, at DESC);\n';
    expect(unexplainedIndexes(text, new Set(['g(user_id)']))).toEqual(['a_idx']);
  });
});
