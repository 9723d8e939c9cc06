// UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that new rows land at the end of an index.

/** A new id. `now` in ms; the random bits are those of a version 4 UUID, the fastest source of them that the platform has. */
export function uuidv7(now: number): string {
  const time = Math.floor(now).toString(16).padStart(12, '0');
  // Position 15 on: what follows a version 4 UUID's version digit, its variant included.
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${crypto.randomUUID().slice(15)}`;
}
