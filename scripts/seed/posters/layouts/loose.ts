import { credits, ground, group, shape } from '../draw.ts';
import { outline, pathData, type Face } from '../type.ts';

export type Letter = { x: number; y: number; turn: number; size: number; fill: string };
export type LooseOptions = {
  paper: string;
  ink: string;
  face: Face;
  word: string;
  letter: (index: number, char: string) => Letter;
  back?: string;
  front?: string;
  credit: readonly [string, string];
  creditY?: number;
  creditFill?: string;
};

/** The title itself does what the film does: each letter placed, turned about its own centre and coloured by hand. x and y are the centre of its ink. */
export function loose(o: LooseOptions): string {
  const drawn = [...o.word]
    .map((char, index) => {
      if (char === ' ') return '';
      const set = o.letter(index, char);
      const cut = outline(char, o.face, set.size);
      return group(shape(pathData(cut, -(cut.left + cut.right) / 2, -(cut.top + cut.bottom) / 2), set.fill), `translate(${set.x} ${set.y}) rotate(${set.turn})`);
    })
    .join('');
  return ground(o.paper) + (o.back ?? '') + drawn + (o.front ?? '') + credits(o.credit[0], o.credit[1], o.creditY ?? 868, o.creditFill ?? o.ink);
}
