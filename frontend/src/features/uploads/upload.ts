// A file that is sent while the page waits for it: a poster. Others go through the upload store, which survives a reload.
import type { FileKind, Gate } from '../../../../worker/features/catalogue/lists.ts';
import type { File as StoredFile, UploadTicket } from '../../../../worker/features/files/schema.ts';
import { http } from '../../lib/http.ts';
import { sendParts } from './parts.ts';
import { sendBytes } from './send-bytes.ts';
import { waitFor } from './wait-for.ts';
import { isWhole, sendWhole } from './whole.ts';

export interface UploadInput {
  pitchId: string;
  kind: FileKind;
  gate?: Gate;
  /** The reel that this picture was taken from. */
  frameOf?: string;
  file: File;
  onProgress: (sent: number, total: number) => void;
  signal: AbortSignal;
}

/** Uploads a whole file. Rejects with ApiError (413 too large, 415 not what it claims to be), or AbortError. */
export async function uploadFile({ pitchId, kind, gate, frameOf, file, onProgress, signal }: UploadInput): Promise<StoredFile> {
  if (isWhole(file)) return sendWhole({ key: crypto.randomUUID(), pitchId, kind, gate, frameOf, file }, (sent) => onProgress(sent, file.size), signal);
  const ticket = await http.post<UploadTicket>('/api/uploads', { pitchId, kind, fileName: file.name, size: file.size, contentType: file.type || 'application/octet-stream', ...(gate && { gate }), ...(frameOf && { frameOf }) }, { signal });
  await sendParts({ ...ticket, size: file.size, arrived: new Set() }, {
    put: async (part, from, to, onSent) => void await sendBytes(`/api/uploads/${ticket.uploadId}/parts/${part}`, { method: 'PUT', bytes: file.slice(from, to), onSent, signal }),
    wait: (ms) => waitFor(ms, signal),
    onProgress: (sent) => onProgress(sent, file.size),
  });
  return http.post<StoredFile>(`/api/uploads/${ticket.uploadId}/complete`, undefined, { signal });
}
