import { ApiError } from '../../lib/http.ts';

/** PUTs bytes with XMLHttpRequest, because fetch does not tell how much of a body has been sent. Rejects with ApiError, or with the signal's reason. */
export function putPart(url: string, part: Blob, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const fail = (code: string, message: string, retryAfter?: number): void =>
      reject(new ApiError(message, { kind: request.status === 0 ? 'network' : 'http', status: request.status, code, retryAfter }));
    if (signal.aborted) return reject(signal.reason as Error);
    request.open('PUT', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      signal.removeEventListener('abort', abort);
      if (request.status < 300) return resolve();
      const { error } = parse(request.responseText);
      fail(error?.code ?? 'bad_response', error?.message ?? 'The part did not arrive.', Number(request.getResponseHeader('retry-after')) || undefined);
    };
    request.onerror = () => {
      signal.removeEventListener('abort', abort);
      fail('network', 'No answer came. Check the connection and try again.');
    };
    request.onabort = () => reject((signal.reason as Error | undefined) ?? new DOMException('Stopped', 'AbortError'));
    signal.addEventListener('abort', abort, { once: true });
    request.send(part);
  });
}

function parse(text: string): { error?: { code: string; message: string } } {
  try {
    return JSON.parse(text) as { error?: { code: string; message: string } };
  } catch {
    return {}; // a proxy's page: the status has to do
  }
}
