// Instruments.
import type { Designs } from '../design.ts';
import { MARGIN, pile, rect, text, W } from '../draw.ts';
import { dial } from '../layouts/dial.ts';

export const dials: Designs = {
  'the-weighbridge': () =>
    dial({
      paper: '#E6D9BD',
      ink: '#17130E',
      plate: '#17130E',
      mark: '#E6D9BD',
      needle: '#E23D1F',
      cx: 300,
      cy: 344,
      r: 290,
      from: -132,
      to: 132,
      ticks: 56,
      major: 7,
      labels: ['0', '7', '14', '21', '28', '35', '42', '49', '56'],
      labelFace: 'gothic',
      labelSize: 46,
      pointsTo: 151,
      title:
        pile(['THE WEIGHBRIDGE'], { face: 'gothic', x: MARGIN, width: W - MARGIN * 2, fill: '#17130E', gap: 0 }, { bottom: 826 }).svg +
        text('tonnes', { face: 'italic', size: 40, x: 300, y: 500, fill: '#E6D9BD', anchor: 'middle' }),
      credit: ['A film by Wanjiru Hale-Odero', 'Nine nights on the Mombasa road'],
      creditY: 866,
    }),
  'fifth-floor-please': () =>
    dial({
      paper: '#0F3A30',
      ink: '#E2B04A',
      plate: '#0F3A30',
      mark: '#E2B04A',
      needle: '#F3EAD3',
      cx: 300,
      cy: 352,
      r: 262,
      from: -81,
      to: 81,
      ticks: 6,
      major: 1,
      labels: ['G', '1', '2', '3', '4', '', '6'],
      labelFace: 'deco',
      labelSize: 62,
      pointsTo: 54,
      title:
        rect(0, 372, W, 528, '#0F3A30') +
        rect(MARGIN, 384, W - 72, 6, '#E2B04A') +
        rect(MARGIN, 408, 256, 492, '#E2B04A') +
        rect(308, 408, 256, 492, '#E2B04A') +
        rect(292, 408, 16, 492, '#F3EAD3') +
        text('Fifth', { face: 'deco', size: 74, x: 278, y: 716, fill: '#0F3A30', anchor: 'end' }) +
        text('Floor,', { face: 'deco', size: 74, x: 322, y: 716, fill: '#0F3A30' }) +
        text('Please', { face: 'deco', size: 66, x: 322, y: 800, fill: '#0F3A30' }),
      credit: ['A film by Dermot Askwith', 'The tips are real'],
      creditY: 52,
    }),
  'leap-second': () =>
    dial({
      paper: '#F2C9BF',
      ink: '#1B2A4E',
      plate: '#1B2A4E',
      mark: '#F7EFE2',
      needle: '#F7EFE2',
      cx: 300,
      cy: 352,
      r: 270,
      from: 0,
      to: 354,
      ticks: 59,
      major: 5,
      labels: [],
      labelFace: 'grotesk',
      labelSize: 20,
      pointsTo: 357,
      odd: { at: 357, colour: '#FF5A36', length: 0.22 },
      title:
        text('Leap second', { face: 'grotesk', size: 99, x: MARGIN - 2, y: 752, fill: '#1B2A4E', track: -0.04 }) +
        text('23:59:60', { face: 'grotesk', size: 40, x: MARGIN, y: 812, fill: '#E0472A', track: -0.01 }),
      credit: ['A film by Marit Holm-Achebe', 'She kept twenty-seven'],
      creditY: 866,
    }),
};
