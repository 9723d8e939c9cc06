import { credits, ground, rect } from '../draw.ts';

export type NestedOptions = {
  paper: string;
  ink: string;
  frames: readonly string[];
  shrink: number;
  x: number;
  y: number;
  w: number;
  h: number;
  drift: number;
  core?: string;
  title: string;
  credit: readonly [string, string];
  creditY?: number;
  front?: string;
};

/** A doorway in a doorway in a doorway. Every frame keeps its foot on the one before; `drift` moves the centre aside, in shares of the lost width. */
export function nested(o: NestedOptions): string {
  let { x, y, w, h } = o;
  let drawn = '';
  for (const fill of o.frames) {
    drawn += rect(x, y, w, h, fill);
    const lost = w * (1 - o.shrink);
    x += lost * (0.5 + o.drift);
    y += h * (1 - o.shrink) * 0.86;
    w -= lost;
    h *= o.shrink;
  }
  return ground(o.paper) + drawn + (o.core ?? '') + (o.front ?? '') + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
