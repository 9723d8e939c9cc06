import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { averageColour } from '../../frontend/src/lib/blurhash.ts';
import { allPitches } from './content/all.ts';
import { blurhashOf } from './posters/blurhash.ts';
import { drawnSlugs, drawPoster } from './posters/generator.ts';
import { posterOf } from './posters/poster.ts';
import { outline } from './posters/type.ts';

const art = readdirSync(join(import.meta.dirname, 'posters', 'art'));
const posters = allPitches.flatMap(({ slug, title }) => {
  const svg = posterOf(slug, title);
  return svg === null ? [] : [[slug, title, svg] as const];
});

describe('posters', () => {
  it('are of a film each, and none is left over', () => {
    const slugs = new Set(allPitches.map((pitch) => pitch.slug));
    expect(art).toHaveLength(16);
    expect([...drawnSlugs, ...art.map((file) => file.replace('.svg', ''))].filter((slug) => !slugs.has(slug))).toEqual([]);
    expect(posters.length).toBe(drawnSlugs.length + art.length);
  });

  it.each(posters)('%s needs no font and nothing from elsewhere, and is 2:3', async (slug, title, svg) => {
    expect(svg).not.toMatch(/<text|<image|<script|font-family|href="(?!#)|NaN|undefined|Infinity/);
    expect(svg).toContain('viewBox="0 0 600 900"');
    expect(svg).toContain(title.replaceAll('&', '&amp;'));
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect([slug, ids.includes(used)]).toEqual([slug, true]);
    const { width, height } = await sharp(Buffer.from(svg), { density: 72 }).metadata();
    expect((height ?? 0) / (width ?? 1)).toBeCloseTo(1.5, 2);
  });

  it('are drawn the same every time', () => {
    for (const slug of drawnSlugs) expect(drawPoster(slug, 'x') === drawPoster(slug, 'x')).toBe(true);
  });

  it('have no two alike', () => expect(new Set(posters.map(([, , svg]) => svg.replace(/<title.*?<\/title>/, ''))).size).toBe(posters.length));

  it('a film without one has none', () => expect(posterOf('the-low-door', 'The Low Door')).toBeNull());

  it('those made by hand hold outlines only', () => {
    for (const file of art) expect(readFileSync(join(import.meta.dirname, 'posters', 'art', file), 'utf8')).not.toContain('<text');
  });
});

describe('outline', () => {
  it('gives the ink of a line, and a wider one for a larger size', () => {
    const small = outline('Salt', 'didone', 10);
    const large = outline('Salt', 'didone', 20);
    expect(small.commands.length).toBeGreaterThan(20);
    expect(large.right - large.left).toBeCloseTo((small.right - small.left) * 2, 5);
    expect(small.top).toBeLessThan(0);
  });

  it('refuses a letter that the face has not got', () => expect(() => outline('ж', 'gothic', 10)).toThrow('gothic has no glyph for "ж"'));
});

describe('blurhashOf', () => {
  const flat = (colour: readonly number[]): Uint8Array => Uint8Array.from(Array.from({ length: 32 * 48 }, () => colour).flat());

  it('says the average colour, as the page reads it', () => {
    expect(averageColour(blurhashOf(flat([217, 162, 43]), 32, 48, 4, 5))).toEqual({ css: 'rgb(217 162 43)', isLight: true });
    expect(averageColour(blurhashOf(flat([27, 24, 21]), 32, 48, 4, 5))).toEqual({ css: 'rgb(27 24 21)', isLight: false });
  });

  it('has a length that follows from its components, and tells two pictures apart', () => {
    const half = flat([255, 255, 255]).fill(0, 0, 32 * 24 * 3);
    expect(blurhashOf(half, 32, 48, 4, 5)).toHaveLength(4 + 2 * 4 * 5);
    expect(blurhashOf(half, 32, 48, 4, 5)).not.toBe(blurhashOf(flat([188, 188, 188]), 32, 48, 4, 5));
  });

  it('refuses bytes that are not that picture', () => expect(() => blurhashOf(new Uint8Array(7), 2, 2, 1, 1)).toThrow('7 bytes'));
});
