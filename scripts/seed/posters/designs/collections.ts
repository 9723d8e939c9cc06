// Things laid out side by side, as in a drawer.
import type { Designs } from '../design.ts';
import { at, disc, group, MARGIN, polygon, rect, shape, stroke } from '../draw.ts';
import { grid } from '../layouts/grid.ts';
import { bird, boot, calf, glass, glove, house, key, parasol, person, pigeon, spectacles, teapot, tooth, trumpet, tug, umbrella } from '../motifs.ts';

const perforated = (w: number, h: number, fill: string, hole: string): string => {
  let holes = '';
  for (let x = -w / 2; x <= w / 2; x += 12) holes += disc(x, -h / 2, 4, hole) + disc(x, h / 2, 4, hole);
  for (let y = -h / 2 + 12; y < h / 2; y += 12) holes += disc(-w / 2, y, 4, hole) + disc(w / 2, y, 4, hole);
  return rect(-w / 2, -h / 2, w, h, fill) + holes;
};

export const collections: Designs = {
  'lost-property': () => {
    const things = [umbrella, key, glove, spectacles, boot, teapot, tooth];
    return grid({
      paper: '#BFD3EE',
      ink: '#15264B',
      columns: 4,
      rows: 5,
      top: 112,
      height: 690,
      scale: 1.0,
      title: [],
      face: 'grotesk',
      titleBottom: 0,
      fill: '#15264B',
      cell: (index) => (index === 13 ? trumpet('#E4432D') : at(0, 0, (things[(index * 3) % 7] as typeof umbrella)('#15264B'), 0.94)),
      word: { words: 'Lost property', face: 'grotesk', size: 66, x: MARGIN, y: 90, fill: '#15264B', track: -0.03 },
      credit: ['A documentary in six parts', 'Nobody has asked for it yet'],
      creditY: 868,
    });
  },
  'wet-plate': () =>
    grid({
      paper: '#17110D',
      ink: '#C9A77C',
      columns: 3,
      rows: 4,
      top: 36,
      height: 640,
      scale: 1,
      title: ['Wet Plate'],
      face: 'didoneItalic',
      titleBottom: 824,
      fill: '#E3C79B',
      cell: (index) => {
        const near = 0.1 + index * index * 0.0135;
        const clip = `<clipPath id="wp${index}"><ellipse cx="0" cy="0" rx="60" ry="70"/></clipPath>`;
        return `${clip}<g clip-path="url(#wp${index})">${rect(-60, -72, 120, 150, '#C9A77C')}${rect(-60, 26, 120, 50, '#A5835B')}${at(12, 30 - near * 30, person('#2A1B12'), near * 1.15)}</g>`;
      },
      credit: ['A film by Augusta Pell-Romero', 'Hold still'],
      creditY: 866,
    }),
  'postage-due': () =>
    grid({
      paper: '#0F4C5C',
      ink: '#F3E9D6',
      columns: 3,
      rows: 3,
      top: 26,
      height: 510,
      scale: 0.88,
      title: ['POSTAGE', 'DUE'],
      face: 'slab',
      titleBottom: 838,
      fill: ['#F3E9D6', '#F2A65A'],
      gap: 14,
      inset: 62,
      cell: (index) => {
        const inks = ['#E36414', '#F2A65A', '#9A031E', '#5F8D4E', '#F2A65A', '#E36414', '#3A6EA5', '#9A031E', '#0F4C5C'];
        const pictures = [bird, calf, house, tug, key, pigeon, tooth, trumpet, umbrella];
        const ink = inks[index] as string;
        if (index === 4)
          return perforated(136, 160, '#F3E9D6', '#0F4C5C') + rect(-54, -66, 108, 132, '#F3E9D6') + stroke('M-54 -66H54V66H-54Z', '#0F4C5C', 1.5, 'stroke-dasharray="3 5"');
        return perforated(136, 160, '#F3E9D6', '#0F4C5C') + rect(-54, -66, 108, 132, ink) + at(0, 2, (pictures[index] as typeof bird)('#F3E9D6'), 0.88);
      },
      credit: ['An animated film by Benedita Crasto-Lume', 'Return to sender'],
      creditY: 872,
    }),
  'last-orders-please': () =>
    grid({
      paper: '#7B1E2B',
      ink: '#F5E6C8',
      columns: 4,
      rows: 3,
      top: 150,
      height: 560,
      scale: 1.2,
      title: ['LAST ORDERS, PLEASE'],
      face: 'gothic',
      titleBottom: 834,
      fill: '#F5E6C8',
      gap: 14,
      cell: (index) => glass('#F5E6C8', '#E29A2D', Math.max(0, 0.94 - index * 0.086)),
      credit: ['An unscripted format', 'Closing tonight, twelve times a year'],
      creditY: 872,
      word: { words: 'Time.', face: 'italic', size: 84, x: MARGIN, y: 112, fill: '#E29A2D' },
    }),
  'half-board': () =>
    grid({
      paper: '#EBD9AE',
      ink: '#1B4B66',
      columns: 3,
      rows: 4,
      top: 40,
      height: 640,
      scale: 1.46,
      inset: 30,
      title: ['Half Board'],
      face: 'swash',
      titleBottom: 834,
      fill: '#1B4B66',
      cell: (index) =>
        index === 7
          ? group(
              polygon(
                [
                  [0, -52],
                  [7, -30],
                  [5, 52],
                  [-5, 52],
                  [-7, -30],
                ],
                '#1B4B66',
              ),
              'rotate(24)',
            )
          : parasol('#F8F1DE', (['#E4572E', '#1B4B66', '#2A9D8F'] as const)[(index + Math.floor(index / 3)) % 3] as string, 16),
      credit: ['A returning comedy, half-hours', 'Open all winter, for some reason'],
      creditY: 868,
    }),
  'minor-powers': () =>
    grid({
      paper: '#D8252F',
      ink: '#FFF4DC',
      columns: 3,
      rows: 3,
      top: 40,
      height: 590,
      scale: 1.5,
      inset: 40,
      title: ['MINOR', 'POWERS'],
      face: 'wide',
      titleBottom: 836,
      fill: ['#FFF4DC', '#FFC93C'],
      gap: 12,
      cell: (index) => {
        const cape = (fill: string): string => shape('M-14 -28H14Q22 10 30 44Q16 36 8 46Q0 36 -8 46Q-16 36 -30 44Q-22 10 -14 -28Z', fill) + rect(-16, -34, 32, 8, fill);
        return disc(0, 0, 52, index === 4 ? '#FFF4DC' : '#B51A24') + at(0, -1, cape(index === 4 ? '#D8252F' : '#FFC93C'), index === 4 ? 0.34 : 0.92);
      },
      credit: ['A returning series by Gwenllian Prosser-Shah', 'Form 11b, section 4'],
      creditY: 870,
    }),
};
