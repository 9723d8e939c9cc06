// What becomes of a change to one field of a draft. Pure: the same field, the same answer.
//
// A change says what it was made from. When that still stands it is taken; when others changed the field meanwhile, what they changed and
// what this change changes are laid side by side, and joined where they lie apart. Where they touch, nobody but a person can tell.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** One text for one value, whatever the order in which it names its parts. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value).filter(([, part]) => part !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => `${JSON.stringify(name)}:${textOf(part)}`).join(',')}}`;
}

export const same = (left: unknown, right: unknown): boolean => left === right || textOf(left) === textOf(right);

/** Of a sequence: what stands from `start` to `end` becomes `items`. */
interface Hunk { start: number; end: number; items: readonly string[] }

/** Cells of the table that finds what two sequences have in common; beyond it the whole middle counts as changed. */
const MOST_CELLS = 1_000_000;

function hunksOf(base: readonly string[], next: readonly string[]): Hunk[] {
  let [head, tail] = [0, 0];
  while (head < base.length && head < next.length && base[head] === next[head]) head += 1;
  while (tail < base.length - head && tail < next.length - head && base[base.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const [rows, columns] = [base.length - head - tail, next.length - head - tail];
  if (rows === 0 && columns === 0) return [];
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS) return [{ start: head, end: head + rows, items: next.slice(head, head + columns) }];
  // Longest common subsequence of what is between, from the end.
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      table[row * width + column] = base[head + row] === next[head + column]
        ? (table[(row + 1) * width + column + 1] as number) + 1
        : Math.max(table[(row + 1) * width + column] as number, table[row * width + column + 1] as number);
    }
  }
  const found: Hunk[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [fromRow, fromColumn] = [row, column];
    while ((row < rows || column < columns) && !(row < rows && column < columns && base[head + row] === next[head + column])) {
      if (column >= columns || (row < rows && (table[(row + 1) * width + column] as number) >= (table[row * width + column + 1] as number))) row += 1;
      else column += 1;
    }
    if (row > fromRow || column > fromColumn) found.push({ start: head + fromRow, end: head + row, items: next.slice(head + fromColumn, head + column) });
    while (row < rows && column < columns && base[head + row] === next[head + column]) { row += 1; column += 1; }
  }
  return found;
}

/** Joins two changes of one sequence, or gives null where they touch. What both changed alike is changed once. */
export function joinSequences(base: readonly string[], left: readonly string[], right: readonly string[]): string[] | null {
  const all = [...hunksOf(base, left).map((hunk) => ({ ...hunk, side: 0 })), ...hunksOf(base, right).map((hunk) => ({ ...hunk, side: 1 }))].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const kept: Hunk[] = [];
  let last: (Hunk & { side: number }) | undefined;
  for (const hunk of all) {
    if (last && last.side !== hunk.side) {
      if (last.start === hunk.start && last.end === hunk.end && same(last.items, hunk.items)) continue;
      // Something that both left alone has to stand between them.
      if (hunk.start <= last.end) return null;
    }
    kept.push(hunk);
    last = !last || hunk.end >= last.end ? hunk : last;
  }
  const joined: string[] = [];
  let at = 0;
  for (const { start, end, items } of kept) {
    for (; at < start; at += 1) joined.push(base[at] as string);
    for (const item of items) joined.push(item);
    at = end;
  }
  return [...joined, ...base.slice(at)];
}

/** Shorter texts are one thing: half of one title and half of another is nobody's title. */
const LONG = 40;
const words = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}'\u2019]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

/** Joins two changes of a text or a list; null where they touch, and for what is not made of parts. */
export function join(base: unknown, left: unknown, right: unknown): Json | null {
  if (typeof base === 'string' && typeof left === 'string' && typeof right === 'string') return base.length < LONG ? null : joinSequences(words(base), words(left), words(right))?.join('') ?? null;
  if (!Array.isArray(base) || !Array.isArray(left) || !Array.isArray(right)) return null;
  return joinSequences(base.map(textOf), left.map(textOf), right.map(textOf))?.map((item) => JSON.parse(item) as Json) ?? null;
}

export type Decision =
  /** It says what stands there already. */
  | { kind: 'same' }
  | { kind: 'taken' }
  /** Both, joined. */
  | { kind: 'joined'; value: Json }
  | { kind: 'conflict' };

/** `base`: what the change was made from; undefined where nobody knows any more. */
export function decide(current: unknown, base: unknown, wanted: unknown): Decision {
  if (same(current, wanted)) return { kind: 'same' };
  if (base === undefined) return { kind: 'conflict' };
  if (same(base, current)) return { kind: 'taken' };
  if (same(base, wanted)) return { kind: 'joined', value: current as Json };
  const joined = join(base, current, wanted);
  return joined === null ? { kind: 'conflict' } : { kind: 'joined', value: joined };
}

/** ms of quiet after which a draft is written to the database, and the longest that it waits. */
export const QUIET_MS = 10_000;
export const LONGEST_MS = 30_000;

/** When what changed is due to be written. `failures` in a row make it wait, at most a minute. */
export function dueAt({ dirtySince, changedAt, failures, failedAt }: { dirtySince: number; changedAt: number; failures: number; failedAt: number }): number {
  const due = Math.min(changedAt + QUIET_MS, dirtySince + LONGEST_MS);
  return failures === 0 ? due : Math.max(due, failedAt + Math.min(60_000, 1000 * 2 ** failures));
}
