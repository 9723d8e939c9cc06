import { describe, expect, it } from 'vitest';
import { pdf, picture } from '../../testing/factories.ts';
import { plainType, sniff } from './kinds.ts';
import { rangeOf } from '../../http/range.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const of = (file: Uint8Array) => sniff(file.slice(0, 4096), file.slice(-4096));
const box = [0, 0, 0, 24];

describe('sniff', () => {
  it('knows pictures', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) expect(of(await picture(4, 4, format))).toBe(`image/${format}`);
  });

  it.each([
    ['a PDF', pdf(), 'application/pdf'],
    ['an MP4', bytes(box, 'ftypisom0000'), 'video/mp4'],
    ['QuickTime', bytes(box, 'ftypqt  0000'), 'video/quicktime'],
    ['WebM', bytes([0x1a, 0x45, 0xdf, 0xa3], 'xxxxwebm'), 'video/webm'],
    ['Matroska', bytes([0x1a, 0x45, 0xdf, 0xa3], 'xxxxmatroska'), undefined],
    ['AVIF', bytes(box, 'ftypavif0000'), undefined],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), undefined],
    ['HTML', bytes('<!doctype html><script>alert(1)</script>'), undefined],
    ['a PDF that is a page', bytes('%PDF-1.7\n<!DOCTYPE html><script>alert(1)</script>\n%%EOF'), undefined],
    ['a page that is a PDF', bytes('<html><!--\n%PDF-1.7\n%%EOF'), undefined],
    ['a PDF with something behind it', bytes('%PDF-1.7\n%%EOF\n', 'x'.repeat(5000)), undefined],
    ['a ZIP', bytes('PK\u0003\u0004word/document.xml'), undefined],
    ['an EICAR file', bytes('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), undefined],
    ['nothing', bytes(), undefined],
  ])('%s', (_name, file, type) => expect(of(file)).toBe(type));
});

describe('plainType', () => {
  it.each([['image/jpg', 'image/jpeg'], ['Image/PNG; charset=x', 'image/png'], ['', '']])('%s is %s', (given, type) => expect(plainType(given)).toBe(type));
});

describe('rangeOf', () => {
  it.each([
    [undefined, { kind: 'whole' }],
    ['bytes=0-0', { kind: 'part', offset: 0, length: 1 }],
    ['bytes=2-', { kind: 'part', offset: 2, length: 8 }],
    ['bytes=-3', { kind: 'part', offset: 7, length: 3 }],
    ['bytes=-30', { kind: 'part', offset: 0, length: 10 }],
    ['bytes=5-500', { kind: 'part', offset: 5, length: 5 }],
    ['bytes=10-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=5-2', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=a-b', { kind: 'whole' }],
    ['lines=1-2', { kind: 'whole' }],
    [`bytes=${'0-0,'.repeat(1000)}0-0`, { kind: 'whole' }],
    ['bytes=0-99999999999999999999', { kind: 'whole' }],
  ])('%s', (header, range) => expect(rangeOf(header, 10)).toEqual(range));
});
