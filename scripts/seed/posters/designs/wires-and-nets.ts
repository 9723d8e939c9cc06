// Drawn with lines.
import { random } from '../../random.ts';
import type { Designs } from '../design.ts';
import { at, disc, group, line, lines, MARGIN, pile, type Point, polygon, rect, shape, sizeToFit, small, stroke, text, W } from '../draw.ts';
import { horizon } from '../layouts/horizon.ts';
import { rings } from '../layouts/rings.ts';
import { route } from '../layouts/route.ts';
import { bird, person } from '../motifs.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const wiresAndNets: Designs = {
  'an-army-by-wire': () => {
    const r = random('przemysl');
    const sag = (y: number): string => stroke(`M-20 ${y}Q300 ${y + 46} 620 ${y - 10}`, '#2C2B22', 3);
    const onWire = (x: number, y: number): number => y + 46 * 2 * (x / 600) * (1 - x / 600) - 10 * (x / 600) ** 2;
    const birds = [180, 260, 340, 420]
      .map((y, row) =>
        Array.from({ length: 9 - row }, (_, i) => {
          const x = 46 + i * 62 + r.int(-12, 12);
          return at(x, onWire(x, y) - 15, bird(row === 1 && i === 4 ? '#B5301F' : '#2C2B22'), 0.72);
        }).join(''),
      )
      .join('');
    return horizon({
      sky: '#D8C98F',
      bands: [[640, '#6B6B3A']],
      creditFill: '#F1E7C4',
      credit: ['A film by Ilse Tarnowska-Reid', 'Reinforcements imminent'],
      creditY: 868,
      weather: [180, 260, 340, 420].map(sag).join('') + birds,
      figure:
        rect(520, 120, 14, 530, '#2C2B22') +
        [150, 230, 310, 390].map((y) => rect(486, y, 82, 9, '#2C2B22') + rect(492, y - 16, 8, 16, '#2C2B22') + rect(554, y - 16, 8, 16, '#2C2B22')).join('') +
        at(110, 618, person('#2C2B22'), 0.62),
      title:
        pile(['AN ARMY BY WIRE'], { ...full, face: 'slab', fill: '#F1E7C4', gap: 0 }, { bottom: 780 }).svg +
        text('advancing  stop  hold on  stop', { face: 'script', size: 26, x: MARGIN, y: 824, fill: '#F1E7C4' }),
    });
  },
  'dead-reckoning-for-beginners': () => {
    const chart = Array.from({ length: 12 }, (_, i) => line(0, 60 + i * 60, 600, 60 + i * 60, '#B9D3D6', 1) + line(i * 60, 0, i * 60, 700, '#B9D3D6', 1)).join('');
    const leg: Point[] = [
      [70, 630],
      [180, 560],
      [140, 470],
      [300, 440],
      [330, 350],
      [240, 290],
      [420, 250],
      [380, 150],
      [540, 90],
    ];
    return (
      route({
        paper: '#EAF4F1',
        ink: '#12343B',
        back: chart + shape('M0 0H210Q180 60 120 70Q130 130 60 150Q40 200 0 210Z', '#E3C878') + shape('M600 700V540Q540 560 520 610Q450 610 430 700Z', '#E3C878'),
        creditY: 868,
        lines: [
          {
            points: [
              [70, 630],
              [540, 90],
            ],
            colour: '#12343B',
            width: 2,
            bend: 0,
            dash: '3 8',
          },
          { points: leg, colour: '#D1383D', width: 6, bend: 0 },
        ],
        stops: leg.map((spot) => ({ at: spot, r: 8, fill: '#EAF4F1', edge: '#D1383D' })),
        title:
          rect(0, 700, 600, 200, '#12343B') + lines(['Dead Reckoning', 'for Beginners'], { face: 'soft', size: 66, x: MARGIN, y: 772, fill: '#EAF4F1', leading: 62, track: -0.02 }),
        credit: ['', ''],
      }) +
      small('A film by Tamsin Keough-Barrow', MARGIN, 876, '#EAF4F1') +
      small('Grandfather aboard', W - MARGIN, 876, '#E3C878', 'end')
    );
  },
  surge: () => {
    const chevron = (x: number, y: number, fill: string): string =>
      polygon(
        [
          [x, y],
          [x + 52, y + 44],
          [x, y + 88],
          [x - 34, y + 88],
          [x + 18, y + 44],
          [x - 34, y],
        ],
        fill,
      );
    let field = '';
    for (let row = 0; row < 7; row += 1)
      for (let column = 0; column < 7; column += 1)
        field +=
          row === 3 && column === 3
            ? group(chevron(0, 0, '#FFF6E0'), `translate(${column * 92 + 40} ${row * 92 + 20}) scale(-1 1)`)
            : chevron(column * 92 + 20 - (row % 2) * 46, row * 92 + 20, row % 2 ? '#12B886' : '#0CA678');
    return horizon({
      sky: '#062B2B',
      bands: [[670, '#062B2B']],
      weather: field,
      figure: '',
      creditFill: '#FFF6E0',
      credit: ['A film by Dalisay Monk-Rivera', 'Fare: 412 times the usual'],
      creditY: 868,
      title: pile(['SURGE'], { ...full, face: 'wide', fill: '#FFF6E0', gap: 0 }, { bottom: 836 }).svg,
    });
  },
  'ghost-net': () => {
    const warp = (x: number, y: number): Point => {
      const d = Math.hypot(x - 330, y - 360);
      const push = Math.max(0, 1 - d / 260);
      return [x + (x - 330) * push * 0.55, y + (y - 360) * push * 0.55];
    };
    const strand = (from: Point, to: Point): string => {
      const steps = 24;
      return `M${Array.from({ length: steps + 1 }, (_, i) =>
        warp(from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps)
          .map((v) => Math.round(v * 10) / 10)
          .join(' '),
      ).join('L')}`;
    };
    let net = '';
    for (let k = -14; k < 26; k += 1) net += stroke(strand([k * 34 - 100, -20], [k * 34 + 660, 740]) + strand([k * 34 + 160, -20], [k * 34 - 600, 740]), '#BFE3E0', 1.6);
    return horizon({
      sky: '#05445E',
      bands: [[726, '#05445E']],
      weather: net,
      figure: disc(330, 360, 62, '#FF8552') + disc(330, 360, 40, '#FFC09F'),
      creditFill: '#BFE3E0',
      credit: ['A short film by Devika Thornbury-Nair', '17 minutes, one breath at a time'],
      creditY: 868,
      title: text('Ghost Net', { face: 'didoneItalic', size: sizeToFit('Ghost Net', 'didoneItalic', W - 72), x: MARGIN, y: 822, fill: '#E9F5F3' }),
    });
  },
  keirin: () =>
    rings({
      paper: '#E8452C',
      ink: '#FFF3DC',
      colours: ['#FFF3DC'],
      count: 7,
      cx: 300,
      cy: 350,
      inner: 74,
      step: 30,
      width: 3,
      stretch: 170,
      dots: [
        { ring: 4, angle: -60, r: 12, fill: '#1B1B3A' },
        { ring: 4, angle: -72, r: 12, fill: '#1B1B3A' },
        { ring: 3, angle: -82, r: 12, fill: '#1B1B3A' },
        { ring: 4, angle: -96, r: 12, fill: '#1B1B3A' },
        { ring: 3, angle: -108, r: 12, fill: '#1B1B3A' },
        { ring: 4, angle: -122, r: 12, fill: '#1B1B3A' },
        { ring: 5, angle: 62, r: 16, fill: '#FFF3DC' },
      ],
      title: pile(['KEIRIN'], { ...full, face: 'wide', fill: '#FFF3DC', gap: 0 }, { bottom: 830 }).svg,
      credit: ['A film by Reiko Vandermeer-Oda', 'Lose them on the second bell'],
      centre: text('2', { face: 'wide', size: 130, x: 300, y: 396, fill: '#1B1B3A', anchor: 'middle' }),
    }),
  'hold-music': () =>
    rings({
      paper: '#F3C6A5',
      ink: '#3D1F3D',
      colours: ['#3D1F3D', '#E05263'],
      count: 17,
      cx: 300,
      cy: 330,
      inner: 20,
      step: 24,
      width: 9,
      stretch: 0,
      dots: [],
      front: rect(0, 612, 600, 288, '#F3C6A5'),
      title:
        text('Hold Music', { face: 'italic', size: 138, x: 300, y: 780, fill: '#3D1F3D', anchor: 'middle' }) +
        small('You are next in the queue', 300, 664, '#E05263', 'middle', 15),
      credit: ['A short film by Perpetua Haldane', '14 minutes'],
    }),
};
