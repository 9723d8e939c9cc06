// Which tracks a recording holds, read from its structure and not from words that happen to stand in it: a voice note is sound alone.
import { vint } from './voice-length.ts';

/** `end` never lies beyond what there is: what is cut off is as long as what is left of it. */
interface Box { name: string; start: number; end: number }

/** The boxes of MP4 that lie side by side between two places. */
function* boxes(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 8 <= to;) {
    const said = view.getUint32(at);
    // 1: the length follows in 64 bits. 0: all that is left.
    const isLong = said === 1 && at + 16 <= to;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : said === 0 ? to - at : said;
    const start = at + (isLong ? 16 : 8);
    if (at + size < start) return;
    const end = Math.min(to, at + size);
    yield { name: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), start, end };
    at = end;
  }
}

/** What handles each track of an MP4: "soun", "vide"; empty where the track does not say. */
function mp4Tracks(bytes: Uint8Array): string[] {
  const inside = (all: readonly Box[], name: string): Box[] => all.filter((box) => box.name === name).flatMap(({ start, end }) => [...boxes(bytes, start, end)]);
  const traks = inside([...boxes(bytes, 0, bytes.length)], 'moov').filter(({ name }) => name === 'trak');
  return traks.map((trak) => {
    const handlers = inside(inside([trak], 'trak'), 'mdia').filter(({ name }) => name === 'hdlr').map(({ start }) => String.fromCharCode(...bytes.subarray(start + 8, start + 12)));
    return handlers.length === 1 ? (handlers[0] as string) : '';
  });
}

const EBML = { segment: 0x18538067, tracks: 0x1654ae6b, entry: 0xae, type: 0x83, cluster: 0x1f43b675 };
/** Elements looked at: many times those of the longest recording. */
const MOST_STEPS = 200_000;
/** Of a track in WebM: 1 film, 2 sound. */
const SOUND = 2;
const ENTERED: ReadonlySet<number> = new Set([EBML.segment, EBML.tracks, EBML.entry, EBML.cluster]);

/** The kind of each track of a WebM, wherever its list stands. */
function webmTracks(bytes: Uint8Array): number[] {
  const kinds: number[] = [];
  for (let at = 0, step = 0; at < bytes.length && step < MOST_STEPS; step += 1) {
    const id = vint(bytes, at, true);
    const size = id && vint(bytes, at + id.length, false);
    if (!id || !size) break;
    at += id.length + size.length;
    if (ENTERED.has(id.value as number)) continue;
    if (size.value === null) break;
    if (id.value === EBML.type) kinds.push(bytes.subarray(at, at + size.value).reduce((value, byte) => value * 256 + byte, 0));
    at += size.value;
  }
  return kinds;
}

/** How many streams lie in an Ogg. */
function oggStreams(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const serials = new Set<number>();
  for (let at = 0; at + 27 <= bytes.length && view.getUint32(at) === 0x4f676753;) {
    serials.add(view.getUint32(at + 14));
    const from = at + 27 + (bytes[at + 26] as number);
    at = bytes.subarray(at + 27, from).reduce((sum, length) => sum + length, from);
  }
  return serials.size;
}

/** Whether there is sound in it and nothing to look at. */
export function isSoundAlone(bytes: Uint8Array, type: 'audio/webm' | 'audio/ogg' | 'audio/mp4'): boolean {
  if (type === 'audio/ogg') return oggStreams(bytes) === 1;
  if (type === 'audio/webm') return webmTracks(bytes).every((kind) => kind === SOUND);
  const tracks = mp4Tracks(bytes);
  return tracks.length > 0 && tracks.every((handler) => handler === 'soun');
}
