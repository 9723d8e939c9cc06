// Cloudflare Images behind the image port. Locally workerd's binding decodes too, so tests see real pixels.
import { AppError } from '../app-error.ts';
import { imageHeader } from './image-header.ts';
import type { ImageInfo, ImageResizer } from './images.ts';

/** Decoded, 50 megapixels are 200 MB: more than an isolate, and more than any poster. */
export const MAX_PIXELS = 50_000_000;

const unreadable = (cause?: unknown): AppError => new AppError('unsupported_media_type', 'These bytes are not a PNG, JPEG, WebP, AVIF or GIF picture that can be read.', { cause });

/** Reads the header without decoding; refuses what is too large to decode. */
function checked(bytes: ArrayBuffer): ImageInfo {
  const header = imageHeader(bytes);
  if (!header) throw unreadable();
  if (header.width * header.height > MAX_PIXELS) {
    throw new AppError('too_large', `The picture is ${header.width} x ${header.height} px; at most 50 megapixels can be taken.`);
  }
  return header;
}

const streamOf = (bytes: ArrayBuffer): ReadableStream<Uint8Array> => new Blob([bytes]).stream() as ReadableStream<Uint8Array>;

/** The binding's own errors for bytes it cannot decode carry a number from 9400 on; the rest is the service being away. */
function mapError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const number = Number((error as { code?: number } | null)?.code ?? 0);
  return number >= 9400 && number < 9600 ? unreadable(error) : new AppError('unavailable', 'Pictures cannot be worked on just now. Try again in a moment.', { cause: error, retryAfter: 5 });
}

export function createImages(images: ImagesBinding): ImageResizer {
  return {
    async info(bytes) {
      const header = checked(bytes);
      try {
        const info = await images.info(streamOf(bytes));
        return 'width' in info ? { format: info.format, width: info.width, height: info.height } : header;
      } catch (error) {
        throw mapError(error);
      }
    },
    // One edge at a time, kept by its name: what the binding does everywhere, while a part by numbers is done in production only.
    async crop(bytes, { x, y, width, height }) {
      const whole = checked(bytes);
      const cuts = [
        { width: x + width, height: whole.height, gravity: 'left' }, { width, height: whole.height, gravity: 'right' },
        { width, height: y + height, gravity: 'top' }, { width, height, gravity: 'bottom' },
      ] as const;
      try {
        let [cut, at]: [ArrayBuffer, { width: number; height: number }] = [bytes, whole];
        for (const { gravity, ...size } of cuts) {
          if (size.width === at.width && size.height === at.height) continue;
          const result = await images.input(streamOf(cut)).transform({ ...size, fit: 'cover', gravity }).output({ format: 'image/png' });
          [cut, at] = [await result.response().arrayBuffer(), size];
        }
        const result = await images.input(streamOf(cut)).output({ format: 'image/webp', quality: 82, anim: false });
        return await result.response().arrayBuffer();
      } catch (error) {
        throw mapError(error);
      }
    },
    async toWebp(bytes, width) {
      checked(bytes);
      try {
        const result = await images.input(streamOf(bytes)).transform({ width, fit: 'scale-down' }).output({ format: 'image/webp', quality: 82, anim: false });
        return await result.response().arrayBuffer();
      } catch (error) {
        throw mapError(error);
      }
    },
  };
}
