// Putting a template together: library clauses stay word by word and in the library's order, one's own come after them.
import type { Clause } from '../../../../worker/features/nda-documents/schema.ts';

/** "No filming in Cornwall" becomes "no-filming-in-cornwall": an id that the server takes and that no other clause has. */
export function clauseId(title: string, taken: readonly string[]): string {
  const words = title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 32);
  const base = words.length >= 2 ? words : 'own-clause';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

export interface OwnClause {
  title: string;
  text: string;
  note: string;
}

/** The clauses of a template from what was chosen and what was written. */
export function assembled(library: readonly Clause[], chosen: ReadonlySet<string>, own: readonly OwnClause[]): Clause[] {
  const clauses = library.filter(({ id }) => chosen.has(id));
  for (const { title, text, note } of own) {
    clauses.push({ id: clauseId(title, [...library, ...clauses].map(({ id }) => id)), title: title.trim(), text: text.trim(), note: note.trim(), usual: false, locked: false, when: null });
  }
  return clauses;
}

/** What a template holds, seen against the library. */
export function taken(library: readonly Clause[], clauses: readonly Clause[]): { chosen: Set<string>; own: OwnClause[] } {
  const known = new Set(library.map(({ id }) => id));
  return {
    chosen: new Set(clauses.filter(({ id }) => known.has(id)).map(({ id }) => id)),
    own: clauses.filter(({ id }) => !known.has(id)).map(({ title, text, note }) => ({ title, text, note })),
  };
}
