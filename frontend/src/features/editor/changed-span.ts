// Where two texts differ: what they share at both ends is cut to a few words, what lies between is the change.

const CONTEXT = 60;

/** `text` split around the part in which it differs from `other`, at word borders. */
export function changedSpan(text: string, other: string): { before: string; changed: string; after: string } {
  const words = text.split(/(?<=\s)/);
  const others = other.split(/(?<=\s)/);
  let start = 0;
  while (start < words.length && start < others.length && words[start] === others[start]) start += 1;
  let end = 0;
  while (end < words.length - start && end < others.length - start && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  const before = words.slice(0, start).join('');
  const after = words.slice(words.length - end).join('');
  return {
    before: before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before,
    changed: words.slice(start, words.length - end).join(''),
    after: after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after,
  };
}
