// The database port. Features see this and nothing of the driver.
import type { z } from 'zod';
import type { Sql } from './sql.ts';

export type Row = Record<string, unknown>;
export interface Result {
  rows: Row[];
  /** Rows touched, for INSERT, UPDATE and DELETE. */
  count: number;
}

/** What runs statements: the database, or one transaction of it. */
export interface Queryable {
  /** One statement, one round trip. Throws AppError `conflict` for a mapped constraint and `unavailable` when the database cannot be reached. */
  query(statement: Sql): Promise<Result>;
}

export interface Db extends Queryable {
  /** Several statements in one round trip and one transaction, without reading between them. */
  batch(statements: readonly Sql[]): Promise<Result[]>;
  /** An interactive transaction over its own connection, opened and closed inside the call. Only for read-then-write. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
}

/** Every row, parsed. */
export async function rows<S extends z.ZodType>(db: Queryable, schema: S, statement: Sql): Promise<z.output<S>[]> {
  const result = await db.query(statement);
  return result.rows.map((row) => schema.parse(row));
}

/** At most one row; two or more are a programming error. */
export async function optionalRow<S extends z.ZodType>(db: Queryable, schema: S, statement: Sql): Promise<z.output<S> | null> {
  const found = await rows(db, schema, statement);
  if (found.length > 1) throw new Error(`expected at most one row, got ${found.length}`);
  return found[0] ?? null;
}

/** Exactly one row. */
export async function row<S extends z.ZodType>(db: Queryable, schema: S, statement: Sql): Promise<z.output<S>> {
  const found = await optionalRow(db, schema, statement);
  if (found === null) throw new Error('expected one row, got none');
  return found;
}

/** The single column of exactly one row. */
export async function scalar<S extends z.ZodType>(db: Queryable, schema: S, statement: Sql): Promise<z.output<S>> {
  const { rows: found } = await db.query(statement);
  const values = found.length === 1 ? Object.values(found[0] as Row) : [];
  if (values.length !== 1) throw new Error('expected one row with one column');
  return schema.parse(values[0]);
}

/** A statement whose rows nobody reads; gives the number of rows touched. */
export async function execute(db: Queryable, statement: Sql): Promise<number> {
  return (await db.query(statement)).count;
}
