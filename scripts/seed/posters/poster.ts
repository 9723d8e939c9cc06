import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPoster } from './generator.ts';

const art = join(import.meta.dirname, 'art');

/** The SVG of a film's poster: made by hand, else drawn by the generator, else null. */
export function posterOf(slug: string, title: string): string | null {
  const file = join(art, `${slug}.svg`);
  return existsSync(file) ? readFileSync(file, 'utf8') : drawPoster(slug, title);
}
