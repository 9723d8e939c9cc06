import { credits, ground, shape } from '../draw.ts';
import { outline, pathData, type Face } from '../type.ts';

export type NumeralOptions = {
  paper: string;
  ink: string;
  figure: string;
  face: Face;
  fill: string;
  box: readonly [x: number, y: number, w: number, h: number];
  title: string;
  credit: readonly [string, string];
  creditY?: number;
  back?: string;
  front?: string;
  creditFill?: string;
};

/** One character as large as the sheet allows. The ink fills the box exactly. */
export function numeral(o: NumeralOptions): string {
  const drawn = outline(o.figure, o.face, 400);
  const [x, y, w, h] = o.box;
  const sx = w / (drawn.right - drawn.left);
  const sy = h / (drawn.bottom - drawn.top);
  return (
    ground(o.paper) +
    (o.back ?? '') +
    shape(pathData(drawn, x - drawn.left * sx, y - drawn.top * sy, sx, sy), o.fill) +
    (o.front ?? '') +
    o.title +
    credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.creditFill ?? o.ink)
  );
}
