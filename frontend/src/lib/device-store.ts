// One object store of IndexedDB: what this browser keeps over reloads, crashes and time offline.

export type DeviceStore = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>;

/**
 * `make` creates the store on the first visit. A call resolves when its transaction is complete and rejects when the browser keeps
 * nothing: storage that is closed, damaged or full. `strict`: on disk by then, so that a crash of the whole machine loses nothing either.
 */
export function deviceStore(database: string, name: string, make: (database: IDBDatabase) => void, durability: IDBTransactionDurability = 'default'): DeviceStore {
  const open = (): Promise<IDBDatabase> => new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => make(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser’s storage did not open'));
  });
  return async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const opened = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = opened.transaction(name, mode, { durability });
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error ?? new Error('the browser’s storage refused'));
        transaction.onabort = () => reject(transaction.error ?? new Error('the browser’s storage is full'));
      });
    } finally {
      opened.close();
    }
  };
}
