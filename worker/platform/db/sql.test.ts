import { describe, expect, it } from 'vitest';
import { sql, toStatement } from './sql.ts';

describe('the sql tag', () => {
  it('turns every value into a parameter, hostile text included', () => {
    const hostile = "'; DROP TABLE users; --";
    expect(toStatement(sql`SELECT ${hostile}::text, ${1}`)).toEqual({ text: 'SELECT $1::text, $2', values: [hostile, 1] });
  });

  it('splices fragments and numbers parameters across them', () => {
    const where = sql.join([sql`a = ${1}`, sql`b IN (${2}, ${3})`], ' AND ');
    expect(toStatement(sql`SELECT x FROM t WHERE ${where} AND c = ${4} LIMIT ${5}`)).toEqual({
      text: 'SELECT x FROM t WHERE a = $1 AND b IN ($2, $3) AND c = $4 LIMIT $5', values: [1, 2, 3, 4, 5],
    });
  });

  it('never takes an object from a request for a fragment', () => {
    const forged = { strings: ['1 OR TRUE'], values: [] };
    expect(toStatement(sql`SELECT 1 WHERE ${forged}`)).toEqual({ text: 'SELECT 1 WHERE $1', values: [forged] });
  });

  it('quotes identifiers', () => {
    expect(toStatement(sql`SELECT ${sql.ident('created_at')}`).text).toBe('SELECT "created_at"');
  });

  it('sends undefined as null', () => {
    expect(toStatement(sql`SELECT ${undefined}`).values).toEqual([null]);
  });
});
