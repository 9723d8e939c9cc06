// Whose copy is it? Compares a leaked page with the clean one, cell by cell, and asks which copy's bits explain the difference. Pure.
import type { Part } from './align.ts';
import { CELLS, COLUMNS, ROWS } from './mark.ts';

/** Grey values, 0 to 255, row by row. */
export interface GreyImage {
  pixels: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

const WHOLE: Pick<Part, 'x' | 'y' | 'width' | 'height'> = { x: 0, y: 0, width: 1, height: 1 };

/** Mean grey of each cell that a picture of a part of the page shows whole; NaN for the others. Edges of cells fall where the page has them. */
function cellMeans({ pixels, width, height }: GreyImage, part: typeof WHOLE): Float64Array {
  const means = new Float64Array(CELLS).fill(Number.NaN);
  const across = (column: number): number => Math.round(((column / COLUMNS - part.x) / part.width) * width);
  const down = (row: number): number => Math.round(((row / ROWS - part.y) / part.height) * height);
  for (let row = 0; row < ROWS; row += 1) {
    const [top, bottom] = [down(row), down(row + 1)];
    if (top < 0 || bottom > height || bottom <= top) continue;
    for (let column = 0; column < COLUMNS; column += 1) {
      const [left, right] = [across(column), across(column + 1)];
      if (left < 0 || right > width || right <= left) continue;
      let sum = 0;
      for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) sum += pixels[y * width + x] as number;
      means[row * COLUMNS + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * What is darker in the leak than in the clean page, by cell, freed of what changes slowly (a lamp, a scanner, a changed tone) and
 * of what is far too much to be a mark (a visible watermark, a stain). Cells out of sight are 0.
 */
function residuals(leak: GreyImage, clean: GreyImage, part: typeof WHOLE): Float64Array {
  const [dark, light] = [cellMeans(leak, part), cellMeans(clean, WHOLE)];
  const difference = dark.map((value, cell) => (light[cell] as number) - value);
  return difference.map((value, cell) => {
    if (Number.isNaN(value)) return 0;
    const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
    const around: number[] = [];
    for (let y = Math.max(0, row - 3); y <= Math.min(ROWS - 1, row + 3); y += 1) {
      for (let x = Math.max(0, column - 3); x <= Math.min(COLUMNS - 1, column + 3); x += 1) {
        const near = difference[y * COLUMNS + x] as number;
        if (!Number.isNaN(near)) around.push(near);
      }
    }
    return Math.max(-3, Math.min(3, value - median(around)));
  });
}

export interface Candidate {
  copyId: string;
  bits: Uint8Array;
}

export interface Trace {
  copyId: string;
  /** Standard deviations from chance: a copy that has nothing to do with the leak is within about 4, the right one far above. */
  score: number;
}

/** Below this nobody is named. One copy in a million that has nothing to do with the leak would reach 5. */
export const NAMED_FROM = 6;

/** Candidates, likeliest first. `clean` is the same page without marks, in any size; `part`: what of it the leak shows (align.ts says), else all of it. */
export function trace(leak: GreyImage, clean: GreyImage, candidates: readonly Candidate[], part: typeof WHOLE = WHOLE): Trace[] {
  const residual = residuals(leak, clean, part);
  const power = Math.sqrt(residual.reduce((sum, value) => sum + value * value, 0)) || 1;
  return candidates
    .map(({ copyId, bits }) => ({ copyId, score: residual.reduce((sum, value, cell) => sum + value * (bits[cell] ? 1 : -1), 0) / power }))
    .toSorted((a, b) => b.score - a.score);
}
