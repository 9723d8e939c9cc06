import { at, credits, disc, ground, line, polygon, text } from '../draw.ts';
import type { Face } from '../type.ts';

export type DialOptions = {
  paper: string;
  ink: string;
  plate: string;
  mark: string;
  needle: string;
  cx: number;
  cy: number;
  r: number;
  from: number;
  to: number;
  ticks: number;
  major: number;
  labels: readonly string[];
  labelFace: Face;
  labelSize: number;
  pointsTo: number;
  odd?: { at: number; colour: string; length: number };
  title: string;
  credit: readonly [string, string];
  creditY?: number;
};

const turn = (degrees: number): number => (degrees * Math.PI) / 180;

/** An instrument with a hand; angles in degrees, clockwise from twelve. */
export function dial(o: DialOptions): string {
  const spot = (degrees: number, radius: number): [number, number] => [o.cx + Math.sin(turn(degrees)) * radius, o.cy - Math.cos(turn(degrees)) * radius];
  const angle = (share: number): number => o.from + (o.to - o.from) * share;
  let marks = '';
  for (let index = 0; index <= o.ticks; index += 1) {
    const a = angle(index / o.ticks);
    const isMajor = index % o.major === 0;
    const [x1, y1] = spot(a, o.r * 0.95);
    const [x2, y2] = spot(a, o.r * (isMajor ? 0.86 : 0.91));
    marks += line(x1, y1, x2, y2, o.mark, isMajor ? 5 : 2);
  }
  const labels = o.labels
    .map((label, index) => {
      const [x, y] = spot(angle(index / Math.max(1, o.labels.length - 1)), o.r * 0.73);
      return label && text(label, { face: o.labelFace, size: o.labelSize, x, y: y + o.labelSize * 0.34, fill: o.mark, anchor: 'middle' });
    })
    .join('');
  const odd = o.odd ? line(...spot(o.odd.at, o.r * 0.97), ...spot(o.odd.at, o.r * (0.97 - o.odd.length)), o.odd.colour, 7) : '';
  const hand =
    at(
      o.cx,
      o.cy,
      polygon(
        [
          [-9, 40],
          [0, -o.r * 0.8],
          [9, 40],
        ],
        o.needle,
      ),
      1,
      o.pointsTo,
    ) +
    disc(o.cx, o.cy, 16, o.needle) +
    disc(o.cx, o.cy, 5, o.plate);
  return ground(o.paper) + disc(o.cx, o.cy, o.r, o.plate) + marks + labels + odd + hand + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
