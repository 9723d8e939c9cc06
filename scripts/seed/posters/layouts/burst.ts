import { credits, ground, polygon, type Point } from '../draw.ts';

export type BurstOptions = {
  paper: string;
  ink: string;
  ray: string | readonly string[];
  rays: number;
  cx: number;
  cy: number;
  reach: number;
  from?: number;
  to?: number;
  share?: number;
  centre: string;
  title: string;
  credit: readonly [string, string];
  creditY?: number;
  creditFill?: string;
};

/** Rays from one point, full circle or a fan; angles in degrees clockwise from twelve. */
export function burst(o: BurstOptions): string {
  const from = o.from ?? 0;
  const span = (o.to ?? 360) - from;
  let drawn = '';
  for (let index = 0; index < o.rays; index += 1) {
    const spot = (share: number): Point => {
      const a = ((from + (span * (index + share)) / o.rays) * Math.PI) / 180;
      return [o.cx + Math.sin(a) * o.reach, o.cy - Math.cos(a) * o.reach];
    };
    const fill = typeof o.ray === 'string' ? o.ray : (o.ray[index % o.ray.length] as string);
    drawn += polygon([[o.cx, o.cy], spot(0), spot((o.share ?? 0.5) / 2), spot(o.share ?? 0.5)], fill);
  }
  return ground(o.paper) + drawn + o.centre + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.creditFill ?? o.ink);
}
