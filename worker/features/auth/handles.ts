// Handles that a new account may get, best first; the statement that inserts the profile takes the first that is free.
import { slugOf } from '../../platform/text.ts';

// Words that would read as ours in an address or a mention.
const RESERVED = new Set(['admin', 'administrator', 'api', 'about', 'help', 'legal', 'mail', 'me', 'moderator', 'official', 'operator', 'pitchey', 'privacy', 'root', 'security', 'staff', 'support', 'system', 'team', 'terms', 'undefined', 'null', 'www']);

export const isReservedHandle = (handle: string): boolean => RESERVED.has(handle.toLowerCase());

/** Up to ten candidates; the last holds 32 random bits. `random` gives hex digits. */
export function handleCandidates(name: string, random: () => string): string[] {
  const slug = slugOf(name, 30);
  const base = slug.length >= 2 && !isReservedHandle(slug) ? slug : `member-${slug}`.replace(/-$/, '');
  const plain = base === 'member' ? [] : [base, ...[2, 3, 4, 5, 6, 7, 8].map((number) => `${base}-${number}`)];
  return [...plain, `${base}-${random()}`];
}
