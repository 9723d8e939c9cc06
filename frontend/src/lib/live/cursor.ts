// Where a person's stream stands in this browser. What is committed below it is in every answer asked for after it was written, so a
// new page goes on from here and misses nothing.
const key = 'pitchey-live';

interface Kept {
  userId: string;
  seq: number;
}

function read(): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const isKept = typeof kept === 'object' && kept !== null && 'userId' in kept && 'seq' in kept && typeof kept.userId === 'string' && typeof kept.seq === 'number';
    return isKept ? { userId: kept.userId as string, seq: kept.seq as number } : null;
  } catch {
    return null; // closed or broken storage: the page then starts at the present and asks for everything once
  }
}

/** As it stood when the page began, before anything was asked for: what other tabs write later may be ahead of what this page shows. */
let ownKept = read();

export const ownCursor = (userId: string): number | null => (ownKept?.userId === userId ? ownKept.seq : null);

/** Several tabs write; it never moves back. */
export function keepCursor(userId: string, seq: number): void {
  ownKept = { userId, seq };
  const kept = read();
  if (kept?.userId === userId && kept.seq >= seq) return;
  try {
    localStorage.setItem(key, JSON.stringify({ userId, seq } satisfies Kept));
  } catch {
    // As above.
  }
}

export function forgetCursor(): void {
  ownKept = null;
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
