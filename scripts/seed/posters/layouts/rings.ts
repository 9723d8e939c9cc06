import { credits, disc, ground, stroke } from '../draw.ts';

export type RingsOptions = {
  paper: string;
  ink: string;
  colours: readonly string[];
  count: number;
  cx: number;
  cy: number;
  inner: number;
  step: number;
  width: number;
  stretch: number;
  dots: readonly { ring: number; angle: number; r: number; fill: string }[];
  title: string;
  credit: readonly [string, string];
  creditY?: number;
  centre?: string;
  front?: string;
};

/** Tracks about one centre: a velodrome, a groove, a sound. `stretch` is the straight between the two half circles, in px. */
export function rings(o: RingsOptions): string {
  const half = o.stretch / 2;
  let tracks = '';
  for (let index = 0; index < o.count; index += 1) {
    const r = o.inner + index * o.step;
    const d =
      half === 0
        ? `M${o.cx - r} ${o.cy}A${r} ${r} 0 1 1 ${o.cx + r} ${o.cy}A${r} ${r} 0 1 1 ${o.cx - r} ${o.cy}Z`
        : `M${o.cx - r} ${o.cy - half}A${r} ${r} 0 0 1 ${o.cx + r} ${o.cy - half}V${o.cy + half}A${r} ${r} 0 0 1 ${o.cx - r} ${o.cy + half}Z`;
    tracks += stroke(d, o.colours[index % o.colours.length] as string, o.width);
  }
  const dots = o.dots
    .map((dot) => {
      const r = o.inner + dot.ring * o.step;
      const a = (dot.angle * Math.PI) / 180;
      const y = o.cy + Math.sin(a) * r + (Math.sin(a) < 0 ? -half : half);
      return disc(o.cx + Math.cos(a) * r, y, dot.r, dot.fill);
    })
    .join('');
  return ground(o.paper) + tracks + (o.centre ?? '') + dots + (o.front ?? '') + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
