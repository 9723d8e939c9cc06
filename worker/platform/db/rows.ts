// How PostgreSQL's types arrive in JavaScript. One table for both drivers, since HTTP and WebSocket parse by different defaults.
import { types } from '@neondatabase/serverless';

const timestamp = (text: string): string => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();

/** int8 as a number (it throws past 2^53, rather than round money), numeric as text, times as ISO 8601 in UTC. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  [20, wholeNumber],
  [1700, (text) => text],
  [1082, (text) => text],
  [1114, timestamp],
  [1184, timestamp],
]);

/** Parser table in the shape both drivers take. */
export const rowTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers.get(oid) ?? types.getTypeParser(oid as 25, format as 'text');
  },
} as unknown as typeof types;
