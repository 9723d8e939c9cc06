import type { Random } from './random.ts';

/** A UUIDv7 whose random part comes from the seed, so that the same seed gives the same ids. `at`: Unix time in ms. */
export function idAt(source: Random, at: number): string {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  const bits = (digits: number): string =>
    Math.floor(source.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = (8 + source.int(0, 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(6)}${bits(6)}`;
}
