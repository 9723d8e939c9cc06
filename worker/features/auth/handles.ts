// Handles that a new account may get, best first; the statement that inserts the profile takes the first that is free.
import { slugOf } from '../../platform/text.ts';
import { isReservedHandle } from './schema.ts';

/** Up to ten candidates; the last holds 32 random bits. `random` gives hex digits. */
export function handleCandidates(name: string, random: () => string): string[] {
  const slug = slugOf(name, 30);
  const base = slug.length >= 2 && !isReservedHandle(slug) ? slug : `member-${slug}`.replace(/-$/, '');
  const plain = base === 'member' ? [] : [base, ...[2, 3, 4, 5, 6, 7, 8].map((number) => `${base}-${number}`)];
  return [...plain, `${base}-${random()}`];
}
