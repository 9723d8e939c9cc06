// Uploads under way, kept in this browser with their file: a closed tab goes on where it was.
import type { FileKind, Gate } from '../../../../worker/features/catalogue/lists.ts';

export interface KeptUpload {
  uploadId: string;
  pitchId: string;
  kind: FileKind;
  gate: Gate | undefined;
  file: File;
  partSize: number;
  parts: number;
}

const STORE = 'uploads';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pitchey-uploads', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'uploadId' }).createIndex('pitchId', 'pitchId');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser’s storage did not open'));
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error ?? new Error('the browser’s storage refused'));
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser’s storage is full'));
    });
  } finally {
    database.close();
  }
}

export const keepUpload = (upload: KeptUpload): Promise<unknown> => run('readwrite', (store) => store.put(upload));
export const forgetUpload = (uploadId: string): Promise<unknown> => run('readwrite', (store) => store.delete(uploadId));
export const keptUploads = (pitchId: string): Promise<KeptUpload[]> => run('readonly', (store) => store.index('pitchId').getAll(pitchId) as IDBRequest<KeptUpload[]>);
