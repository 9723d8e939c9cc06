// The server's limits, as it states them in schema.ts (limits.test.ts keeps the two together): a page needs the numbers, not the validator.
export const LONGEST_MESSAGE = 8000;
export const CHANGE_WITHIN_MS = 24 * 3_600_000;
export const LONGEST_VOICE_MS = 5 * 60_000;
export const MOST_FILE_BYTES = 25 * 1024 * 1024;
export const MOST_FILES = 10;
/** Messages that can be written to somebody who has not accepted yet. */
export const UNANSWERED_MESSAGES = 3;
