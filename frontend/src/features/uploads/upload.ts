// Sends a file in parts with a real number for how far it is. A part that fails is tried again; what arrived stays arrived.
import type { File as StoredFile, UploadTicket } from '../../../../worker/features/files/schema.ts';
import type { FileKind, Gate } from '../../../../worker/features/catalogue/lists.ts';
import { ApiError, http } from '../../lib/http.ts';

export interface UploadInput {
  pitchId: string;
  kind: FileKind;
  file: File;
  gate?: Gate;
  onProgress: (sent: number, total: number) => void;
  signal: AbortSignal;
}

const TRIES = 3;

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
function putPart(url: string, part: Blob, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const fail = (status: number, code: string, message: string): void => reject(new ApiError(message, { kind: status === 0 ? 'network' : 'http', status, code }));
    request.open('PUT', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      signal.removeEventListener('abort', abort);
      if (request.status < 300) return resolve();
      const { error } = (JSON.parse(request.responseText || '{}') as { error?: { code: string; message: string } });
      fail(request.status, error?.code ?? 'bad_response', error?.message ?? 'The part did not arrive.');
    };
    request.onerror = () => fail(0, 'network', 'No answer came. Check the connection and try again.');
    request.onabort = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    signal.addEventListener('abort', abort, { once: true });
    request.send(part);
  });
}

async function withRetries(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isWorthIt = error instanceof ApiError && (error.kind === 'network' || error.status >= 500);
      if (!isWorthIt || attempt >= TRIES || signal.aborted) throw error;
    }
  }
}

/** Uploads a whole file. Rejects with ApiError (413 too large, 415 not what it claims to be), or AbortError. */
export async function uploadFile({ pitchId, kind, file, gate, onProgress, signal }: UploadInput): Promise<StoredFile> {
  const ticket = await http.post<UploadTicket>('/api/uploads', {
    pitchId, kind, fileName: file.name, size: file.size, contentType: file.type || 'application/octet-stream', ...(gate && { gate }),
  }, { signal });
  for (let part = 1; part <= ticket.parts; part += 1) {
    const from = (part - 1) * ticket.partSize;
    const bytes = file.slice(from, Math.min(from + ticket.partSize, file.size));
    await withRetries(() => putPart(`/api/uploads/${ticket.uploadId}/parts/${part}`, bytes, (sent) => onProgress(from + sent, file.size), signal), signal);
    onProgress(Math.min(from + ticket.partSize, file.size), file.size);
  }
  return http.post<StoredFile>(`/api/uploads/${ticket.uploadId}/complete`, undefined, { signal });
}
