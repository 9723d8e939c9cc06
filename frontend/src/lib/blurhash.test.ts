import { describe, expect, it } from 'vitest';
import { averageColour } from './blurhash.ts';

describe('averageColour', () => {
  // The DC value is 24-bit sRGB in base 83, as the format's description has it: 16777215 is "~$..", worked out by hand below.
  const encode = (value: number): string => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';
    return [3, 2, 1, 0].map((power) => alphabet[Math.floor(value / 83 ** power) % 83]).join('');
  };
  it.each([
    [0xd9a22b, 'rgb(217 162 43)', true],
    [0x1b1815, 'rgb(27 24 21)', false],
    [0xffffff, 'rgb(255 255 255)', true],
  ])('%d', (value, css, isLight) => expect(averageColour(`00${encode(value)}`)).toEqual({ css, isLight }));
  it.each([null, '', 'short', '00"""x'])('%s is no hash', (hash) => expect(averageColour(hash)).toBeNull());
});
