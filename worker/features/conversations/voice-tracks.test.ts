// What is taken for a voice note: real recordings of Chromium's MediaRecorder, with sound alone and with a picture beside it, and boxes that hide one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { voiceType } from './file-bytes.ts';

const recording = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, '../../testing/recordings', name)));
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const zeros = (length: number): number[] => Array.from({ length }, () => 0);
const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

const box = (name: string, ...body: number[]): number[] => [...u32(body.length + 8), ...ascii(name), ...body];
/** The same with its length in 64 bits. */
const longBox = (name: string, ...body: number[]): number[] => [...u32(1), ...ascii(name), ...u32(0), ...u32(body.length + 16), ...body];
const trak = (handler: string): number[] => box('trak', ...box('mdia', ...box('hdlr', ...u32(0), ...u32(0), ...ascii(handler), ...u32(0))));
const head = box('ftyp', ...ascii('isom'), ...u32(0));
const mp4 = (...parts: number[][]): Uint8Array => new Uint8Array([...head, ...parts.flat()]);

describe('a recording with sound alone', () => {
  it.each([['chromium.webm', 'audio/webm'], ['chromium-paused.webm', 'audio/webm'], ['chromium.mp4', 'audio/mp4']] as const)('as browsers make it, %s, is a voice note', (name, type) => {
    expect(voiceType(recording(name))).toBe(type);
  });

  it('may name its tracks at its end, or say its lengths in 64 bits', () => {
    expect(voiceType(mp4(box('mdat', 1, 2, 3), box('moov', ...trak('soun'))))).toBe('audio/mp4');
    expect(voiceType(mp4(longBox('mdat', 1, 2, 3), box('moov', ...trak('soun'))))).toBe('audio/mp4');
    expect(voiceType(mp4(box('moov', ...trak('soun')), [...u32(0), ...ascii('mdat'), 1, 2]))).toBe('audio/mp4');
  });
});

describe('a film', () => {
  it.each(['chromium-film.webm', 'chromium-film.mp4'])('as browsers record it, %s, is no voice note', (name) => {
    expect(voiceType(recording(name))).toBeUndefined();
  });

  it('in MP4 is none wherever its track stands, and what names no sound is none either', () => {
    const sound = trak('soun');
    for (const parts of [
      [box('moov', ...sound, ...trak('vide'))],
      [box('mdat', ...new Uint8Array(20_000)), box('moov', ...sound, ...trak('vide'))],
      [longBox('mdat', 1, 2, 3), box('moov', ...trak('vide'))],
      // Sound where no reader looks for it, and a picture where every reader does.
      [sound, box('moov', ...trak('vide'))],
      [box('moov', ...sound), box('moov', ...trak('vide'))],
      [box('moov', ...box('trak', ...box('mdia', ...box('hdlr', ...u32(0), ...u32(0), ...ascii('soun')), ...box('hdlr', ...u32(0), ...u32(0), ...ascii('vide')))))],
      [box('moov', ...box('udta', ...sound))],
      [box('moov')],
      [],
    ]) expect(voiceType(mp4(...parts))).toBeUndefined();
  });

  it('in WebM is none when its track is named late, by whatever codec', () => {
    const track = (type: number, codec: string): number[] => [0xae, 0x80 | (5 + codec.length), 0x83, 0x81, type, 0x86, 0x80 | codec.length, ...ascii(codec)];
    const webm = (...tracks: number[][]): Uint8Array => new Uint8Array([
      0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84, ...ascii('webm'), 0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255,
      ...tracks.flatMap((one) => [0x16, 0x54, 0xae, 0x6b, 0x80 | one.length, ...one, 0xec, 0x50, 0x00, ...zeros(0x1000)]),
    ]);
    expect(voiceType(webm(track(2, 'A_OPUS')))).toBe('audio/webm');
    expect(voiceType(webm(track(2, 'A_OPUS'), track(2, 'A_OPUS'), track(1, 'V_THEORA')))).toBeUndefined();
    expect(voiceType(webm(track(2, 'A_OPUS'), track(17, 'S_TEXT')))).toBeUndefined();
  });

  it('in Ogg is none: a second stream lies beside the sound', () => {
    const page = (serial: number, text: string): number[] => [...ascii('OggS'), 0, 0, ...zeros(8), ...u32(serial), ...zeros(8), 1, text.length, ...ascii(text)];
    expect(voiceType(new Uint8Array([...page(7, 'OpusHead'), ...page(7, 'sound')]))).toBe('audio/ogg');
    expect(voiceType(new Uint8Array([...page(7, 'OpusHead'), ...page(8, '\x80theora'), ...page(7, 'sound')]))).toBeUndefined();
  });
});

describe('bytes of any kind', () => {
  it('are read to an end', () => {
    for (const filler of [0x00, 0x01, 0x80, 0xff]) {
      const bytes = new Uint8Array(6 * 1024 * 1024).fill(filler);
      bytes.set(head);
      expect(voiceType(bytes)).toBeUndefined();
      bytes.set([0x1a, 0x45, 0xdf, 0xa3, 0x80, ...ascii('webmA_OPUS')]);
      expect(voiceType(bytes)).toBe('audio/webm');
    }
  });
});
