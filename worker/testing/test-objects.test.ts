import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestObjects } from './test-objects.ts';

const { storage, images, close } = createTestObjects();
afterAll(close);

const bytesOf = (words: string): ArrayBuffer => new TextEncoder().encode(words).buffer as ArrayBuffer;
const text = async (stream: ReadableStream): Promise<string> => new Response(stream as unknown as BodyInit).text();
const picture = async (width: number, height: number, format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'): Promise<ArrayBuffer> => {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#345' } }).toFormat(format).toBuffer();
  return new Uint8Array(bytes).buffer;
};

describe('storage', () => {
  it('keeps, gives back whole and in part, and forgets', async () => {
    await storage.put('a/1', 'hello there', 'text/plain');
    expect(await storage.head('a/1')).toMatchObject({ size: 11, etag: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const whole = await storage.get('a/1');
    expect(await text(whole!.body)).toBe('hello there');
    const part = await storage.get('a/1', { offset: 6, length: 3 });
    expect(await text(part!.body)).toBe('the');
    await storage.delete('a/1');
    expect(await storage.get('a/1')).toBeNull();
  });

  it('takes an upload in parts and says what is wrong with one', async () => {
    const { uploadId } = await storage.createMultipart('a/2', 'application/pdf');
    const first = await storage.uploadPart('a/2', uploadId, 1, new Uint8Array(5 * 1024 * 1024));
    const second = await storage.uploadPart('a/2', uploadId, 2, new Uint8Array(10));
    await expect(storage.completeMultipart('a/2', uploadId, [{ partNumber: 1, ...first }, { partNumber: 3, ...second }])).rejects.toMatchObject({ code: 'conflict' });
    await storage.completeMultipart('a/2', uploadId, [{ partNumber: 1, ...first }, { partNumber: 2, ...second }]);
    expect(await storage.head('a/2')).toMatchObject({ size: 5 * 1024 * 1024 + 10 });
    await expect(storage.completeMultipart('a/2', uploadId, [{ partNumber: 1, ...first }])).rejects.toMatchObject({ code: 'not_found' });
    const other = await storage.createMultipart('a/3', 'application/pdf');
    await storage.abortMultipart('a/3', other.uploadId);
    await expect(storage.uploadPart('a/3', other.uploadId, 1, new Uint8Array(1))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('images', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('reads and scales %s', async (format) => {
    const bytes = await picture(300, 200, format);
    expect(await images.info(bytes)).toMatchObject({ width: 300, height: 200 });
    const small = await images.toWebp(bytes, 120);
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 120, height: 80 });
    expect(await sharp(await images.toWebp(bytes, 900)).metadata()).toMatchObject({ width: 300 });
  });

  it('strips metadata', async () => {
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#345' } }).withExif({ IFD0: { Copyright: 'canary' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }).jpeg().toBuffer();
    expect(bytes.includes('canary')).toBe(true);
    const small = await images.toWebp(new Uint8Array(bytes).buffer, 10);
    expect((await sharp(small).metadata()).exif).toBeUndefined();
  });

  it('refuses what is no picture, or too large to decode, by its first bytes', async () => {
    for (const bytes of [bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), bytesOf('%PDF-1.7'), bytesOf('GIF')]) {
      await expect(images.info(bytes)).rejects.toMatchObject({ code: 'unsupported_media_type' });
    }
    const huge = new Uint8Array(await picture(10, 10, 'png'));
    new DataView(huge.buffer).setUint32(16, 50_000);
    new DataView(huge.buffer).setUint32(20, 50_000);
    await expect(images.toWebp(huge.buffer, 100)).rejects.toMatchObject({ code: 'too_large' });
    const broken = new Uint8Array((await picture(100, 100, 'png')).slice(0, 60));
    await expect(images.toWebp(broken.buffer, 100)).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });
});
