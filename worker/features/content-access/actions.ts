// The door of gates above `member`: who may read a file now, and a stream that stops the moment the answer changes.
import { AppError } from '../../platform/app-error.ts';

export interface GuardOptions {
  /** Asked again whenever this much has passed since it was asked last, in bytes and in ms, whichever comes first. */
  everyBytes: number;
  everyMs: number;
  now(): number;
}

/** Bytes and ms that may leave after access was closed: one window. Requests of readers of big files stay below two checks a second. */
export const GUARD_WINDOW = { everyBytes: 512 * 1024, everyMs: 1000 } as const;

/**
 * Passes a body on while `isOpen` says yes. A no, or no answer, ends the stream with an error, so that the reader's copy is visibly
 * cut off and never looks whole. Chunks are cut to the window: what the store hands over in one piece is still asked for in between.
 */
export function guardStream(body: ReadableStream<Uint8Array>, isOpen: () => Promise<boolean>, { everyBytes, everyMs, now }: GuardOptions): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let rest: Uint8Array | undefined;
  let sent = 0;
  let askedAt = now();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!rest || rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        rest = value;
      }
      if (sent >= everyBytes || now() - askedAt >= everyMs) {
        const open = await isOpen().catch(() => false);
        if (!open) {
          await reader.cancel('access closed');
          return controller.error(new AppError('forbidden', 'Access was closed while this was being read.'));
        }
        sent = 0;
        askedAt = now();
      }
      const piece = rest.subarray(0, everyBytes - sent);
      rest = rest.subarray(piece.length);
      sent += piece.length;
      controller.enqueue(piece);
    },
    async cancel(reason) { await reader.cancel(reason); },
    // Nothing is read ahead of the reader: what waits in a buffer could not be called back.
  }, { highWaterMark: 0 });
}
