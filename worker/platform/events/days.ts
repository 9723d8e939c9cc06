// Tables with a partition a day: made ahead, dropped whole, and an alarm when rows fell between.
import { z } from 'zod';
import { type Queryable, rows, scalar } from '../db/db.ts';
import { sql, type Sql } from '../db/sql.ts';

export const dayTables = ['pitch_views', 'pitch_stats_hourly', 'search_analytics', 'request_logs'] as const;
export type DayTable = (typeof dayTables)[number];

const DAY_MS = 86_400_000;
const AHEAD = 3;

/** UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const hourOf = (at: number): string => `${new Date(at).toISOString().slice(0, 13)}:00:00.000Z`;

const makeDays = (table: DayTable, first: string, last: string): Sql => sql`SELECT make_day_partitions(${table}::regclass, ${first}::date, ${last}::date) AS made`;

const known = new Set<string>();

/** Makes sure that rows of these days have a partition to go to. Asks the database once an isolate, table and day. */
export async function ensureDays(db: Queryable, tables: readonly DayTable[], days: readonly string[], asked: Set<string> = known): Promise<void> {
  const missing = days.flatMap((day) => tables.filter((table) => !asked.has(`${table} ${day}`)).map((table) => ({ table, day })));
  if (missing.length === 0) return;
  for (const { table, day } of missing) {
    await scalar(db, z.int(), makeDays(table, day, day));
    if (asked.size > 1_000) asked.clear();
    asked.add(`${table} ${day}`);
  }
}

const Part = z.object({ table: z.enum(dayTables), part: z.string(), day: z.string().nullable(), bytes: z.int() });
export type Part = z.output<typeof Part>;

/** Every partition; `day` is null for the one that takes strays. */
export const selectParts = (db: Queryable): Promise<Part[]> => rows(db, Part, sql`
  SELECT p.relname AS table, c.relname AS part, to_char(to_date(substring(c.relname FROM '_([0-9]{8})$'), 'YYYYMMDD'), 'YYYY-MM-DD') AS day, pg_total_relation_size(c.oid)::int8 AS bytes
  FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_class c ON c.oid = i.inhrelid
  WHERE p.relname = ANY(${[...dayTables]}::text[]) ORDER BY 1, 3 NULLS LAST`);

/** Rows that came for a day without a partition, by table. */
export async function countStrays(db: Queryable): Promise<{ table: DayTable; rows: number }[]> {
  return rows(db, z.object({ table: z.enum(dayTables), rows: z.int() }), sql.join(dayTables.map((table) => sql`SELECT ${table} AS "table", count(*)::int AS rows FROM ${sql.ident(`${table}_default`)}`), ' UNION ALL '));
}

/** Makes the days ahead of every table. */
export async function makeDaysAhead(db: Queryable, now: number): Promise<number> {
  let made = 0;
  for (const table of dayTables) made += await scalar(db, z.int(), makeDays(table, dayOf(now), dayOf(now + AHEAD * DAY_MS)));
  return made;
}

/** Drops the days of a table before `day`; gives their names. */
export const dropDays = (db: Queryable, table: DayTable, day: string): Promise<string[]> =>
  scalar(db, z.array(z.string()), sql`SELECT drop_day_partitions(${table}::regclass, ${day}::date) AS dropped`);
