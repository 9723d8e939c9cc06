// R2 and Images on the bindings themselves; worker/testing/test-objects.test.ts runs more of both from node.
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Env } from '../../env.ts';
import { createImages } from './cloudflare-images.ts';
import { createR2Storage } from './r2.ts';

const { FILES, IMAGES } = env as unknown as Env;
const storage = createR2Storage(FILES);
const MiB = 1024 * 1024;

describe('R2', () => {
  it('takes a stream, gives ranges, deletes many', async () => {
    const { readable, writable } = new FixedLengthStream(5);
    const writer = writable.getWriter();
    const writing = writer.write(new TextEncoder().encode('hello')).then(() => writer.close());
    const { etag } = await storage.put('test/stream', readable, 'text/plain');
    await writing;
    expect(await storage.head('test/stream')).toEqual({ size: 5, etag });
    const part = await storage.get('test/stream', { offset: 1, length: 3 });
    expect(await new Response(part?.body).text()).toBe('ell');
    await storage.put('test/other', 'x', 'text/plain');
    await storage.delete(['test/stream', 'test/other', 'test/never-was']);
    expect(await storage.head('test/stream')).toBeNull();
    expect(await storage.get('test/other')).toBeNull();
  });

  it('puts parts together in order, whatever the order they came in, and refuses a swapped one', async () => {
    const { uploadId } = await storage.createMultipart('test/parts', 'application/pdf');
    const [second, first] = await Promise.all([
      storage.uploadPart('test/parts', uploadId, 2, new TextEncoder().encode('end')),
      storage.uploadPart('test/parts', uploadId, 1, new Uint8Array(5 * MiB).fill(97)),
    ]);
    await expect(storage.completeMultipart('test/parts', uploadId, [{ partNumber: 1, etag: second.etag }, { partNumber: 2, etag: first.etag }])).rejects.toMatchObject({ code: 'conflict' });
    await storage.completeMultipart('test/parts', uploadId, [{ partNumber: 1, ...first }, { partNumber: 2, ...second }]);
    const tail = await storage.get('test/parts', { offset: 5 * MiB - 1, length: 4 });
    expect(await new Response(tail?.body).text()).toBe('aend');
    await storage.delete('test/parts');
  });

  it('refuses small parts before the last, and a finished or foreign upload', async () => {
    const { uploadId } = await storage.createMultipart('test/small', 'application/pdf');
    const parts = await Promise.all([1, 2].map(async (partNumber) => ({ partNumber, ...(await storage.uploadPart('test/small', uploadId, partNumber, new Uint8Array(10))) })));
    await expect(storage.completeMultipart('test/small', uploadId, parts)).rejects.toMatchObject({ code: 'conflict' });
    await storage.abortMultipart('test/small', uploadId);
    await expect(storage.uploadPart('test/small', uploadId, 3, new Uint8Array(1))).rejects.toMatchObject({ code: 'not_found' });
    await expect(storage.uploadPart('test/small', 'of-somebody-else', 1, new Uint8Array(1))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('Images', () => {
  /** A 2 x 1 px PNG: one red pixel, one blue. */
  const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mP4zwAE/wEHAAH/PX2MSQAAAABJRU5ErkJggg=='), (character) => character.charCodeAt(0)).buffer;

  it('reads and encodes a picture, and refuses what is none', async () => {
    const images = createImages(IMAGES);
    expect(await images.info(png)).toMatchObject({ width: 2, height: 1 });
    const webp = new Uint8Array(await images.toWebp(png, 100));
    expect(new TextDecoder().decode(webp.slice(8, 12))).toBe('WEBP');
    await expect(images.info(new TextEncoder().encode('<svg/>').buffer as ArrayBuffer)).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });
});
