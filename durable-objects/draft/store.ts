// What a draft's room keeps on its disk: fields with what the database holds of them, older words to join with, and answers given.
import { type Json, same } from './logic.ts';
import type { Parked } from './protocol.ts';

export interface StoredField {
  version: number;
  value: Json;
  /** What the database holds. Another one than `value`: not written yet. */
  written: Json;
  /** Who changed it last; null: somebody outside of the room. */
  authorId: string | null;
}

/** What is known of the pitch itself. */
export interface Standing { ownerId: string; version: number; isPublished: boolean; lookedAt: number }

/** When something is due; zeros: nothing is. */
export interface Timing { dirtySince: number; changedAt: number; failures: number; failedAt: number; apart: boolean }
export type Sent = Readonly<Record<string, readonly Json[]>>;
export const idle: Timing = { dirtySince: 0, changedAt: 0, failures: 0, failedAt: 0, apart: false };

/** Versions of a field to join with, and answers to repeat. Older ones are answered with both texts, never with a guess. */
const MOST_WORDS = 60;
const MOST_ANSWERS = 5000;
const KEPT_MS = 30 * 86_400_000;
/** Tries whose end is not known, of one field. */
const MOST_SENT = 12;

export function createStore(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>) {
  const { sql } = storage;
  sql.exec(`
    CREATE TABLE IF NOT EXISTS fields (name TEXT PRIMARY KEY, version INTEGER NOT NULL, value TEXT NOT NULL, written TEXT NOT NULL, author_id TEXT);
    CREATE TABLE IF NOT EXISTS words (name TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name, version)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, at INTEGER NOT NULL, answer TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS parked (name TEXT NOT NULL, author_id TEXT NOT NULL, value TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (name, author_id));
    CREATE TABLE IF NOT EXISTS sections (connection TEXT PRIMARY KEY, section TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);`);

  let fields: Map<string, StoredField> | undefined;
  const all = (): Map<string, StoredField> => {
    fields ??= new Map(sql.exec<{ name: string; version: number; value: string; written: string; author_id: string | null }>('SELECT name, version, value, written, author_id FROM fields').toArray()
      .map(({ name, version, value, written, author_id: authorId }) => [name, { version, value: JSON.parse(value) as Json, written: JSON.parse(written) as Json, authorId }]));
    return fields;
  };
  const fact = <T>(name: string): T | undefined => {
    const [row] = sql.exec<{ value: string }>('SELECT value FROM facts WHERE name = ?', name).toArray();
    return row && JSON.parse(row.value) as T;
  };
  const setFact = (name: string, value: unknown): void => { sql.exec('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, JSON.stringify(value)); };

  return {
    all,
    field: (name: string): StoredField | undefined => all().get(name),
    put(name: string, field: StoredField): void {
      sql.exec('INSERT INTO fields (name, version, value, written, author_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, value = excluded.value, written = excluded.written, author_id = excluded.author_id',
        name, field.version, JSON.stringify(field.value), JSON.stringify(field.written), field.authorId);
      all().set(name, field);
    },
    /** Notes what a version of a field said. */
    remember(name: string, version: number, value: Json): void {
      sql.exec('INSERT OR REPLACE INTO words (name, version, value) VALUES (?, ?, ?)', name, version, JSON.stringify(value));
      sql.exec('DELETE FROM words WHERE name = ? AND version <= ?', name, version - MOST_WORDS);
    },
    /** What a version of a field said; undefined where nobody knows any more. */
    said(name: string, version: number): Json | undefined {
      const [row] = sql.exec<{ value: string }>('SELECT value FROM words WHERE name = ? AND version = ?', name, version).toArray();
      return row && JSON.parse(row.value) as Json;
    },
    /** Not written yet, by field. */
    dirty: (): [string, StoredField][] => [...all()].filter(([, { value, written }]) => !same(value, written)),
    answer(id: string, userId: string): unknown {
      const [row] = sql.exec<{ answer: string }>('SELECT answer FROM answers WHERE id = ? AND user_id = ?', id, userId).toArray();
      return row && JSON.parse(row.answer);
    },
    keepAnswer(id: string, userId: string, at: number, answer: unknown): void {
      sql.exec('INSERT OR IGNORE INTO answers (id, user_id, at, answer) VALUES (?, ?, ?, ?)', id, userId, at, JSON.stringify(answer));
    },
    park(name: string, authorId: string, value: Json, why: string): void {
      sql.exec('INSERT OR REPLACE INTO parked (name, author_id, value, why) VALUES (?, ?, ?, ?)', name, authorId, JSON.stringify(value), why);
    },
    unpark: (name: string, authorId: string): void => { sql.exec('DELETE FROM parked WHERE name = ? AND author_id = ?', name, authorId); },
    parked: (authorId: string): Parked[] => sql.exec<{ name: string; value: string; why: string }>('SELECT name, value, why FROM parked WHERE author_id = ? ORDER BY name', authorId).toArray()
      .map(({ name, value, why }) => ({ field: name, value: JSON.parse(value) as unknown, why })),
    sections: (): Map<string, string> => new Map(sql.exec<{ connection: string; section: string }>('SELECT connection, section FROM sections').toArray().map(({ connection, section }) => [connection, section])),
    setSection(connection: string, section: string | null): void {
      if (section === null) sql.exec('DELETE FROM sections WHERE connection = ?', connection);
      else sql.exec('INSERT OR REPLACE INTO sections (connection, section) VALUES (?, ?)', connection, section);
    },
    standing: () => fact<Standing>('standing'),
    setStanding: (standing: Standing): void => setFact('standing', standing),
    timing: (): Timing => fact<Timing>('timing') ?? idle,
    setTiming: (timing: Timing): void => setFact('timing', timing),
    /** Words on their way to the database, by field, oldest first: until it is known which of them are there. */
    sent: (): Sent => fact<Sent>('sent') ?? {},
    noteSent(values: Readonly<Record<string, Json>>): void {
      const before = fact<Sent>('sent') ?? {};
      setFact('sent', { ...before, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [...(before[name] ?? []), value].slice(-MOST_SENT)])) });
    },
    forgetSent: (): void => { sql.exec("DELETE FROM facts WHERE name = 'sent'"); },
    /** Several changes as one. */
    together: <T>(work: () => T): T => {
      try {
        return storage.transactionSync(work);
      } catch (error) {
        // What was changed in memory may not be on the disk.
        fields = undefined;
        throw error;
      }
    },
    /** Drops answers that nobody asks for any more. */
    prune(now: number): void {
      sql.exec('DELETE FROM answers WHERE at < ? OR id NOT IN (SELECT id FROM answers ORDER BY at DESC LIMIT ?)', now - KEPT_MS, MOST_ANSWERS);
    },
    /** The pitch is gone. */
    clear(): void {
      for (const table of ['fields', 'words', 'answers', 'parked', 'sections', 'facts']) sql.exec(`DELETE FROM ${table}`);
      fields = undefined;
    },
  };
}

export type Store = ReturnType<typeof createStore>;
