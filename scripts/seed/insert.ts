import type pg from 'pg';

const identifier = (name: string): string => {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" is no name of a table or column`);
  return name;
};

/** Inserts rows of one table, all with the same columns, in one statement. Types come from the table itself. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).map(identifier).join(', ');
  await client.query(`INSERT INTO ${identifier(table)} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${identifier(table)}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}
