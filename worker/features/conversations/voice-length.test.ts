// How long real recordings last: made by Chromium's MediaRecorder from a tone, in slices of 250 ms, with nothing about it in their headers.
// Beside each stands what the same browser decoded of it; a packet is 60 ms.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { voiceType } from './file-bytes.ts';
import { voiceLength } from './voice-length.ts';

const recording = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, '../../testing/recordings', name)));
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const le = (value: number, bytes: number): number[] => Array.from({ length: bytes }, (_, n) => Math.floor(value / 256 ** n) % 256);

/** WebM as a recorder writes it, with one block at the end of `clusters` at these times, ms. `claimed`: what its header says. */
function webm(clusters: readonly number[], { toc = 0x78, claimed }: { toc?: number; claimed?: number } = {}): Uint8Array {
  const duration = claimed === undefined ? [] : [0x44, 0x89, 0x88, ...new Uint8Array(new Float64Array([claimed]).buffer).reverse()];
  const info = [0x15, 0x49, 0xa9, 0x66, 0x80 | (7 + duration.length), 0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40, ...duration];
  return new Uint8Array([
    0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84, ...ascii('webm'), 0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255, ...info, 0x86, 0x86, ...ascii('A_OPUS'),
    ...clusters.flatMap((at) => [0x1f, 0x43, 0xb6, 0x75, 0x01, 255, 255, 255, 255, 255, 255, 255, 0xe7, 0x84, ...u32(at), 0xa3, 0x85, 0x81, 0, 40, 0x80, toc]),
  ]);
}

/** One page of Ogg. */
const page = (serial: number, granule: number, body: readonly number[]): number[] => [...ascii('OggS'), 0, 0, ...le(granule, 8), ...le(serial, 4), ...le(0, 8), 1, body.length, ...body];
const opusHead = [...ascii('OpusHead'), 1, 1, ...le(312, 2), ...le(48_000, 4), 0, 0, 0];
const vorbisHead = [1, ...ascii('vorbis'), ...le(0, 4), 1, ...le(44_100, 4), ...le(0, 14)];

describe('a recording', () => {
  it.each([['chromium.webm', 'audio/webm', 2280], ['chromium-paused.webm', 'audio/webm', 1980], ['chromium.mp4', 'audio/mp4', 2200]] as const)('of %s lasts what its sound lasts', (name, type, decoded) => {
    const bytes = recording(name);
    expect(voiceType(bytes)).toBe(type);
    const ms = voiceLength(bytes, type) ?? 0;
    expect(Math.abs(ms - decoded)).toBeLessThanOrEqual(60);
  });

  it('is as long as what is there of it', () => {
    const [whole, half] = [recording('chromium.webm'), recording('chromium.webm').subarray(0, 1400)];
    expect(voiceLength(half, 'audio/webm')).toBeGreaterThan(500);
    expect(voiceLength(half, 'audio/webm')).toBeLessThan((voiceLength(whole, 'audio/webm') ?? 0) - 500);
  });

  it('is not believed what its header claims', () => {
    expect(voiceLength(webm([0, 4000], { claimed: 1 }), 'audio/webm')).toBe(4060);
    expect(voiceLength(webm([], { claimed: 4000 }), 'audio/webm')).toBe(null);
  });

  it('counts its last packet by what the packet says', () => {
    expect([0x00, 0x18, 0x78, 0xf8, 0xe0, 0x79].map((toc) => voiceLength(webm([1000], { toc }), 'audio/webm'))).toEqual([1050, 1100, 1060, 1060, 1043, 1080]);
  });

  it('in Ogg ends with its last page, without what only warms the decoder up', () => {
    const pages = (head: readonly number[], ...granules: number[]) => new Uint8Array([...page(7, 0, head), ...granules.flatMap((granule) => page(7, granule, [1, 2, 3]))]);
    expect(voiceLength(pages(opusHead, 48_000, 96_312), 'audio/ogg')).toBe(2000);
    expect(voiceLength(pages(vorbisHead, 22_050, 66_150), 'audio/ogg')).toBe(1500);
    expect(voiceLength(pages(opusHead), 'audio/ogg')).toBe(null);
    expect(voiceLength(new Uint8Array([...pages(opusHead, 48_000), ...page(8, 96_000, [1])]), 'audio/ogg')).toBe(null);
  });

  it('in MP4 with a table of its samples lasts what they add up to', () => {
    const box = (name: string, ...body: number[]): number[] => [...u32(body.length + 8), ...ascii(name), ...body];
    const mp4 = (scale: number, counted: readonly [number, number][]) => new Uint8Array(box('moov', ...box('trak', ...box('mdia',
      ...box('mdhd', ...u32(0), ...u32(0), ...u32(0), ...u32(scale), ...u32(0), ...u32(0)), ...box('minf', ...box('stbl', ...box('stts', ...u32(0), ...u32(counted.length), ...counted.flat().flatMap(u32))))))));
    expect(voiceLength(mp4(44_100, [[42, 1024], [1, 1092]]), 'audio/mp4')).toBe(1000);
    expect(voiceLength(mp4(0, [[42, 1024]]), 'audio/mp4')).toBe(null);
    expect(voiceLength(mp4(44_100, []), 'audio/mp4')).toBe(null);
  });
});

describe('broken bytes', () => {
  it('cut anywhere, give a length or none, and never one beyond the whole', () => {
    for (const [name, type] of [['chromium.webm', 'audio/webm'], ['chromium.mp4', 'audio/mp4']] as const) {
      const bytes = recording(name);
      const whole = voiceLength(bytes, type) ?? 0;
      for (let end = 0; end < bytes.length; end += 7) expect(voiceLength(bytes.subarray(0, end), type) ?? 0).toBeLessThanOrEqual(whole);
    }
  });

  it('of any kind, read as any kind, come to an end', () => {
    let state = 20261124;
    const random = (): number => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state >>> 24; };
    const heads = [webm([0]), new Uint8Array(page(7, 0, opusHead)), recording('chromium.mp4')];
    for (let round = 0; round < 300; round += 1) {
      const bytes = new Uint8Array([...(heads[round % 3] as Uint8Array), ...Array.from({ length: 200 }, random)]);
      for (let n = 0; n < 8; n += 1) bytes[Math.floor((random() / 256) * bytes.length)] = random();
      for (const type of ['audio/webm', 'audio/ogg', 'audio/mp4'] as const) {
        const ms = voiceLength(bytes, type);
        expect(ms === null || (Number.isFinite(ms) && ms > 0)).toBe(true);
      }
    }
    // Six megabytes of the smallest elements there are.
    for (const filler of [0x80, 0xec, 0x00, 0xff]) expect(voiceLength(new Uint8Array(6 * 1024 * 1024).fill(filler), 'audio/webm')).toBe(null);
  });
});
