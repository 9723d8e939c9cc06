// An image's kind and size from its first bytes, before anything decodes it: a picture of 50,000 x 50,000 px is a few kilobytes long.
import type { ImageInfo } from './images.ts';

const ascii = (view: DataView, at: number, length: number): string => {
  let text = '';
  for (let index = at; index < at + length; index += 1) text += String.fromCharCode(view.getUint8(index));
  return text;
};

function png(view: DataView): ImageInfo | undefined {
  if (view.getUint32(0) !== 0x89504e47 || ascii(view, 12, 4) !== 'IHDR') return undefined;
  return { format: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): ImageInfo | undefined {
  if (!/^GIF8[79]a$/.test(ascii(view, 0, 6))) return undefined;
  return { format: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Walks the segments to the first start of frame (SOF0 to SOF15, but not the tables among them). */
function jpeg(view: DataView): ImageInfo | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) { at += 1; continue; }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { format: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webp(view: DataView): ImageInfo | undefined {
  if (ascii(view, 0, 4) !== 'RIFF' || ascii(view, 8, 4) !== 'WEBP') return undefined;
  const format = 'image/webp';
  switch (ascii(view, 12, 4)) {
    case 'VP8 ': return { format, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { format, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': return { format, width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
    default: return undefined;
  }
}

/** AVIF: the largest `ispe` (image spatial extents) box in the first 64 kB; a grid has one for each tile and one for the whole. */
function avif(view: DataView): ImageInfo | undefined {
  if (ascii(view, 4, 4) !== 'ftyp' || !/^avi[fs]$/.test(ascii(view, 8, 4))) return undefined;
  let found: ImageInfo | undefined;
  for (let at = 12; at < Math.min(view.byteLength - 16, 65_536); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (!found || width * height > found.width * found.height) found = { format: 'image/avif', width, height };
  }
  return found;
}

/** Kind and size in px, or undefined for bytes that are no PNG, JPEG, WebP, AVIF or GIF, or end before they say. */
export function imageHeader(bytes: ArrayBuffer): ImageInfo | undefined {
  const view = new DataView(bytes);
  try {
    const found = png(view) ?? jpeg(view) ?? webp(view) ?? gif(view) ?? avif(view);
    return found && found.width > 0 && found.height > 0 ? found : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
