// better-auth on the raw-SQL port. Every operation is one statement; what must happen once (consume, count up) is decided by PostgreSQL.
import { createAdapterFactory, type CustomAdapter, type DBTransactionAdapter } from 'better-auth/adapters';
import type { BetterAuthOptions } from 'better-auth/types';
import type { Db, Queryable, Row } from '../platform/db/db.ts';
import { sql } from '../platform/db/sql.ts';
import { assignments, joinColumns, name, whereClause } from './adapter-sql.ts';

const canBegin = (db: Queryable): db is Db => 'transaction' in db;

function operations(db: Queryable, fieldName: (of: { model: string; field: string }) => string): CustomAdapter {
  const whereOf = (model: string, where: Parameters<CustomAdapter['delete']>[0]['where'] = []) => whereClause(model, (field) => fieldName({ model, field }), where);
  // The rows are the shapes that better-auth asked for by model and column; its types are generic over what only it knows.
  const many = async <T>(statement: ReturnType<typeof sql>): Promise<T[]> => (await db.query(statement)).rows as T[];
  const first = async <T>(statement: ReturnType<typeof sql>): Promise<T | null> => (await many<T>(statement))[0] ?? null;

  const columnsOf = (model: string, select: readonly string[] = [], join: Parameters<typeof joinColumns>[1]) => {
    const own = select.length > 0 ? select.map((field) => sql`${name(model)}.${name(fieldName({ model, field }))}`) : [sql`${name(model)}.*`];
    return sql.join([...own, ...joinColumns(model, join)], ', ');
  };

  /** At most one of the matching rows; a concurrent statement that was first leaves nothing to match. */
  const oneOf = (model: string, where: Parameters<typeof whereOf>[1]) => {
    const id = name(fieldName({ model, field: 'id' }));
    const condition = whereOf(model, where);
    return sql`WHERE ${id} = (SELECT ${id} FROM ${name(model)} ${condition} LIMIT 1 FOR UPDATE)`;
  };

  return {
    async create<T extends Row>({ model, data }: { model: string; data: T }) {
      const columns = Object.keys(data);
      const statement = columns.length === 0
        ? sql`INSERT INTO ${name(model)} DEFAULT VALUES RETURNING *`
        : sql`INSERT INTO ${name(model)} (${sql.join(columns.map(name), ', ')}) VALUES (${sql.join(columns.map((column) => sql`${data[column]}`), ', ')}) RETURNING *`;
      const made = await first<T>(statement);
      if (!made) throw new Error(`INSERT INTO ${model} gave no row`);
      return made;
    },
    findOne: ({ model, where, select, join }) =>
      first(sql`SELECT ${columnsOf(model, select, join)} FROM ${name(model)} ${whereOf(model, where)} LIMIT 1`),
    findMany({ model, where, limit, select, sortBy, offset, join }) {
      const order = sortBy ? sql`ORDER BY ${name(model)}.${name(fieldName({ model, field: sortBy.field }))} ${sortBy.direction === 'desc' ? sql`DESC` : sql`ASC`}` : sql.empty;
      return many(sql`SELECT ${columnsOf(model, select, join)} FROM ${name(model)} ${whereOf(model, where)} ${order} LIMIT ${limit} OFFSET ${offset ?? 0}`);
    },
    update({ model, where, update }) {
      const changes = assignments(update as Row);
      if (changes.length === 0) return first(sql`SELECT * FROM ${name(model)} ${whereOf(model, where)} LIMIT 1`);
      return first(sql`UPDATE ${name(model)} SET ${sql.join(changes, ', ')} ${whereOf(model, where)} RETURNING *`);
    },
    async updateMany({ model, where, update }) {
      const changes = assignments(update);
      return changes.length === 0 ? 0 : (await db.query(sql`UPDATE ${name(model)} SET ${sql.join(changes, ', ')} ${whereOf(model, where)}`)).count;
    },
    async delete({ model, where }) {
      await db.query(sql`DELETE FROM ${name(model)} ${whereOf(model, where)}`);
    },
    deleteMany: async ({ model, where }) => (await db.query(sql`DELETE FROM ${name(model)} ${whereOf(model, where)}`)).count,
    consumeOne: ({ model, where }) => first(sql`DELETE FROM ${name(model)} ${oneOf(model, where)} RETURNING *`),
    incrementOne({ model, where, increment, set }) {
      const steps = Object.entries(increment).map(([column, by]) => sql`${name(column)} = ${name(column)} + ${by}`);
      return first(sql`UPDATE ${name(model)} SET ${sql.join([...steps, ...assignments(set ?? {})], ', ')} ${oneOf(model, where)} RETURNING *`);
    },
    async count({ model, where }) {
      const found = await first<{ total: number }>(sql`SELECT count(*)::int AS total FROM ${name(model)} ${whereOf(model, where)}`);
      return found?.total ?? 0;
    },
  };
}

/**
 * An adapter over a database, or over one transaction of it. Dates travel as ISO 8601 text and JSON as text, since that is what the port
 * takes and gives; better-auth turns them back into its own types.
 */
export const rawSqlAdapter = (db: Queryable) => (options: BetterAuthOptions): ReturnType<ReturnType<typeof createAdapterFactory>> =>
  createAdapterFactory({
    config: {
      adapterId: 'pitchey-raw-sql', adapterName: 'Raw SQL', supportsDates: false, supportsJSON: false, supportsArrays: false, supportsUUIDs: true,
      transaction: canBegin(db)
        ? <R>(work: (tx: DBTransactionAdapter) => Promise<R>) => db.transaction((tx) => work(rawSqlAdapter(tx)(options) as unknown as DBTransactionAdapter))
        : false,
    },
    adapter: ({ getFieldName }) => operations(db, getFieldName),
  })(options);
