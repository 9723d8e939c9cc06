// A tagged template that builds a statement: values become parameters, fragments compose, nothing is ever pasted as text.

/** A statement or a piece of one. `strings` has one element more than `values`, as in a template literal. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && brand.has(value);
}
// A WeakSet rather than a property: a JSON body can carry any property, but never be in here.
const brand = new WeakSet<object>();

function make(strings: readonly string[], values: readonly unknown[]): Sql {
  const made: Sql = { strings, values };
  brand.add(made);
  return made;
}

/** Builds a fragment; an interpolated fragment is spliced in, anything else becomes a parameter. */
export function sql(template: TemplateStringsArray, ...inserts: unknown[]): Sql {
  const strings = [template[0] as string];
  const values: unknown[] = [];
  inserts.forEach((insert, index) => {
    const after = template[index + 1] as string;
    if (isSql(insert)) {
      strings[strings.length - 1] += insert.strings[0] as string;
      insert.values.forEach((value, at) => {
        values.push(value);
        strings.push(insert.strings[at + 1] as string);
      });
      strings[strings.length - 1] += after;
    } else {
      values.push(insert);
      strings.push(after);
    }
  });
  return make(strings, values);
}

/** An empty fragment, for optional parts. */
sql.empty = make([''], []);

/** Joins fragments with a separator that stands in the code, e.g. `sql.join(conditions, ' AND ')`. */
sql.join = (parts: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | ' ' | ' UNION ALL '): Sql =>
  parts.reduce((joined, part, index) => (index === 0 ? part : sql`${joined}${make([separator], [])}${part}`), sql.empty);

/** A quoted identifier. Callers pass a literal union, so that no name can come from a request. */
sql.ident = <const Name extends string>(name: Name & (string extends Name ? never : unknown)): Sql => make([`"${String(name).replaceAll('"', '""')}"`], []);

/** The statement as the driver wants it: `$1`-style placeholders and the list of values. */
export function toStatement(query: Sql): Statement {
  const text = query.strings.reduce((built, part, index) => (index === 0 ? part : `${built}$${index}${part}`), '');
  return { text, values: query.values.map((value) => (value === undefined ? null : value)) };
}
