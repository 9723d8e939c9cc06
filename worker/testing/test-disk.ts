// The disk of a room for tests in node: the same SQLite, without the room around it.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

export function createTestDisk(): Pick<DurableObjectStorage, 'sql' | 'transactionSync'> {
  const db = new DatabaseSync(':memory:');
  const exec = (text: string, ...values: SQLInputValue[]) => {
    if (text.split(';').filter((part) => part.trim() !== '').length > 1) {
      db.exec(text);
      return { toArray: () => [] };
    }
    const found = db.prepare(text).all(...values);
    return { toArray: () => found };
  };
  const transactionSync = <T>(work: () => T): T => {
    db.exec('SAVEPOINT one');
    try {
      const made = work();
      db.exec('RELEASE one');
      return made;
    } catch (error) {
      db.exec('ROLLBACK TO one; RELEASE one');
      throw error;
    }
  };
  return { sql: { exec }, transactionSync } as unknown as Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;
}
