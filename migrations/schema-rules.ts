// What every table and index keeps to, each rule a query that gives one sentence a breach. Read from the catalogue, so that it holds whatever a migration says.

const ours = `n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_migrations' AND NOT c.relispartition`;

/** Columns of an index with order and operator class, as PostgreSQL prints them, in an array. */
const indexes = `
  SELECT t.relname AS tab, i.relname AS idx, x.indisunique AS uniq, am.amname AS method, x.indrelid, x.indkey::int2[] AS keys,
    (SELECT array_agg(pg_get_indexdef(x.indexrelid, k, true) || CASE WHEN am.amname = 'btree' AND x.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END ORDER BY k)
       FROM generate_series(1, x.indnkeyatts) AS k) AS cols,
    coalesce(pg_get_expr(x.indpred, x.indrelid), '') AS predicate,
    EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid) AS of_constraint
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_am am ON am.oid = i.relam JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE n.nspname = 'public' AND t.relname <> 'schema_migrations' AND NOT t.relispartition`;

export const rules: Readonly<Record<string, string>> = {
  // Deleting or changing the row referred to would otherwise read the whole table.
  'every foreign key is indexed': `
    SELECT format('%s(%s): %s has no index', c.relname, (SELECT string_agg(a.attname, ', ' ORDER BY p.ord) FROM unnest(k.conkey) WITH ORDINALITY AS p(num, ord)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.num), k.conname) AS breach
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype = 'f' AND ${ours} AND NOT EXISTS (
      SELECT 1 FROM pg_index x WHERE x.indrelid = k.conrelid AND x.indpred IS NULL
        AND (x.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey AND k.conkey @> (x.indkey::int2[])[0:cardinality(k.conkey) - 1])`,

  // 54 groups of duplicates cost every write of the predecessor.
  'no index repeats another or begins like it': `
    WITH i AS (${indexes})
    SELECT format('%s: %s (%s) is covered by %s (%s)', a.tab, a.idx, array_to_string(a.cols, ', '), b.idx, array_to_string(b.cols, ', ')) AS breach
    FROM i a JOIN i b ON a.indrelid = b.indrelid AND a.idx <> b.idx AND a.method = b.method AND a.predicate = b.predicate
    WHERE b.cols[1:cardinality(a.cols)] = a.cols AND (a.method = 'btree' OR cardinality(a.cols) = cardinality(b.cols))
      AND (NOT a.uniq OR (b.uniq AND cardinality(a.cols) = cardinality(b.cols) AND (a.idx > b.idx)))`,

  'no table is wider than 30 columns': `
    SELECT format('%s has %s columns', c.relname, count(*)) AS breach
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND a.attnum > 0 AND NOT a.attisdropped GROUP BY c.relname HAVING count(*) > 30`,

  'every table has a primary key': `
    SELECT format('%s has no primary key', c.relname) AS breach FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')`,

  'indexes are named <table>_<columns>_idx, unique ones _key': `
    WITH i AS (${indexes})
    SELECT format('%s on %s', idx, tab) AS breach FROM i
    WHERE idx !~ ('^' || tab || '_.+_(idx|key)$|^' || tab || '_pkey$') OR (NOT uniq AND idx ~ '_key$') OR (uniq AND NOT of_constraint AND idx ~ '_idx$')`,

  'constraints are named after their table': `
    SELECT format('%s on %s', k.conname, c.relname) AS breach FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND k.contype IN ('p', 'u', 'f', 'c') AND k.conname !~ ('^' || c.relname || CASE k.contype WHEN 'p' THEN '_pkey$' WHEN 'u' THEN '_.+_key$' WHEN 'f' THEN '_.+_fkey$' ELSE '_.+_check$' END)`,

  'times carry their zone, ids are no counters, text has no length by type': `
    SELECT format('%s.%s is %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) AS breach
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND a.attnum > 0 AND NOT a.attisdropped
      AND (format_type(a.atttypid, NULL) IN ('timestamp without time zone', 'time without time zone', 'money', 'character varying', 'character', 'json') OR a.attidentity <> ''
        OR EXISTS (SELECT 1 FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'))`,

  'money is whole minor units beside its currency': `
    SELECT format('%s.%s', c.relname, a.attname) AS breach
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND a.attnum > 0 AND NOT a.attisdropped AND a.attname ~ '(^|_)amount$'
      AND (format_type(a.atttypid, NULL) <> 'bigint' OR NOT EXISTS (SELECT 1 FROM pg_attribute m WHERE m.attrelid = c.oid AND m.attname = replace(a.attname, 'amount', 'currency') AND NOT m.attisdropped))`,

  // A protected field cannot leak from a table that does not hold it.
  'the public table of pitches holds no protected field': `
    SELECT format('pitches.%s', a.attname) AS breach FROM pg_attribute a
    WHERE a.attrelid = 'pitches'::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname IN (SELECT lower(regexp_replace(field, '([A-Z])', '_\\1', 'g')) FROM regexp_split_to_table(
        (SELECT string_agg(pg_get_constraintdef(oid), ' ') FROM pg_constraint WHERE conrelid = 'pitch_protected'::regclass AND contype = 'c'), '[^A-Za-z]+') AS field WHERE field ~ '[a-z][A-Z]')`,
};

/** Indexes of a migration's text that no comment explains, by name. One comment may stand over several; an index that serves a foreign key explains itself by its name. */
export function unexplainedIndexes(migration: string, foreignKeyColumns: ReadonlySet<string>): string[] {
  const lines = migration.split('\n');
  return lines.flatMap((line, at) => {
    const found = /^\s*CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(\w+)(?: ON (?:ONLY )?(\w+)(?: USING \w+)?\s*\((.*)\))?/i.exec(line);
    if (!found) return [];
    const [, name = '', table, columns = ''] = found;
    const leading = columns.split(',').map((column) => column.trim().split(' ')[0] ?? '');
    if (leading.some((_, count) => foreignKeyColumns.has(`${table}(${leading.slice(0, count + 1).join(', ')})`))) return [];
    let above = at - 1;
    while (/^\s*CREATE (?:UNIQUE )?INDEX\b/i.test(lines[above] ?? '')) above -= 1;
    return /^\s*--\s*\S/.test(lines[above] ?? '') ? [] : [name];
  });
}

/**
 * Statements that take something away from code that may still be running, in a migration that does not say why nothing uses it any more: a line
 * `-- contract: <what made it unused, and in which release>`.
 */
export function unannouncedContractions(migration: string): string[] {
  if (/^\s*--\s*contract:\s*\S/m.test(migration)) return [];
  return migration.split('\n').filter((line) => /^\s*(?!--)(?:ALTER TABLE\b.*)?\b(?:DROP (?:TABLE|COLUMN|VIEW)|RENAME (?:TO|COLUMN)|ALTER COLUMN \w+ (?:SET NOT NULL|TYPE))\b/i.test(line) && !/EXECUTE/i.test(line)).map((line) => line.trim());
}
