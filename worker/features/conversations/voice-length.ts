// How long a voice note lasts, read from its bytes: what its blocks of sound say, never what a header or a client claims. A recorder of a
// browser writes its header before it knows the length. Every reader moves forward at each step, so that no bytes keep it busy for long.

type Kind = 'audio/webm' | 'audio/ogg' | 'audio/mp4';

/** Steps in one recording: five minutes in the shortest packets there are (2.5 ms), and their boxes. */
const MOST_STEPS = 200_000;

/** ms of an Opus packet, by its first bytes (RFC 6716, 3.1). */
function opusMs(packet: Uint8Array): number {
  const [toc, second = 0] = packet;
  if (toc === undefined) return 0;
  const config = toc >> 3;
  const frame = config < 12 ? [10, 20, 40, 60][config & 3] as number : config < 16 ? [10, 20][config & 1] as number : [2.5, 5, 10, 20][config & 3] as number;
  return frame * ([1, 2, 2, second & 63][toc & 3] as number);
}

/** A number of EBML at `at`, with how many bytes it takes. `value` null: the size is not known. */
export function vint(bytes: Uint8Array, at: number, keepsMarker: boolean): { value: number | null; length: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return undefined;
  let value = keepsMarker ? first : first & (0xff >> length);
  let isUnknown = !keepsMarker && value === 0xff >> length;
  for (let n = 1; n < length; n += 1) {
    const byte = bytes[at + n] as number;
    if (byte !== 0xff) isUnknown = false;
    value = value * 256 + byte;
  }
  return { value: isUnknown ? null : value, length };
}

const uint = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);

const WEBM = { segment: 0x18538067, info: 0x1549a966, scale: 0x2ad7b1, cluster: 0x1f43b675, time: 0xe7, group: 0xa0, block: 0xa1, simpleBlock: 0xa3 };
const INSIDE: ReadonlySet<number> = new Set([WEBM.segment, WEBM.info, WEBM.cluster, WEBM.group]);

/** The end of the last block: the time of its cluster, its own within it, and what its packet lasts. */
function webmMs(bytes: Uint8Array): number {
  let [at, scale, cluster, end] = [0, 1_000_000, 0, 0];
  for (let step = 0; step < MOST_STEPS && at < bytes.length; step += 1) {
    const id = vint(bytes, at, true);
    const size = id && vint(bytes, at + id.length, false);
    if (!id || !size) break;
    at += id.length + size.length;
    const name = id.value as number;
    // Containers are entered and not skipped, whether their size is known or not.
    if (INSIDE.has(name)) continue;
    if (size.value === null) break;
    const data = bytes.subarray(at, at + size.value);
    if (data.length < size.value) break;
    at += size.value;
    if (name === WEBM.scale) scale = uint(data);
    else if (name === WEBM.time) cluster = uint(data);
    else if (name === WEBM.block || name === WEBM.simpleBlock) {
      const track = vint(data, 0, false);
      if (!track || data.length < track.length + 3) break;
      const within = new DataView(data.buffer, data.byteOffset, data.byteLength).getInt16(track.length);
      end = Math.max(end, ((cluster + within) * scale) / 1_000_000 + opusMs(data.subarray(track.length + 3)));
    }
  }
  return end;
}

/** The last granule position of the one stream: samples of 48 kHz for Opus, without those that only warm it up. */
function oggMs(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, rate, skip, last] = [0, 0, 0, 0];
  let serial: number | undefined;
  for (let step = 0; step < MOST_STEPS && at + 27 <= bytes.length; step += 1) {
    if (view.getUint32(at) !== 0x4f676753) break;
    const segments = bytes[at + 26] as number;
    const from = at + 27 + segments;
    const next = bytes.subarray(at + 27, from).reduce((sum, length) => sum + length, from);
    if (next > bytes.length) break;
    if (serial === undefined) {
      serial = view.getUint32(at + 14);
      const isOpus = String.fromCharCode(...bytes.subarray(from, from + 8)) === 'OpusHead';
      if (next - from < 19) return 0;
      [rate, skip] = isOpus ? [48_000, view.getUint16(from + 10, true)] : [view.getUint32(from + 12, true), 0];
    } else if (view.getUint32(at + 14) !== serial) return 0;
    const granule = view.getBigInt64(at + 6, true);
    if (granule > 0n) last = Math.max(last, Number(granule));
    at = next;
  }
  return rate > 0 ? ((last - skip) * 1000) / rate : 0;
}

const CONTAINERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']);

/** What the samples of the one track add up to: listed in one table, or in fragments, each of which says when it begins. */
function mp4Ms(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, scale, end, now, usual, ofFragment] = [0, 0, 0, 0, 0, 0];
  for (let step = 0; step < MOST_STEPS && at + 8 <= bytes.length; step += 1) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (CONTAINERS.has(name)) {
      at += 8;
      continue;
    }
    // To the end of the file, or longer than 4 GB: there is nothing after it that we would read.
    if (size < 8 || at + size > bytes.length) break;
    const box = new DataView(bytes.buffer, bytes.byteOffset + at + 8, size - 8);
    at += size;
    const has = (length: number): boolean => box.byteLength >= length;
    const flags = has(4) ? box.getUint32(0) & 0xffffff : 0;
    if (name === 'mdhd' && has(24)) scale = box.getUint32(box.getUint8(0) === 1 ? 20 : 12);
    else if (name === 'stts' && has(8)) for (let n = 0; n < box.getUint32(4) && has(16 + n * 8); n += 1) now += box.getUint32(8 + n * 8) * box.getUint32(12 + n * 8);
    else if (name === 'trex' && has(16)) usual = box.getUint32(12);
    else if (name === 'tfhd' && has(8)) {
      const place = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
      ofFragment = flags & 8 && has(place + 4) ? box.getUint32(place) : usual;
    } else if (name === 'tfdt' && has(8)) now = box.getUint8(0) === 1 && has(12) ? Number(box.getBigUint64(4)) : box.getUint32(4);
    else if (name === 'trun' && has(8)) {
      const count = box.getUint32(4);
      const stride = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
      if (!(flags & 0x100)) now += count * ofFragment;
      else for (let n = 0, place = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0); n < count && has(place + 4); n += 1, place += stride) now += box.getUint32(place);
    }
    end = Math.max(end, now);
  }
  return scale > 0 ? (end * 1000) / scale : 0;
}

/** ms that a recording of this type lasts, or null where its bytes do not tell. */
export function voiceLength(bytes: Uint8Array, type: Kind): number | null {
  const ms = type === 'audio/webm' ? webmMs(bytes) : type === 'audio/ogg' ? oggMs(bytes) : mp4Ms(bytes);
  return Number.isFinite(ms) && ms > 0 ? Math.round(ms) : null;
}
