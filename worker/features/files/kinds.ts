// What each kind of file may be, and what a file really is: decided by its bytes.
import { AppError } from '../../platform/app-error.ts';
import { type FileKind, fileKinds } from '../catalogue/lists.ts';

export type KindRules = (typeof fileKinds)[number];

export const rulesOf = (kind: FileKind): KindRules => fileKinds.find((rules) => rules.value === kind) as KindRules;

/** Kinds that are pictures, decoded and stored anew. An attachment may be one. */
export const isPicture = (contentType: string): boolean => contentType.startsWith('image/');

/** Kinds whose bytes may be many and are watched, not read: hashed late, with no end that is looked at. */
export const isFilm = (contentType: string): boolean => contentType.startsWith('video/');

const TYPE_WORDS: Record<string, string> = {
  'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP', 'application/pdf': 'PDF', 'video/mp4': 'MP4', 'video/webm': 'WebM', 'video/quicktime': 'QuickTime',
};

export function wrongType({ label, types }: KindRules): AppError {
  const words = types.map((type) => TYPE_WORDS[type] ?? type);
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return new AppError('unsupported_media_type', `${label}: send ${list}. What counts is what the file holds, not what it is called.`);
}

export function tooLarge({ label, maxSize }: KindRules): AppError {
  return new AppError('too_large', `${label}: at most ${maxSize / 1024 / 1024} MB.`, { extra: { maxSize } });
}

/** `image/jpg; x` -> `image/jpeg`. */
export function plainType(contentType: string): string {
  const type = (contentType.split(';')[0] as string).trim().toLowerCase();
  return type === 'image/jpg' ? 'image/jpeg' : type;
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** A PDF begins at its first byte and carries no page of markup in its head: what is two things at once is refused. */
const isPdf = (head: Uint8Array): boolean => ascii(head, 0, 5) === '%PDF-' && !/<(?:!doctype|html|script|svg|body)\b/i.test(ascii(head, 0, 1024));

/** The type of a file by its first kilobytes, or undefined for anything that no kind takes. */
export function typeByHead(head: Uint8Array): string | undefined {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (isPdf(head)) return 'application/pdf';
  if (ascii(head, 4, 8) === 'ftyp') {
    const brand = ascii(head, 8, 12);
    if (brand === 'qt  ') return 'video/quicktime';
    if (/^(?:iso[2-9m]|mp4[12]|M4V |MSNV|avc1|dash|mmp4)$/.test(brand)) return 'video/mp4';
  }
  if (startsWith(head, 0x1a, 0x45, 0xdf, 0xa3) && ascii(head, 0, 64).includes('webm')) return 'video/webm';
  return undefined;
}

/** Whether the last kilobytes are an end of this type: nothing stands behind a PDF. */
export const endsAs = (type: string, tail: Uint8Array): boolean => type !== 'application/pdf' || ascii(tail, Math.max(0, tail.length - 1024), tail.length).includes('%%EOF');

/** The type of a file by its first and last kilobytes, or undefined for anything that no kind takes. */
export function sniff(head: Uint8Array, tail: Uint8Array): string | undefined {
  const type = typeByHead(head);
  return type !== undefined && endsAs(type, tail) ? type : undefined;
}
