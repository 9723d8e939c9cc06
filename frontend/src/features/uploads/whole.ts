// A small file in one request. A key makes a second try the same request: what arrived although no answer came is not made twice.
import type { FileKind, Gate } from '../../../../worker/features/catalogue/lists.ts';
import type { File as StoredFile } from '../../../../worker/features/files/schema.ts';
import { toQueryString } from '../../lib/http.ts';
import { tried } from './retry.ts';
import { sendBytes } from './send-bytes.ts';
import { waitFor } from './wait-for.ts';

/** Bytes, half of what the server takes in one request. Such a file loses in a break what a part would; of larger ones what arrived should stay. */
const MOST_WHOLE = 8 * 1024 * 1024;

export const isWhole = (file: File): boolean => file.size <= MOST_WHOLE;

export interface Whole {
  /** The same for every try. */
  key: string;
  pitchId: string;
  kind: FileKind;
  gate?: Gate | undefined;
  frameOf?: string | undefined;
  file: File;
}

/** Sends it until it is there. Rejects with ApiError (413 too large, 415 not what it claims to be), or AbortError. */
export async function sendWhole({ key, file, ...rest }: Whole, onProgress: (sent: number) => void, signal: AbortSignal): Promise<StoredFile> {
  const url = `/api/uploads/whole${toQueryString({ ...rest, fileName: file.name, contentType: file.type || 'application/octet-stream' })}`;
  const text = await tried(
    () => sendBytes(url, { method: 'POST', headers: { 'idempotency-key': key }, bytes: file, onSent: onProgress, signal }),
    (ms) => waitFor(ms, signal),
    () => onProgress(0), // what was on its way is lost
  );
  return JSON.parse(text) as StoredFile;
}
