import { changedSpan } from './changed-span.ts';
import { readable } from './readable.ts';

/** One of two values of a field, with the words marked in which it differs from the other. */
export function ChangedWords({ value, other, side }: { value: unknown; other: unknown; side: 'mine' | 'theirs' }) {
  if (typeof value !== 'string' || typeof other !== 'string' || value === '') return <p className="editor__json">{readable(value)}</p>;
  const { before, changed, after } = changedSpan(value, other);
  return <p className="editor__json">{before}<mark className={side === 'mine' ? 'editor__mine' : 'editor__theirs'}>{changed}</mark>{after}</p>;
}
