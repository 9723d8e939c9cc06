// The title, or one figure of it, does what the film does.
import { random } from '../../random.ts';
import type { Designs } from '../design.ts';
import { disc, group, line, MARGIN, pile, type Point, polygon, rect, ring, sizeToFit, small, text, W } from '../draw.ts';
import { loose } from '../layouts/loose.ts';
import { numeral } from '../layouts/numeral.ts';
import { slices } from '../layouts/slices.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const figures: Designs = {
  'the-sinkhole-committee': () => {
    const spots: Point[] = [
      [66, 392],
      [134, 428],
      [196, 506],
      [258, 604],
      [322, 716],
      [356, 590],
      [412, 492],
      [472, 424],
      [536, 390],
    ];
    const turns = [-4, 14, 30, 46, 162, -44, -30, -16, 5];
    const hole = (cy: number, rx: number, ry: number, fill: string): string => `<ellipse cx="300" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
    const home = (x: number, y: number, tilt: number): string =>
      group(
        rect(-24, 0, 48, 36, '#FFF4E4') +
          polygon(
            [
              [-33, 2],
              [0, -28],
              [33, 2],
            ],
            '#E4572E',
          ) +
          rect(-6, 14, 12, 22, '#E4572E'),
        `translate(${x} ${y}) rotate(${tilt})`,
      );
    return loose({
      paper: '#F2B5C4',
      ink: '#2D1B2E',
      face: 'black',
      word: 'COMMITTEE',
      credit: ['A film by Calder Ruiz-Whitman', 'All those in favour'],
      creditY: 868,
      back:
        pile(['THE SINKHOLE'], { ...full, face: 'black', fill: '#2D1B2E', gap: 0 }, { top: 44 }).svg +
        hole(640, 318, 206, '#5A2F4A') +
        hole(664, 284, 178, '#2D1B2E') +
        hole(696, 236, 136, '#170B18') +
        home(110, 196, 0) +
        home(300, 214, 4) +
        home(210, 254, -6) +
        home(480, 200, 0) +
        home(398, 272, 12),
      letter: (index) => ({
        x: spots[index]![0],
        y: spots[index]![1],
        turn: turns[index]!,
        size: 92,
        fill: index === 4 ? '#E4572E' : index < 2 || index > 6 ? '#2D1B2E' : '#FFF4E4',
      }),
    });
  },
  provisional: () => {
    const word = 'PROVISIONAL';
    return loose({
      paper: '#F4F0E4',
      ink: '#1D2B53',
      face: 'gothic',
      word,
      credit: ['A pilot by Annick Verhaege-Poku', 'Valid until Monday'],
      creditY: 868,
      back: rect(0, 0, 600, 300, '#D62839') + rect(0, 300, 600, 300, '#F4F0E4') + rect(0, 600, 600, 300, '#1D2B53'),
      letter: (index) => ({ x: 62 + index * 47.6, y: index === 6 ? 512 : 450, turn: index === 6 ? 24 : 0, size: index === 6 ? 134 : 134, fill: '#1D2B53' }),
      front:
        rect(322, 360, 62, 20, '#F6D55C', 'transform="rotate(-14 350 370)"') +
        rect(44, 372, 50, 18, '#F6D55C', 'transform="rotate(8 70 380)"') +
        rect(506, 508, 56, 18, '#F6D55C', 'transform="rotate(-6 530 516)"'),
      creditFill: '#F4F0E4',
    });
  },
  'extra-time': () =>
    numeral({
      paper: '#2F6B3A',
      ink: '#F4F1E4',
      figure: '90',
      face: 'slab',
      fill: '#F4F1E4',
      box: [36, 150, 528, 470],
      back: [0, 2, 4, 6, 8].map((stripe) => rect(0, stripe * 100, 600, 100, '#347541')).join('') + ring(300, 900, 190, '#5E9A68', 4),
      front:
        disc(498, 660, 40, '#F4F1E4') +
        polygon(
          [
            [498, 644],
            [513, 655],
            [507, 673],
            [489, 673],
            [483, 655],
          ],
          '#2F6B3A',
        ) +
        text('+', { face: 'slab', size: 150, x: 36, y: 740, fill: '#FFD23F' }),
      title: text('Extra Time', { face: 'slab', size: 66, x: MARGIN, y: 108, fill: '#F4F1E4' }),
      credit: ['A documentary by Paola Wrenfield-Sosa', 'The youngest is seventy-one'],
      creditY: 868,
    }),
  'line-nine': () => {
    return numeral({
      paper: '#2541B2',
      ink: '#F6EFE0',
      figure: '9',
      face: 'swash',
      fill: '#F6EFE0',
      box: [96, 60, 420, 590],
      title: pile(['Line Nine'], { ...full, face: 'swash', fill: '#FF8C61', gap: 0 }, { bottom: 830 }).svg,
      credit: ['A musical by Zlatko Merriman', 'Nobody tell the driver'],
      creditY: 868,
      front:
        rect(0, 664, 600, 5, '#FF8C61') +
        rect(0, 680, 600, 5, '#FF8C61') +
        group(
          rect(-46, -60, 92, 58, '#FF8C61') +
            rect(-38, -50, 20, 22, '#2541B2') +
            rect(-10, -50, 20, 22, '#2541B2') +
            rect(18, -50, 20, 22, '#2541B2') +
            disc(-24, 0, 8, '#F6EFE0') +
            disc(24, 0, 8, '#F6EFE0') +
            line(0, -60, 14, -84, '#FF8C61', 4),
          'translate(500 656)',
        ),
    });
  },
  'cold-chain': () =>
    numeral({
      paper: '#DDEBF0',
      ink: '#0B2B3C',
      figure: '8°',
      face: 'wide',
      fill: '#0B2B3C',
      box: [36, 190, 528, 380],
      front: Array.from({ length: 8 }, (_, index) => rect(MARGIN + index * 67, 612, 59, 26, index < 5 ? '#0B2B3C' : index < 7 ? '#F28C28' : '#D7263D')).join(''),
      title:
        text('Cold Chain', { face: 'wide', size: sizeToFit('Cold Chain', 'wide', W - MARGIN * 2, -0.02), x: MARGIN, y: 792, fill: '#0B2B3C', track: -0.02 }) +
        small('Two to eight degrees. Above that it is only water.', MARGIN, 58, '#0B2B3C'),
      credit: ['A limited series by Gaspard Ilunga-Wray', 'Six parts'],
      creditY: 868,
    }),
  'cold-open': () => {
    const r = random('waveform');
    const bars = Array.from({ length: 41 }, (_, index) => {
      const far = Math.abs(index - 20);
      const height = far <= 16 ? 120 + (16 - far) * 15 + r.int(-18, 30) : r.int(8, 34);
      return rect(26 + index * 13.4, 560 - height, 7, height, index === 20 ? '#FF4D3D' : '#F5F0E6');
    });
    const under = Array.from({ length: 41 }, (_, index) =>
      rect(26 + index * 13.4, 572, 7, Math.abs(index - 20) <= 16 ? r.int(20, 120) : r.int(6, 20), index === 20 ? '#FF4D3D' : '#6C5A86'),
    );
    return slices({
      paper: '#2A1E3F',
      ink: '#F5F0E6',
      id: 'co',
      inner:
        bars.join('') +
        under.join('') +
        text('Cold Open', { face: 'grotesk', size: sizeToFit('Cold Open', 'grotesk', W - MARGIN * 2, -0.04), x: MARGIN, y: 828, fill: '#F5F0E6', track: -0.04 }),
      cuts: [
        [0, 568, 0],
        [568, 774, 0],
        [774, 900, 0],
      ],
      front: rect(0, 564, 600, 3, '#FF4D3D'),
      credit: ['A film by Calder Ruiz-Whitman', 'Season three starts under the floor'],
      creditY: 868,
    });
  },
};
