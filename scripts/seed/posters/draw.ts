// Drawing words of the posters: shapes and set type on a 600 x 900 sheet, as SVG text.
import { outline, pathData, type Face } from './type.ts';

export const W = 600;
export const H = 900;
export const MARGIN = 36;

export type Point = readonly [number, number];
export type Anchor = 'start' | 'middle' | 'end';
export type Setting = { face: Face; size: number; x: number; y: number; fill: string; track?: number; anchor?: Anchor; turn?: number };

const n = (value: number): string => String(Math.round(value * 10) / 10);

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${more && ` ${more}`}/>`;
export const ground = (fill: string): string => rect(0, 0, W, H, fill);
export const disc = (cx: number, cy: number, r: number, fill: string, more = ''): string => `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"${more && ` ${more}`}/>`;
export const ring = (cx: number, cy: number, r: number, stroke: string, width: number, more = ''): string =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"${more && ` ${more}`}/>`;
export const polygon = (points: readonly Point[], fill: string, more = ''): string =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}"${more && ` ${more}`}/>`;
export const shape = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${more && ` ${more}`}/>`;
export const line = (x1: number, y1: number, x2: number, y2: number, colour: string, width: number, more = ''): string =>
  stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, colour, width, more);
export const group = (inner: string, transform: string): string => `<g transform="${transform}">${inner}</g>`;
export const at = (x: number, y: number, inner: string, scale = 1, turn = 0): string =>
  group(inner, `translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''}${scale === 1 ? '' : ` scale(${Math.round(scale * 1000) / 1000})`}`);

/** A line of text whose ink starts, centres or ends exactly at x; y is the baseline. */
export function text(words: string, set: Setting): string {
  const shaped = outline(words, set.face, set.size, set.track ?? 0);
  const width = shaped.right - shaped.left;
  const start = set.anchor === 'middle' ? set.x - width / 2 : set.anchor === 'end' ? set.x - width : set.x;
  const path = shape(pathData(shaped, start - shaped.left, set.y), set.fill);
  return set.turn ? group(path, `rotate(${set.turn} ${n(set.x)} ${n(set.y)})`) : path;
}

/** Width of the ink in px. */
export function inkWidth(words: string, face: Face, size: number, track = 0): number {
  const shaped = outline(words, face, size, track);
  return shaped.right - shaped.left;
}

/** The size at which a line's ink is exactly `width` wide. */
export function sizeToFit(words: string, face: Face, width: number, track = 0): number {
  return (width / inkWidth(words, face, 100, track)) * 100;
}

export type Column = { face: Face; x: number; width: number; fill: string | readonly string[]; gap: number; track?: number };
export type Stacked = { svg: string; top: number; bottom: number };

/** Lines each scaled to the full width and piled so that the last ink ends at `bottom` (or the first begins at `top`). */
export function pile(lines: readonly string[], column: Column, where: { bottom: number } | { top: number }): Stacked {
  const rows = lines.map((words) => {
    const size = sizeToFit(words, column.face, column.width, column.track);
    return { words, size, ...outline(words, column.face, size, column.track ?? 0) };
  });
  const height = rows.reduce((sum, row) => sum + (row.bottom - row.top), 0) + column.gap * (rows.length - 1);
  const top = 'top' in where ? where.top : where.bottom - height;
  let y = top;
  const svg = rows
    .map((row, index) => {
      const fill = typeof column.fill === 'string' ? column.fill : (column.fill[index % column.fill.length] as string);
      const path = shape(pathData(row, column.x - row.left, y - row.top), fill);
      y += row.bottom - row.top + column.gap;
      return path;
    })
    .join('');
  return { svg, top, bottom: top + height };
}

/** Lines of one size; y is the first baseline. */
export function lines(words: readonly string[], set: Setting & { leading: number }): string {
  return words.map((one, index) => text(one, { ...set, y: set.y + index * set.leading })).join('');
}

/** The small capitals of a credit line. */
export function small(words: string, x: number, y: number, fill: string, anchor: Anchor = 'start', size = 11.5): string {
  return text(words.toUpperCase(), { face: 'narrow', size, x, y, fill, anchor, track: 0.07 });
}

/** Two credits on one line, at both margins. */
export function credits(left: string, right: string, y: number, fill: string, rightFill = fill): string {
  return small(left, MARGIN, y, fill) + (right && small(right, W - MARGIN, y, rightFill, 'end'));
}

export function sheet(title: string, inner: string): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" role="img"><title>${safe}</title>${inner}</svg>`;
}
