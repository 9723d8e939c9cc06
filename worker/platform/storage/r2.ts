// R2 behind the storage port. Also what tests use, through Miniflare's R2.
import { AppError } from '../app-error.ts';
import type { Storage } from './storage.ts';

/** R2 numbers its errors at the end of the message: `… (10025)`. */
function numberOf(error: unknown): number {
  return Number(/\((\d{5})\)\s*$/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);
}

/** What a caller can act upon; anything else stays what it is and answers 500. */
function mapError(error: unknown): unknown {
  switch (numberOf(error)) {
    case 10024: return new AppError('not_found', 'This upload is finished, aborted or was never begun.', { cause: error });
    case 10025: return new AppError('conflict', 'A part is missing or is not the one that arrived.', { cause: error });
    case 10011:
    case 10048: return new AppError('conflict', 'The parts do not fit together: all but the last must have the same size, 5 MiB or more.', { cause: error });
    case 10039: return new AppError('bad_request', 'The range lies outside the file.', { cause: error });
    default: return error;
  }
}

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw mapError(error);
  }
}

/** `etag` is R2's bare one, without quotes. */
export function createR2Storage(bucket: R2Bucket): Storage {
  return {
    get: (key, range) => mapped(async () => {
      const object = await bucket.get(key, range ? { range } : {});
      if (!object) return null;
      return { body: object.body, size: object.size, etag: object.etag, ...(range && { range }) };
    }),
    head: (key) => mapped(async () => {
      const object = await bucket.head(key);
      return object && { size: object.size, etag: object.etag };
    }),
    put: (key, body, contentType) => mapped(async () => {
      const { etag } = await bucket.put(key, body, { httpMetadata: { contentType } });
      return { etag };
    }),
    delete: (keys) => mapped(() => bucket.delete(keys)),
    createMultipart: (key, contentType) => mapped(async () => {
      const { uploadId } = await bucket.createMultipartUpload(key, { httpMetadata: { contentType } });
      return { uploadId };
    }),
    uploadPart: (key, uploadId, partNumber, body) => mapped(async () => {
      const { etag } = await bucket.resumeMultipartUpload(key, uploadId).uploadPart(partNumber, body);
      return { etag };
    }),
    completeMultipart: (key, uploadId, parts) => mapped(async () => { await bucket.resumeMultipartUpload(key, uploadId).complete(parts); }),
    abortMultipart: (key, uploadId) => mapped(() => bucket.resumeMultipartUpload(key, uploadId).abort()),
  };
}
