import { credits, ground, line, rect, text, MARGIN, W } from '../draw.ts';
import type { Face } from '../type.ts';

export type LedgerOptions = {
  paper: string;
  ink: string;
  rule?: string;
  hot: string;
  face: Face;
  size: number;
  leading: number;
  top: number;
  track?: number;
  rows: readonly (readonly [left: string, right?: string])[];
  hotRow: number;
  strike?: boolean;
  margin?: { x: number; colour: string };
  title: string;
  credit: readonly [string, string];
  creditY?: number;
  fade?: readonly string[];
  x?: number;
  under?: string;
};

/** Typed or written rows; one of them is the film. */
export function ledger(o: LedgerOptions): string {
  const x = o.x ?? MARGIN;
  const rows = o.rows
    .map(([left, right], index) => {
      const y = o.top + index * o.leading;
      const hot = index === o.hotRow;
      const fill = hot ? o.hot : (o.fade?.[index % o.fade.length] ?? o.ink);
      const set = { face: o.face, size: o.size, y, fill, track: o.track ?? 0 };
      return (
        (o.rule ? line(0, y + o.leading * 0.3, W, y + o.leading * 0.3, o.rule, 1) : '') +
        (left && text(left, { ...set, x })) +
        (right ? text(right, { ...set, x: W - MARGIN, anchor: 'end' }) : '') +
        (hot && o.strike ? rect(x - 6, y - o.size * 0.33, W - MARGIN - x + 12, 3, o.hot) : '')
      );
    })
    .join('');
  const margin = o.margin ? line(o.margin.x, 0, o.margin.x, 900, o.margin.colour, 1.6) : '';
  return ground(o.paper) + (o.under ?? '') + margin + rows + o.title + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
