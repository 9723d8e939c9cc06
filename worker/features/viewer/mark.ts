// The hidden mark: a grid of cells over the page, each a trace darker or not, by bits that belong to one copy and page. Far below what an
// eye sees on paper white, and spread over a thousand cells, so that scaling, JPEG and a photograph of the whole page leave most of it.
import { deriveBytes } from '../../platform/digest.ts';

export const COLUMNS = 32;
export const ROWS = 40;
export const CELLS = COLUMNS * ROWS;
/** Steps of 255 that a marked cell is darker. */
const DEPTH = 2;

/** The bits of one page of one copy: 0 or 1 a cell. Only who has the secret can say them. */
export async function markBits(secret: string, copyId: string, page: number): Promise<Uint8Array> {
  const bytes = await deriveBytes(secret, `pitchey page mark v1\n${copyId}\n${page}`, CELLS / 8);
  return Uint8Array.from({ length: CELLS }, (_, cell) => ((bytes[cell >> 3] as number) >> (cell & 7)) & 1);
}

const edge = (index: number, cells: number, pixels: number): number => Math.floor((index * pixels) / cells);

/** Writes the mark into RGBA pixels, in place. Four bytes at a time: this runs for every page that anyone reads. */
export function applyMark(rgba: Uint8Array, width: number, height: number, bits: Uint8Array): void {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  for (let row = 0; row < ROWS; row += 1) {
    const [top, bottom] = [edge(row, ROWS, height), edge(row + 1, ROWS, height)];
    for (let column = 0; column < COLUMNS; column += 1) {
      if (!bits[row * COLUMNS + column]) continue;
      const [left, right] = [edge(column, COLUMNS, width), edge(column + 1, COLUMNS, width)];
      for (let y = top; y < bottom; y += 1) {
        for (let at = y * width + left, end = y * width + right; at < end; at += 1) {
          const word = words[at] as number;
          // Paper, nearly every pixel: one comparison. Ink keeps its tone where there is nothing left to take.
          if (word === 0xffffffff) { words[at] = PAPER; continue; }
          const [r, g, b] = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255];
          words[at] = ((word & 0xff000000) | (Math.max(0, b - DEPTH) << 16) | (Math.max(0, g - DEPTH) << 8) | Math.max(0, r - DEPTH)) >>> 0;
        }
      }
    }
  }
}

const PAPER = (0xff000000 | ((255 - DEPTH) << 16) | ((255 - DEPTH) << 8) | (255 - DEPTH)) >>> 0;
