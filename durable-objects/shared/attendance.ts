// Who has joined a room. Kept in the room's SQLite, since a room holds no socket and forgets its fields when it hibernates; a copy in
// memory saves the reading.
import type { HubPort, Member } from './ports.ts';

/** One tab in the room. `at`: ms when it joined. */
export interface Attendant extends Member { at: number }

/** A person in the room, with all their tabs there. `since`: ms when the first of them joined. */
export interface Present { userId: string; name: string; connections: string[]; since: number }

/** Tabs of a room. Not to be made before the object's constructor runs: it makes its table. */
export function createAttendance(storage: Pick<DurableObjectStorage, 'sql'>) {
  storage.sql.exec('CREATE TABLE IF NOT EXISTS attendance (connection TEXT PRIMARY KEY, user_id TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL)');
  let copy: Map<string, Attendant> | undefined;

  function tabs(): Map<string, Attendant> {
    copy ??= new Map(storage.sql.exec<{ connection: string; user_id: string; name: string; at: number }>('SELECT connection, user_id, name, at FROM attendance ORDER BY at, connection')
      .toArray().map(({ user_id: userId, ...rest }) => [rest.connection, { ...rest, userId }]));
    return copy;
  }

  const isHere = (userId: string): boolean => [...tabs().values()].some((tab) => tab.userId === userId);

  /** Takes a tab out. Gives who it was, and whether the person is gone with it; null when it was not there. */
  function leave(connection: string): { tab: Attendant; gone: boolean } | null {
    const tab = tabs().get(connection);
    if (!tab) return null;
    tabs().delete(connection);
    storage.sql.exec('DELETE FROM attendance WHERE connection = ?', connection);
    return { tab, gone: !isHere(tab.userId) };
  }

  function people(): Present[] {
    const found = new Map<string, Present>();
    for (const { userId, name, connection, at } of tabs().values()) {
      const person = found.get(userId);
      if (person) person.connections.push(connection);
      else found.set(userId, { userId, name, connections: [connection], since: at });
    }
    return [...found.values()];
  }

  return {
    /** Notes a tab; joining twice is one membership. `came`: it is the person's first here. */
    join({ userId, name, connection }: Member, now: number): { came: boolean } {
      const came = !isHere(userId);
      if (!tabs().has(connection)) {
        storage.sql.exec('INSERT INTO attendance (connection, user_id, name, at) VALUES (?, ?, ?, ?)', connection, userId, name, now);
        tabs().set(connection, { userId, name, connection, at: now });
      }
      return { came };
    },
    leave,
    people,
    isHere,
    has: (connection: string): boolean => tabs().has(connection),
    /** People, not tabs. */
    count: (): number => new Set([...tabs().values()].map(({ userId }) => userId)).size,
    /**
     * Drops tabs whose sockets are gone without a word (their hub was restarted). A hub that does not answer keeps its tabs. Gives the
     * people who are gone with them.
     */
    async verify(hubOf: (userId: string) => Pick<HubPort, 'present'>): Promise<Present[]> {
      const before = people();
      await Promise.all(before.map(async ({ userId, connections }) => {
        const here = await hubOf(userId).present(connections).catch(() => connections);
        for (const connection of connections) if (!here.includes(connection)) leave(connection);
      }));
      return before.filter(({ userId }) => !isHere(userId));
    },
  };
}

export type Attendance = ReturnType<typeof createAttendance>;
