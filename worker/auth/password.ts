// Passwords: what is accepted, and how one is kept. scrypt of node:crypto (native, off the JavaScript engine) in better-auth's own format;
// bcrypt hashes of accounts that were brought over still verify, and are replaced at the next sign-in.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { compare } from 'bcryptjs';
import { AppError } from '../platform/app-error.ts';
import { isGuessable } from './guessable-passwords.ts';

export const SHORTEST = 10;
export const LONGEST = 128;

const COST = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 64;

/** A hash that no password has: verifying against it takes as long as verifying against a person's. */
const NOBODYS = `${'0'.repeat(32)}:${'0'.repeat(KEY_BYTES * 2)}`;

function derive(password: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** `salt:key`, both hex. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${(await derive(password, salt)).toString('hex')}`;
}

export const isLegacyHash = (hash: string): boolean => hash.startsWith('$2');

/** Whether a password belongs to a hash. `null` (nobody has it) costs the same and is never right. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  if (hash && isLegacyHash(hash)) return compare(password, hash);
  const [salt = '', key = ''] = (hash ?? NOBODYS).split(':');
  const expected = Buffer.from(key, 'hex');
  const given = await derive(password, salt);
  return expected.length === given.length && timingSafeEqual(expected, given) && hash !== null;
}

/** What people see as characters, more or less: code points, so that an emoji is one. */
const lengthOf = (password: string): number => [...password].length;

/** Refuses what is too long to be worth hashing: before anything else is done with it. */
export function requireHashable(password: string, field: string): void {
  if (password.length > LONGEST * 2 || lengthOf(password) > LONGEST) {
    throw new AppError('unprocessable', 'That password is too long.', { fields: { [field]: `At most ${LONGEST} characters.` } });
  }
}

/** Refuses a password that may not be chosen. `about`: words that must not be the whole of it. */
export function requireGoodPassword(password: string, field: string, about: readonly string[] = []): void {
  requireHashable(password, field);
  const plain = password.toLowerCase();
  const isAbout = about.some((word) => word.length > 0 && plain === word.toLowerCase());
  // The list leaves out one key held down, since anyone would think of it.
  const isOneKey = new Set(plain).size < 3 && plain.length < 20;
  if (isAbout || isOneKey || isGuessable(password)) {
    throw new AppError('unprocessable', 'That password is one of those that are tried first.', { fields: { [field]: 'This is one of the passwords that are tried first. Choose another.' } });
  }
  if (lengthOf(password) < SHORTEST) {
    throw new AppError('bad_request', 'That password is too short.', { fields: { [field]: `At least ${SHORTEST} characters.` } });
  }
}
