// Where a file lies in the object store. The server names it; what the client called it is only shown.
import { WIDTHS } from './schema.ts';

/** What was uploaded, byte for byte. */
export const rawKey = (uploadId: string): string => `files/${uploadId}/raw`;
/** A picture as it is kept: decoded and encoded anew, without what the camera wrote into it. */
export const pictureKey = (uploadId: string): string => `files/${uploadId}/picture.webp`;

/** The folder of one file. Sizes lie in it under names of their own, so that a folder shared by two files would mix their pictures up. */
function folderOf(key: string): string {
  if (!/^files\/[^/]+\/[^/]+$/.test(key)) throw new Error(`no key of a file: ${key}`);
  return key.slice(0, key.lastIndexOf('/'));
}

/** A picture in a width of `WIDTHS`. */
export const variantKey = (key: string, width: number): string => `${folderOf(key)}/w${width}.webp`;

/** The whole picture that a poster shows a part of. */
export const wholeKey = (key: string): string => `${folderOf(key)}/whole.webp`;

/** Everything that may lie beside a key, itself included: what goes when the file goes. */
export const everyKey = (key: string): string[] => [`${folderOf(key)}/raw`, `${folderOf(key)}/picture.webp`, wholeKey(key), ...WIDTHS.map((width) => variantKey(key, width))];
