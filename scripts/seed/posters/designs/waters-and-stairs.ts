// Levels: of a sea, of a house.
import { random } from '../../random.ts';
import type { Designs } from '../design.ts';
import { at, line, lines, MARGIN, pile, type Point, polygon, rect, shape, small, stroke, text, W } from '../draw.ts';
import { horizon } from '../layouts/horizon.ts';
import { nested } from '../layouts/nested.ts';
import { strata } from '../layouts/strata.ts';
import { person } from '../motifs.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const watersAndStairs: Designs = {
  lowland: () => {
    const roof = (x: number, y: number, s: number, fill: string): string =>
      polygon(
        [
          [x - 46 * s, y],
          [x - 30 * s, y - 30 * s],
          [x + 30 * s, y - 30 * s],
          [x + 46 * s, y],
        ],
        fill,
      ) + rect(x - 34 * s, y, 68 * s, 60, fill);
    return strata({
      paper: '#E8E3CF',
      ink: '#DCE6D2',
      credit: ['A film by Nusrat Holloway-Sen', 'The model was correct'],
      creditY: 868,
      layers: [
        { y: 420, fill: '#8FA98A', swing: 9, waves: 3, phase: 0.2 },
        { y: 520, fill: '#5F8A78', swing: 10, waves: 3, phase: 0.9 },
        { y: 630, fill: '#36685F', swing: 11, waves: 2.5, phase: 0.4 },
        { y: 750, fill: '#173F40', swing: 12, waves: 2.5, phase: 1.2 },
      ],
      between: [
        roof(110, 404, 0.7, '#B5532F') + roof(250, 410, 0.6, '#8C3F25'),
        roof(430, 512, 1, '#B5532F') + roof(300, 520, 0.75, '#8C3F25'),
        roof(140, 628, 1.35, '#B5532F'),
        roof(440, 762, 1.7, '#B5532F'),
      ],
      title: pile(['LOWLAND'], { ...full, face: 'wide', fill: '#173F40', gap: 0 }, { top: 52 }).svg + small('Every village on this map is above the line', MARGIN, 172, '#173F40'),
      front: line(0, 296, 600, 296, '#B5532F', 2, 'stroke-dasharray="2 7"'),
    });
  },
  'tide-gauge': () => {
    const years = Array.from({ length: 24 }, (_, index) => index);
    const r = random('tarawa');
    const bars = years.map((year) => {
      const height = 120 + year * 17 + r.int(-26, 26);
      return rect(MARGIN + year * 22, 840 - height, 15, height, year === 23 ? '#F0502E' : '#12626B');
    });
    return horizon({
      sky: '#D6EEE6',
      bands: [],
      creditFill: '#0C3F46',
      credit: ['A documentary by Aurelio Tamsin-Vogt', '1.35 N  172.9 E'],
      creditY: 868,
      figure: bars.join(''),
      title: lines(['Tide', 'Gauge'], { face: 'didone', size: 150, x: MARGIN - 4, y: 152, fill: '#0C3F46', leading: 132 }),
    });
  },
  'standing-water': () => {
    const stair = (fill: string): string => {
      const steps: Point[] = [[600, 96]];
      for (let index = 0; index < 11; index += 1) steps.push([600 - index * 54 - 54, 96 + index * 72], [600 - index * 54 - 54, 168 + index * 72]);
      return polygon([...steps, [6, 960], [600, 960]], fill);
    };
    return horizon({
      sky: '#C9D6B4',
      bands: [],
      creditFill: '#C9D6B4',
      credit: ['A film by Devika Thornbury-Nair', 'The lodger is on the fourth step'],
      creditY: 868,
      figure: stair('#EDE6D2'),
      front:
        `<clipPath id="sw"><rect x="0" y="470" width="600" height="430"/></clipPath><g clip-path="url(#sw)">${rect(0, 470, 600, 430, '#0F2A24')}${stair('#1E5648')}${at(240, 574, person('#7FA58E'), 1.42)}</g>` +
        rect(0, 466, 600, 5, '#F4F1E2') +
        text('Water', { face: 'didone', size: 104, x: W - MARGIN, y: 800, fill: '#C9D6B4', anchor: 'end' }),
      title: text('Standing', { face: 'didone', size: 104, x: MARGIN, y: 130, fill: '#0F2A24' }),
    });
  },
  'the-piano-movers-of-tbilisi': () => {
    const flights: string[] = [];
    for (let floor = 0; floor < 5; floor += 1) {
      const y = 596 - floor * 108;
      const up = floor % 2 === 0;
      let d = `M${up ? 84 : 516} ${y}`;
      for (let step = 0; step < 9; step += 1) d += `v-12h${up ? 48 : -48}`;
      flights.push(stroke(d, floor === 2 ? '#F3E8D2' : '#D9737C', floor === 2 ? 7 : 5));
    }
    const piano =
      shape('M-62 16H62V4Q62 -6 50 -6H26Q14 -6 10 -22Q2 -50 -34 -50H-62Z', '#16110F') +
      rect(-52, 16, 8, 20, '#16110F') +
      rect(44, 16, 8, 20, '#16110F') +
      rect(-8, 16, 7, 20, '#16110F') +
      rect(26, -2, 36, 6, '#F3E8D2');
    const mover = (x: number, y: number): string => at(x, y, person('#16110F'), 0.74);
    return horizon({
      sky: '#B23A48',
      bands: [],
      creditFill: '#F3E8D2',
      credit: ['A film by Lado Merab-Whitcombe', 'Eleven floors. No lift.'],
      creditY: 868,
      figure: flights.join('') + at(296, 262, piano, 1.16, -14) + mover(158, 302) + mover(206, 290) + mover(402, 240),
      title: pile(['THE PIANO MOVERS', 'OF TBILISI'], { ...full, face: 'gothic', fill: '#F3E8D2', gap: 12 }, { bottom: 838 }).svg,
    });
  },
  'vacant-possession': () =>
    nested({
      paper: '#E5DCD3',
      ink: '#5B2A36',
      frames: ['#C98B8B', '#E5DCD3', '#A96570', '#E5DCD3', '#7E3F4C', '#E5DCD3', '#5B2A36', '#F3C969'],
      shrink: 0.765,
      x: 0,
      y: 0,
      w: 600,
      h: 660,
      drift: 0.2,
      core: at(424, 568, person('#5B2A36'), 0.46),
      title:
        text('Vacant', { face: 'didoneItalic', size: 84, x: MARGIN, y: 748, fill: '#5B2A36' }) +
        text('Possession', { face: 'didoneItalic', size: 84, x: W - MARGIN, y: 820, fill: '#A96570', anchor: 'end' }),
      credit: ['A film by Rosalind Teague-Amadi', 'Viewing by appointment'],
      creditY: 866,
    }),
};
