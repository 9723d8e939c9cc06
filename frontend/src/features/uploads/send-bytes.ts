import { ApiError } from '../../lib/http.ts';

interface Sending {
  method: 'PUT' | 'POST';
  headers?: Record<string, string>;
  bytes: Blob;
  /** How many bytes are gone so far. */
  onSent: (bytes: number) => void;
  signal: AbortSignal;
}

/** Sends bytes with XMLHttpRequest, because fetch does not tell how much of a body has been sent. Gives the answer's text; rejects with ApiError, or with the signal's reason. */
export function sendBytes(url: string, { method, headers = {}, bytes, onSent, signal }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const fail = (code: string, message: string, retryAfter?: number): void =>
      reject(new ApiError(message, { kind: request.status === 0 ? 'network' : 'http', status: request.status, code, retryAfter }));
    if (signal.aborted) return reject(signal.reason as Error);
    request.open(method, url);
    for (const [name, value] of Object.entries({ 'content-type': 'application/octet-stream', ...headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      signal.removeEventListener('abort', abort);
      if (request.status < 300) return resolve(request.responseText);
      const { error } = parse(request.responseText);
      fail(error?.code ?? 'bad_response', error?.message ?? 'The bytes did not arrive.', Number(request.getResponseHeader('retry-after')) || undefined);
    };
    request.onerror = () => {
      signal.removeEventListener('abort', abort);
      fail('network', 'No answer came. Check the connection and try again.');
    };
    request.onabort = () => reject((signal.reason as Error | undefined) ?? new DOMException('Stopped', 'AbortError'));
    signal.addEventListener('abort', abort, { once: true });
    request.send(bytes);
  });
}

function parse(text: string): { error?: { code: string; message: string } } {
  try {
    return JSON.parse(text) as { error?: { code: string; message: string } };
  } catch {
    return {}; // a proxy's page: the status has to do
  }
}
