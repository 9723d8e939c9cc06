import { credits, disc, ground, ring, stroke, type Point } from '../draw.ts';

export type RouteOptions = {
  paper: string;
  ink: string;
  back?: string;
  lines: readonly { points: readonly Point[]; colour: string; width: number; bend: number; dash?: string }[];
  stops?: readonly { at: Point; r: number; fill: string; edge?: string }[];
  front?: string;
  title: string;
  credit: readonly [string, string];
  creditY?: number;
};

/** A line through points whose corners are rounded by `bend` px. */
export function bent(points: readonly Point[], bend: number): string {
  return points
    .map(([x, y], index) => {
      if (index === 0) return `M${x} ${y}`;
      const after = points[index + 1];
      const before = points[index - 1] as Point;
      if (!after || bend === 0) return `L${x} ${y}`;
      const cut = (from: Point): Point => {
        const length = Math.hypot(from[0] - x, from[1] - y);
        const share = Math.min(bend, length / 2) / length;
        return [Math.round((x + (from[0] - x) * share) * 10) / 10, Math.round((y + (from[1] - y) * share) * 10) / 10];
      };
      return `L${cut(before).join(' ')}Q${x} ${y} ${cut(after).join(' ')}`;
    })
    .join('');
}

/** A way taken: tram line, flight, chase, drift. */
export function route(o: RouteOptions): string {
  const drawn = o.lines
    .map((one) => stroke(bent(one.points, one.bend), one.colour, one.width, `stroke-linejoin="round"${one.dash ? ` stroke-dasharray="${one.dash}"` : ''}`))
    .join('');
  const stops = (o.stops ?? [])
    .map((stop) => disc(stop.at[0], stop.at[1], stop.r, stop.fill) + (stop.edge ? ring(stop.at[0], stop.at[1], stop.r, stop.edge, stop.r * 0.4) : ''))
    .join('');
  return ground(o.paper) + (o.back ?? '') + drawn + stops + (o.front ?? '') + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
