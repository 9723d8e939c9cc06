// The object store port: R2 in the Worker, the same R2 in tests through Miniflare.

export interface StoredObject {
  body: ReadableStream<Uint8Array>;
  size: number;
  etag: string;
  range?: { offset: number; length: number };
}

export interface Storage {
  /** Null when there is no such object. `range` in bytes from the start. */
  get(key: string, range?: { offset: number; length: number }): Promise<StoredObject | null>;
  head(key: string): Promise<{ size: number; etag: string } | null>;
  put(key: string, body: ReadableStream | ArrayBuffer | ArrayBufferView | string, contentType: string): Promise<{ etag: string }>;
  delete(keys: string | string[]): Promise<void>;
  createMultipart(key: string, contentType: string): Promise<{ uploadId: string }>;
  /** A stream must have a known length (a request's body with a Content-Length): R2 takes no other. */
  uploadPart(key: string, uploadId: string, partNumber: number, body: ReadableStream | ArrayBuffer | ArrayBufferView): Promise<{ etag: string }>;
  completeMultipart(key: string, uploadId: string, parts: { partNumber: number; etag: string }[]): Promise<void>;
  abortMultipart(key: string, uploadId: string): Promise<void>;
}
