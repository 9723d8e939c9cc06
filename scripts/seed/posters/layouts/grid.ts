import { at, credits, ground, pile, text, W, MARGIN, type Setting } from '../draw.ts';
import type { Face } from '../type.ts';

export type Cell = (index: number, column: number, row: number) => string;
export type GridOptions = {
  paper: string;
  ink: string;
  columns: number;
  rows: number;
  top: number;
  height: number;
  scale: number;
  cell: Cell;
  title: readonly string[];
  face: Face;
  titleBottom: number;
  fill: string | readonly string[];
  gap?: number;
  inset?: number;
  titleWidth?: number;
  credit: readonly [string, string];
  creditY?: number;
  extra?: string;
  word?: Setting & { words: string };
};

/** A field of the same thing, again and again, until one of them is not. */
export function grid(o: GridOptions): string {
  const inset = o.inset ?? MARGIN;
  const stepX = (W - inset * 2) / o.columns;
  const stepY = o.height / o.rows;
  let cells = '';
  for (let index = 0; index < o.columns * o.rows; index += 1) {
    const column = index % o.columns;
    const row = Math.floor(index / o.columns);
    cells += at(inset + stepX * (column + 0.5), o.top + stepY * (row + 0.5), o.cell(index, column, row), o.scale);
  }
  const set = o.title.length
    ? pile(o.title, { face: o.face, x: MARGIN, width: o.titleWidth ?? W - MARGIN * 2, fill: o.fill, gap: o.gap ?? 14 }, { bottom: o.titleBottom }).svg
    : '';
  const word = o.word ? text(o.word.words, o.word) : '';
  return ground(o.paper) + cells + set + word + (o.extra ?? '') + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
