// Bytes on their way through: read in large pieces, looked at, and handed on as a stream whose length is known. No more than a piece is held.
import { createHash } from 'node:crypto';

type Bytes = ReadableStream<Uint8Array>;

/** Bytes of a piece. Each costs the same whether it is large or small: 4 kB ones, as a stream gives them by itself, cost more than hashing what they hold. */
const PIECE = 256 * 1024;

/** workerd has streams of a known length, which its object store asks for, and readers that gather. */
const { FixedLengthStream } = globalThis as { FixedLengthStream?: new (length: number) => TransformStream<Uint8Array, Uint8Array> };
interface Gathering { closed: Promise<unknown>; readAtLeast(least: number, into: Uint8Array): Promise<{ done: boolean; value?: Uint8Array<ArrayBuffer> }> }

export type Pieces = AsyncGenerator<Uint8Array, void>;

/** The pieces of a body. Each is good until the next is asked for. Rejects with the body. */
export async function* piecesOf(body: Bytes): Pieces {
  if (!FixedLengthStream) {
    yield* body as unknown as AsyncIterable<Uint8Array>;
    return;
  }
  const reader = body.getReader({ mode: 'byob' }) as unknown as Gathering;
  reader.closed.catch(() => undefined); // whoever reads is told
  let buffer = new ArrayBuffer(PIECE);
  for (;;) {
    const { done, value } = await reader.readAtLeast(PIECE, new Uint8Array(buffer));
    if (value?.byteLength) {
      yield value;
      buffer = value.buffer;
    }
    if (done || !value) return;
  }
}

/** Reads what is left and drops it. */
export async function drain(pieces: Pieces): Promise<void> {
  try {
    while (!(await pieces.next()).done);
  } catch {
    // Broken off by its sender: nothing is left to be read.
  }
}

/** What is found wrong with bytes on their way, by those who look at them. */
export interface Watch {
  /** Makes the error for bytes that are not as many as announced, or that broke off (`cause`). */
  wrongLength(cause?: unknown): Error;
  /** Called with the last bytes, before the receiver is told that they were the last: what it throws leaves nothing at the receiver. */
  end?(tail: Uint8Array): void;
}

/** Bytes that `end` sees, at least, if there are as many. */
const TAIL = 1024;

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const both = new Uint8Array(left.byteLength + right.byteLength);
  both.set(left);
  both.set(right, left.byteLength);
  return both;
};

/**
 * Hands `size` bytes to `send` as a stream and gives what it gives, with their SHA-256 in hex. `first` was taken off the pieces before. When this throws, `send` was
 * given a stream that broke.
 */
export async function passOn<T>(first: Uint8Array | undefined, pieces: Pieces, size: number, send: (stream: Bytes) => Promise<T>, { wrongLength, end }: Watch): Promise<{ sent: T; sha256: string }> {
  const { readable, writable } = FixedLengthStream ? new FixedLengthStream(size) : new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const sent = send(readable);
  sent.catch(() => undefined); // looked at between the pieces
  const hash = createHash('sha256');
  let [passed, tail] = [0, new Uint8Array(0) as Uint8Array];
  const next = async (): Promise<Uint8Array | undefined> => (await pieces.next().catch((cause: unknown) => { throw wrongLength(cause); })).value ?? undefined;
  try {
    for (let piece = first ?? await next(); piece; piece = await next()) {
      passed += piece.byteLength;
      if (passed > size) throw wrongLength();
      hash.update(piece);
      tail = piece.byteLength < TAIL ? joined(tail.slice(-TAIL), piece) : piece.slice(-TAIL);
      // A receiver that failed reads no more.
      await Promise.race([writer.write(piece), sent]);
    }
    if (passed !== size) throw wrongLength();
    end?.(tail);
    await Promise.race([writer.close(), sent]);
  } catch (error) {
    // Both are about to fail for the reason that is thrown here.
    await Promise.allSettled([writer.abort(error), sent]);
    throw error;
  }
  return { sent: await sent, sha256: hash.digest('hex') };
}

/** The pieces as one buffer, `first` before them; null when they are not `size` bytes together, or break. Holds no more than that. */
export async function gather(first: Uint8Array | undefined, pieces: Pieces, size: number): Promise<ArrayBuffer | null> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  try {
    for (let piece = first ?? (await pieces.next()).value; piece; piece = (await pieces.next()).value) {
      if (filled + piece.byteLength > size) return null;
      bytes.set(piece, filled);
      filled += piece.byteLength;
    }
  } catch {
    return null; // fewer than `size`
  }
  return filled === size ? bytes.buffer : null;
}
