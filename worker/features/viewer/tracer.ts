// Whose copy is it? Compares a leaked page with the clean one, cell by cell, and asks which copy's bits explain the difference. Pure.
import { CELLS, COLUMNS, ROWS } from './mark.ts';

/** Grey values, 0 to 255, row by row. */
export interface GreyImage {
  pixels: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

/** Mean grey of each cell. */
function cellMeans({ pixels, width, height }: GreyImage): Float64Array {
  const means = new Float64Array(CELLS);
  for (let row = 0; row < ROWS; row += 1) {
    const [top, bottom] = [Math.floor((row * height) / ROWS), Math.floor(((row + 1) * height) / ROWS)];
    for (let column = 0; column < COLUMNS; column += 1) {
      const [left, right] = [Math.floor((column * width) / COLUMNS), Math.floor(((column + 1) * width) / COLUMNS)];
      let sum = 0;
      for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) sum += pixels[y * width + x] as number;
      means[row * COLUMNS + column] = sum / Math.max(1, (bottom - top) * (right - left));
    }
  }
  return means;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * What is darker in the leak than in the clean page, by cell, freed of what changes slowly (a lamp, a scanner, a changed tone) and
 * of what is far too much to be a mark (a visible watermark, a stain).
 */
function residuals(leak: GreyImage, clean: GreyImage): Float64Array {
  const [dark, light] = [cellMeans(leak), cellMeans(clean)];
  const difference = dark.map((value, cell) => (light[cell] as number) - value);
  return difference.map((value, cell) => {
    const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
    const around: number[] = [];
    for (let y = Math.max(0, row - 3); y <= Math.min(ROWS - 1, row + 3); y += 1) {
      for (let x = Math.max(0, column - 3); x <= Math.min(COLUMNS - 1, column + 3); x += 1) around.push(difference[y * COLUMNS + x] as number);
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

/** Candidates, likeliest first. `clean` is the same page without marks, in any size. */
export function trace(leak: GreyImage, clean: GreyImage, candidates: readonly Candidate[]): Trace[] {
  const residual = residuals(leak, clean);
  const power = Math.sqrt(residual.reduce((sum, value) => sum + value * value, 0)) || 1;
  return candidates
    .map(({ copyId, bits }) => ({ copyId, score: residual.reduce((sum, value, cell) => sum + value * (bits[cell] ? 1 : -1), 0) / power }))
    .toSorted((a, b) => b.score - a.score);
}
