// Changes that are not the server's yet, kept in this browser: they survive a reload, a crash and a time offline.
import type { Kept } from './draft.ts';

const STORE = 'changes';
/** Where they lay before. */
const formerKey = (id: string): string => `pitchey-draft:${id}`;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pitchey-drafts', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser’s storage did not open'));
  });
}

let opened: Promise<IDBDatabase> | undefined;

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  opened ??= open().catch((error: unknown) => { opened = undefined; throw error; });
  const database = await opened;
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error ?? new Error('the browser’s storage refused'));
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser’s storage is full'));
  });
}

export const keptChanges = {
  async get(id: string): Promise<Kept | null> {
    try {
      const former = localStorage.getItem(formerKey(id));
      if (former !== null) {
        const kept = JSON.parse(former) as Kept;
        await run('readwrite', (store) => store.put(kept, id));
        localStorage.removeItem(formerKey(id));
        return kept;
      }
      return (await run('readonly', (store) => store.get(id) as IDBRequest<Kept | undefined>)) ?? null;
    } catch {
      return null; // closed or damaged storage: the server's words are what there is
    }
  },
  set: (id: string, kept: Kept | null): Promise<unknown> => (kept === null ? run('readwrite', (store) => store.delete(id)) : run('readwrite', (store) => store.put(kept, id))),
};
