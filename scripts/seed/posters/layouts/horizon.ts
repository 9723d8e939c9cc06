import { credits, disc, ground, rect, W } from '../draw.ts';

export type HorizonOptions = {
  sky: string;
  bands: readonly (readonly [y: number, fill: string])[];
  sun?: { cx: number; cy: number; r: number; fill: string };
  weather?: string;
  figure: string;
  title: string;
  credit: readonly [string, string];
  creditY: number;
  creditFill: string;
  front?: string;
};

/** A big sky, flat ground, and something very small that matters. */
export function horizon(o: HorizonOptions): string {
  const sun = o.sun ? disc(o.sun.cx, o.sun.cy, o.sun.r, o.sun.fill) : '';
  const bands = o.bands.map(([y, fill]) => rect(0, y, W, 900 - y, fill)).join('');
  return ground(o.sky) + sun + (o.weather ?? '') + bands + o.figure + o.title + (o.front ?? '') + credits(o.credit[0], o.credit[1], o.creditY, o.creditFill);
}
