// What a pitch's page is told of its readers. Everyone learns how many; its owner also learns who, of those whom the reading record
// names to them anyway: people who opened a copy that was made for them.

export interface Reader { userId: string; name: string; since: number }
export interface NamedReader { userId: string; name: string; since: string }

export interface ReadersFrame extends Record<string, unknown> {
  kind: 'readers';
  /** People with the page open, its owner aside. */
  readers: number;
  /** Only for the owner. */
  people?: NamedReader[];
}

/** The frame for everyone, and the one for the owner. */
export function readersOf(present: readonly Reader[], ownerId: string, named: ReadonlySet<string>): { all: ReadersFrame; owner: ReadersFrame } {
  const readers = present.filter(({ userId }) => userId !== ownerId);
  const people = readers.filter(({ userId }) => named.has(userId)).map(({ userId, name, since }) => ({ userId, name, since: new Date(since).toISOString() }));
  const all: ReadersFrame = { kind: 'readers', readers: readers.length };
  return { all, owner: { ...all, people } };
}
