import { ground, credits } from '../draw.ts';

export type SlicesOptions = {
  paper: string;
  ink: string;
  inner: string;
  cuts: readonly (readonly [from: number, to: number, shift: number])[];
  id: string;
  front?: string;
  credit: readonly [string, string];
  creditY?: number;
};

/** One drawing cut into horizontal strips, each pushed sideways by `shift` px. */
export function slices(o: SlicesOptions): string {
  const drawn = o.cuts
    .map(
      ([from, to, shift], index) =>
        `<clipPath id="${o.id}${index}"><rect x="-200" y="${from}" width="1000" height="${to - from}"/></clipPath><g transform="translate(${shift} 0)"><g clip-path="url(#${o.id}${index})">${o.inner}</g></g>`,
    )
    .join('');
  return ground(o.paper) + drawn + (o.front ?? '') + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.ink);
}
