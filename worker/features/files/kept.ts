// What is kept of an upload's bytes: they decide what it is, and pictures are made anew. For every way that bytes come in.
import { createHash } from 'node:crypto';
import type { Services } from '../../services.ts';
import type { StoredFile } from './file-statements.ts';
import { pictureKey } from './keys.ts';
import { endsAs, rulesOf, typeByHead, wrongType } from './kinds.ts';
import type { UploadRow } from './upload-statements.ts';

/** Bytes looked at on either end. */
export const EDGE = 4096;
/** A picture is kept in this width at most, px. */
const WIDEST = 2400;

type Storage = Services['storage'];
type Announced = Pick<UploadRow, 'kind' | 'contentType'>;
export type Kept = Pick<StoredFile, 'contentType' | 'size' | 'sha256' | 'storageKey' | 'width' | 'height'>;

export async function stored(storage: Storage, key: string, range?: { offset: number; length: number }) {
  const object = await storage.get(key, range);
  if (!object) throw new Error(`stored object ${key} is gone`);
  return object;
}

/** `size` is that of the whole object. */
export async function bytesOf(storage: Storage, key: string, range?: { offset: number; length: number }): Promise<{ bytes: ArrayBuffer; size: number }> {
  const { body, size } = await stored(storage, key, range);
  return { bytes: await new Response(body).arrayBuffer(), size };
}

/** The type by the first bytes. Throws 415 for what the kind does not take, or what is not what it was announced as. */
export function checkHead({ kind, contentType }: Announced, head: Uint8Array): string {
  const rules = rulesOf(kind);
  const type = typeByHead(head);
  if (type === undefined || type !== contentType || !(rules.types as readonly string[]).includes(type)) throw wrongType(rules);
  return type;
}

/** Throws 415 when something else stands behind the end of a type that has one. */
export function checkTail({ kind, contentType }: Announced, tail: Uint8Array): void {
  if (!endsAs(contentType, tail)) throw wrongType(rulesOf(kind));
}

/** Decodes a picture and stores it anew: its raw bytes may say where it was taken. Throws 413 or 415 for what cannot be decoded. */
export async function keepPicture({ storage, images }: Pick<Services, 'storage' | 'images'>, uploadId: string, original: ArrayBuffer): Promise<Kept> {
  const { width } = await images.info(original);
  const picture = await images.toWebp(original, Math.min(width, WIDEST));
  const kept = await images.info(picture);
  const storageKey = pictureKey(uploadId);
  // Before the bytes are handed over.
  const sha256 = createHash('sha256').update(new Uint8Array(picture)).digest('hex');
  const size = picture.byteLength;
  await storage.put(storageKey, picture, 'image/webp');
  return { contentType: 'image/webp', size, sha256, storageKey, width: kept.width, height: kept.height };
}
