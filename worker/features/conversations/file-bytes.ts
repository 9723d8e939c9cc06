// What a file of a conversation is, decided by its bytes.
import { AppError } from '../../platform/app-error.ts';
import { isSoundAlone } from './voice-tracks.ts';

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

type VoiceType = 'audio/webm' | 'audio/ogg' | 'audio/mp4';

/** Bytes looked at for what made a recording. */
const TRACKS = 8192;

/** The type of a recording that browsers make, or undefined for anything else: a film, or a picture that is called a voice note. */
export function voiceType(bytes: Uint8Array): VoiceType | undefined {
  const type = soundType(bytes);
  return type && isSoundAlone(bytes, type) ? type : undefined;
}

function soundType(bytes: Uint8Array): VoiceType | undefined {
  const head = ascii(bytes, 0, Math.min(TRACKS, bytes.length));
  if (startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3)) return head.includes('webm') && /A_(?:OPUS|VORBIS)/.test(head) && !/V_(?:VP8|VP9|AV1|MPEG)/.test(head) ? 'audio/webm' : undefined;
  if (head.startsWith('OggS')) return /OpusHead|vorbis/.test(head) ? 'audio/ogg' : undefined;
  if (head.slice(4, 8) === 'ftyp' && /^(?:M4A |isom|iso[2-9m]|mp4[12]|dash|avc1)$/.test(head.slice(8, 12))) return 'audio/mp4';
  return undefined;
}

/** Bytes of a body, up to `most`. Throws `too_large` past it and `bad_request` for nothing. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): AppError => new AppError('too_large', `At most ${most / 1024 / 1024} MB.`, { extra: { maxSize: most } });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > most) throw tooLarge();
      chunks.push(chunk);
    }
  }
  if (size === 0) throw new AppError('bad_request', 'There is nothing in this file.');
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
