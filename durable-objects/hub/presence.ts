// Whether a person is there: the sum of their tabs, told to the rooms that watch. Going is told after a moment, so that a page that is
// loaded again is no coming and going; the moment is an alarm, which a restart does not forget. Coming back writes nothing: the alarm then
// finds somebody there.
import type { Presence } from '../shared/ports.ts';
import type { Room } from './protocol.ts';
import type { Tabs } from './tabs.ts';

/** ms without a tab after which a person is gone. */
export const GONE_MS = 10_000;
/** Rooms that one person's hub tells. */
const MOST_WATCHERS = 500;

export interface PresencePorts {
  storage: Pick<DurableObjectStorage, 'sql' | 'kv' | 'setAlarm'>;
  tabs: Tabs;
  now(): number;
  /** Tells a room; false: it watches no more. Rejects when the room does not answer, which ends nothing. */
  tell(room: Room, presence: Presence): Promise<boolean>;
  /** Writes when the person was last there. */
  keepLastSeen(at: string): Promise<void>;
  failed(what: string, error: unknown): void;
}

export function createPresence({ storage, tabs, now, tell, keepLastSeen, failed }: PresencePorts) {
  /** What the rooms were told last. Forgotten in sleep: telling the same again does no harm, writing it with every coming and going would. */
  let told: string | undefined;
  let isMade: boolean | undefined;
  /** A copy of what is kept: reading it is a query. `null`: not read yet. */
  let shown: boolean | undefined | null = null;

  const isShown = (): boolean | undefined => (shown === null ? (shown = storage.kv.get<boolean>('shown')) : shown);

  /** Most people are watched by nobody, and coming must not wait for a table to be written. */
  function watchers(): Room[] {
    isMade ??= storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'watchers'").toArray().length > 0;
    return isMade ? storage.sql.exec<{ room: string }>('SELECT room FROM watchers').toArray().map(({ room }) => room as Room) : [];
  }

  function current(): Presence {
    // Until the database was asked, nobody is told anything.
    if (isShown() !== true) return { state: 'hidden', lastSeenAt: null };
    const states = tabs.open().map((socket) => tabs.of(socket).state);
    const isHere = states.length > 0 || storage.kv.get<boolean>('lingers') === true;
    if (!isHere) return { state: 'offline', lastSeenAt: storage.kv.get<string>('lastSeenAt') ?? null };
    return { state: states.includes('active') ? 'active' : 'away', lastSeenAt: null };
  }

  /** Tells those who watch, where it is news. */
  async function changed(): Promise<void> {
    const presence = current();
    const text = JSON.stringify(presence);
    if (told === text) return;
    told = text;
    await Promise.all(watchers().map(async (room) => {
      try {
        if (!(await tell(room, presence))) storage.sql.exec('DELETE FROM watchers WHERE room = ?', room);
      } catch (error) {
        failed('presence', error);
      }
    }));
  }

  return {
    current,
    /** Whether the database was ever asked. */
    isKnown: (): boolean => isShown() !== undefined,
    /** A tab came, or has another state. */
    changed,
    /** A tab went; the last one lingers for a moment. */
    async went(): Promise<void> {
      if (tabs.open().length > 0) return changed();
      storage.kv.put('lingers', true);
      storage.kv.put('lastSeenAt', new Date(now()).toISOString());
      await storage.setAlarm(now() + GONE_MS);
    },
    /** The moment is over. */
    async settle(): Promise<void> {
      storage.kv.delete('lingers');
      if (tabs.open().length > 0) return;
      const at = storage.kv.get<string>('lastSeenAt');
      if (at !== undefined) await keepLastSeen(at);
      await changed();
    },
    /** What the person wants shown, as the database has it. */
    async show(wanted: boolean): Promise<void> {
      if (isShown() !== wanted) storage.kv.put('shown', (shown = wanted));
      await changed();
    },
    watch(room: Room): void {
      storage.sql.exec('CREATE TABLE IF NOT EXISTS watchers (room TEXT PRIMARY KEY)');
      isMade = true;
      storage.sql.exec('INSERT OR IGNORE INTO watchers (room) SELECT ? WHERE (SELECT count(*) FROM watchers) < ?', room, MOST_WATCHERS);
    },
  };
}
