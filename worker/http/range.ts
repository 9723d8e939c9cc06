// Range requests (RFC 9110, section 14): one range of bytes. Several at once are allowed to be answered with the whole, and are.

export type Range = { kind: 'whole' } | { kind: 'part'; offset: number; length: number } | { kind: 'unsatisfiable' };

/** What a `Range` header asks of a file of `size` bytes. A header that makes no sense counts as absent. */
export function rangeOf(header: string | undefined, size: number): Range {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', offset: size - length, length };
  }
  const offset = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < offset) return { kind: 'whole' };
  return offset >= size ? { kind: 'unsatisfiable' } : { kind: 'part', offset, length: end - offset + 1 };
}
