// better-auth's conditions and columns as SQL fragments. Names come from better-auth's schema and are checked once more here.
import type { CleanedWhere, JoinConfig } from 'better-auth/adapters';
import { sql, type Sql } from '../platform/db/sql.ts';

/** A quoted identifier. Throws for what is no plain name, so that none can ever come from a request. */
export function name(identifier: string): Sql {
  if (!/^[A-Za-z_]\w{0,62}$/.test(identifier)) throw new Error(`not a plain SQL name: ${identifier}`);
  return sql.ident(identifier as 'checked');
}

const likePattern = (value: unknown, before: '' | '%', after: '' | '%'): string => `${before}${String(value).replace(/[\\%_]/g, '\\$&')}${after}`;
const lowered = (value: unknown): unknown => (Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : String(value).toLowerCase());
const isText = (value: unknown): boolean => (Array.isArray(value) ? value.every((one) => typeof one === 'string') : typeof value === 'string');

/** One condition. `column` is already qualified. */
function condition(column: Sql, { operator, value, mode }: CleanedWhere): Sql {
  const insensitive = mode === 'insensitive' && isText(value);
  const left = insensitive ? sql`lower(${column})` : column;
  const right = insensitive ? lowered(value) : value;
  const list = Array.isArray(right) ? right : [right];
  switch (operator) {
    case 'eq': return value === null ? sql`${column} IS NULL` : sql`${left} = ${right}`;
    case 'ne': return value === null ? sql`${column} IS NOT NULL` : sql`${left} <> ${right}`;
    case 'in': return sql`${left} = ANY(${list})`;
    case 'not_in': return sql`${left} <> ALL(${list})`;
    case 'lt': return sql`${column} < ${value}`;
    case 'lte': return sql`${column} <= ${value}`;
    case 'gt': return sql`${column} > ${value}`;
    case 'gte': return sql`${column} >= ${value}`;
    case 'contains': return sql`${left} LIKE ${likePattern(right, '%', '%')}`;
    case 'starts_with': return sql`${left} LIKE ${likePattern(right, '', '%')}`;
    case 'ends_with': return sql`${left} LIKE ${likePattern(right, '%', '')}`;
    default: throw new Error(`unknown operator ${String(operator)}`);
  }
}

/** The WHERE clause: every AND condition, and any of the OR conditions. Empty when there are none. */
export function whereClause(table: string, columnOf: (field: string) => string, where: readonly CleanedWhere[] = []): Sql {
  const made = where.map((one) => ({ any: one.connector === 'OR', part: condition(sql`${name(table)}.${name(columnOf(one.field))}`, one) }));
  const all = made.filter(({ any }) => !any).map(({ part }) => part);
  const some = made.filter(({ any }) => any).map(({ part }) => part);
  const parts = [...all, ...(some.length > 0 ? [sql`(${sql.join(some, ' OR ')})`] : [])];
  return parts.length > 0 ? sql`WHERE ${sql.join(parts, ' AND ')}` : sql.empty;
}

/** A column for each joined model, as JSON, so that a join is still one statement and one row a base row. */
export const joinColumns = (table: string, join: JoinConfig = {}): Sql[] => Object.entries(join).map(([joined, { on, limit, relation }]) => {
  const some = sql`SELECT * FROM ${name(joined)} WHERE ${name(joined)}.${name(on.to)} = ${name(table)}.${name(on.from)}`;
  return relation === 'one-to-one'
    ? sql`(SELECT to_json(found) FROM (${some} LIMIT 1) found) AS ${name(joined)}`
    : sql`(SELECT json_agg(found) FROM (${some} LIMIT ${limit ?? 100}) found) AS ${name(joined)}`;
});

/** `"a" = 1, "b" = 2` */
export const assignments = (values: Record<string, unknown>): Sql[] => Object.entries(values).map(([column, value]) => sql`${name(column)} = ${value}`);
