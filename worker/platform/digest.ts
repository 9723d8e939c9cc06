// Hashes and hex, over Web Crypto: the same in workerd, in Node and in the browser.

const toHex = (bytes: ArrayBuffer | Uint8Array): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (data: string | Uint8Array): BufferSource => (typeof data === 'string' ? new TextEncoder().encode(data) : data) as BufferSource;

/** SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 hex digits. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', bytesOf(data)));
}

/** workerd has a hash at the end of a pipe, so that no byte passes through JavaScript. */
interface Digest extends WritableStream<Uint8Array> { readonly digest: Promise<ArrayBuffer> }
const { DigestStream } = crypto as unknown as { DigestStream?: new (algorithm: 'SHA-256') => Digest };

/** SHA-256 of all that a stream brings, as 64 hex digits. Holds one chunk at a time. Rejects with the stream. */
export async function sha256HexOfStream(stream: ReadableStream<Uint8Array>): Promise<string> {
  if (DigestStream) {
    const sink = new DigestStream('SHA-256');
    await stream.pipeTo(sink);
    return toHex(await sink.digest);
  }
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}

/** `length` bytes made from a secret for one purpose (HKDF, SHA-256): the same secret never serves two purposes. */
export async function deriveBytes(secret: string, purpose: string, length: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bytesOf(purpose) as Uint8Array<ArrayBuffer> }, key, length * 8));
}

export { toHex };
