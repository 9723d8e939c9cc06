// Sizes of pages and the reflow of their words. Pure.
import type { TextRun } from './api.ts';

/** Pixel widths that the server draws pages in. */
export const widths = [612, 918, 1224, 1836] as const;

/** The smallest drawing that fills `cssWidth` at this density; the largest where none does. */
export const drawnWidth = (cssWidth: number, density: number): number => widths.find((width) => width >= cssWidth * density) ?? widths[widths.length - 1] ?? 1224;

export const zooms = [1, 1.25, 1.5, 2, 3] as const;

/** The next step up (1) or down (-1) from a zoom; the same at the end. */
export function zoomed(zoom: number, way: 1 | -1): number {
  const at = zooms.findIndex((step) => step === zoom);
  return zooms[Math.min(zooms.length - 1, Math.max(0, at + way))] ?? 1;
}

export interface Line {
  text: string;
  /** Share of the page's width, from the left edge of its words. */
  indent: number;
  /** A gap stands before it. */
  breaks: boolean;
}

/** Runs as lines of text from top to bottom, for a screen too small for the page: indents stay, so that a screenplay keeps its shape. */
export function linesOf(runs: readonly TextRun[]): Line[] {
  const rows: { y: number; height: number; runs: TextRun[] }[] = [];
  for (const run of runs) {
    const row = rows.find(({ y, height }) => Math.abs(y - run.y) < Math.max(height, run.height) / 2);
    if (row) row.runs.push(run);
    else rows.push({ y: run.y, height: run.height, runs: [run] });
  }
  const left = Math.min(...runs.map(({ x }) => x));
  let last: (typeof rows)[number] | undefined;
  return rows.toSorted((a, b) => a.y - b.y).map((row) => {
    const parts = row.runs.toSorted((a, b) => a.x - b.x);
    const breaks = last !== undefined && row.y - last.y > Math.max(last.height, row.height) * 1.9;
    last = row;
    return { text: parts.map(({ text }) => text).join(' '), indent: (parts[0]?.x ?? left) - left, breaks };
  });
}

/** Whether a run holds the words that were looked for. */
export const holds = ({ text }: TextRun, words: string): boolean => words.length >= 2 && text.normalize('NFKC').toLowerCase().includes(words.normalize('NFKC').toLowerCase());
