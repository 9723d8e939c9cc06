// Uploads under way, kept in this browser with their file: a closed tab goes on where it was.
import type { FileKind, Gate } from '../../../../worker/features/catalogue/lists.ts';
import { deviceStore } from '../../lib/device-store.ts';

export interface KeptUpload {
  /** The server's, or for a file that goes in one request the key of that request. */
  uploadId: string;
  isWhole?: boolean;
  pitchId: string;
  kind: FileKind;
  gate: Gate | undefined;
  file: File;
  partSize: number;
  parts: number;
}

const STORE = 'uploads';

const run = deviceStore('pitchey-uploads', STORE, (database) => { database.createObjectStore(STORE, { keyPath: 'uploadId' }).createIndex('pitchId', 'pitchId'); });

export const keepUpload = (upload: KeptUpload): Promise<unknown> => run('readwrite', (store) => store.put(upload));
export const forgetUpload = (uploadId: string): Promise<unknown> => run('readwrite', (store) => store.delete(uploadId));
export const keptUploads = (pitchId: string): Promise<KeptUpload[]> => run('readonly', (store) => store.index('pitchId').getAll(pitchId) as IDBRequest<KeptUpload[]>);
