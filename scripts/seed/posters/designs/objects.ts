// One thing, as large as the sheet allows.
import type { Designs } from '../design.ts';
import { at, disc, group, lines, MARGIN, pile, polygon, rect, ring, shape, sizeToFit, stroke, text, type Point, W } from '../draw.ts';
import { horizon } from '../layouts/horizon.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };
const round = (value: number): number => Math.round(value * 10) / 10;

export const objects: Designs = {
  'ninety-kilos-of-bell': () =>
    horizon({
      sky: '#2E6E8E',
      bands: [],
      creditFill: '#F4E7C5',
      credit: ['A film by Benedita Crasto-Lume', 'It was never for sale'],
      creditY: 868,
      weather: rect(292, 0, 16, 110, '#17384A'),
      figure:
        shape('M300 96Q344 96 344 140Q440 180 452 360Q460 520 540 610V650H60V610Q140 520 148 360Q160 180 256 140Q256 96 300 96Z', '#F2B84B') +
        rect(60, 624, 480, 26, '#D9962B') +
        disc(300, 676, 40, '#17384A') +
        shape('M344 140Q440 180 452 360Q460 520 540 610V624H440Q400 520 396 360Q390 190 344 140Z', '#E0A437'),
      title: lines(['Ninety', 'Kilos', 'of Bell'], { face: 'slab', size: 72, x: 300, y: 356, fill: '#17384A', anchor: 'middle', leading: 84 }),
    }),
  'the-bishops-bees': () => {
    const cell = (x: number, y: number, r: number, fill: string): string =>
      polygon(
        Array.from({ length: 6 }, (_, i): Point => [x + r * Math.cos((Math.PI / 3) * i), y + r * Math.sin((Math.PI / 3) * i)]),
        fill,
      );
    const dark = new Set(['3:3', '3:2', '3:4', '3:5', '2:3', '4:3', '3:1']);
    let comb = '';
    for (let column = 0; column < 7; column += 1)
      for (let row = 0; row < 6; row += 1) {
        const x = 12 + column * 96;
        const y = 66 + row * 111 + (column % 2 ? 55 : 0);
        comb += cell(x, y, 60, dark.has(`${column}:${row}`) ? '#2A1A0A' : ((['#F2A71B', '#EE9B12', '#F7B733'] as const)[(column * 2 + row) % 3] as string));
      }
    return horizon({
      sky: '#FBD36B',
      weather: comb,
      bands: [[700, '#FBD36B']],
      figure: '',
      creditFill: '#2A1A0A',
      credit: ['A film by Zlatko Merriman', 'Somebody had to tell them'],
      creditY: 868,
      title: text('The Bishop’s Bees', { face: 'soft', size: sizeToFit('The Bishop’s Bees', 'soft', W - 72, -0.02), x: MARGIN, y: 800, fill: '#2A1A0A', track: -0.02 }),
    });
  },
  'the-goat-party': () => {
    const rosette = Array.from({ length: 28 }, (_, i) =>
      group(
        polygon(
          [
            [0, 0],
            [-26, -236],
            [26, -236],
          ],
          i % 2 ? '#2B59C3' : '#1E3F8F',
        ),
        `translate(300 330) rotate(${round((i * 360) / 28)})`,
      ),
    ).join('');
    const goat =
      polygon(
        [
          [-62, -58],
          [-126, -150],
          [-92, -152],
          [-34, -76],
        ],
        '#1B1B1B',
      ) +
      polygon(
        [
          [62, -58],
          [126, -150],
          [92, -152],
          [34, -76],
        ],
        '#1B1B1B',
      ) +
      polygon(
        [
          [-60, -60],
          [60, -60],
          [46, 60],
          [18, 120],
          [-18, 120],
          [-46, 60],
        ],
        '#1B1B1B',
      ) +
      polygon(
        [
          [-60, -52],
          [-128, -30],
          [-118, -4],
          [-56, -16],
        ],
        '#1B1B1B',
      ) +
      polygon(
        [
          [60, -52],
          [128, -30],
          [118, -4],
          [56, -16],
        ],
        '#1B1B1B',
      ) +
      polygon(
        [
          [-16, 112],
          [16, 112],
          [0, 178],
        ],
        '#1B1B1B',
      ) +
      rect(-38, -14, 22, 9, '#F7F3E8') +
      rect(16, -14, 22, 9, '#F7F3E8') +
      rect(-12, 86, 24, 6, '#F7F3E8');
    return horizon({
      sky: '#F7E9D7',
      bands: [],
      creditFill: '#1E3F8F',
      credit: ['An animated film by Mihnea Carrow', 'A clear majority'],
      creditY: 868,
      weather:
        polygon(
          [
            [210, 460],
            [300, 460],
            [250, 720],
            [210, 680],
            [160, 706],
          ],
          '#1E3F8F',
        ) +
        polygon(
          [
            [300, 460],
            [390, 460],
            [440, 706],
            [390, 680],
            [350, 720],
          ],
          '#2B59C3',
        ) +
        rosette +
        disc(300, 330, 168, '#F7F3E8') +
        ring(300, 330, 158, '#D64933', 4),
      figure: at(300, 330, goat, 0.9),
      title: pile(['THE GOAT PARTY'], { ...full, face: 'wide', fill: '#D64933', gap: 0 }, { bottom: 826 }).svg,
    });
  },
  'how-to-fold-a-fitted-sheet': () => {
    const a = '#F7F4EC',
      b = '#E3DDCF',
      c = '#C9C1B0',
      d = '#B0A793';
    return horizon({
      sky: '#8FB8A8',
      bands: [],
      creditFill: '#20352D',
      credit: ['A short film by Perpetua Haldane', '9 minutes, 3 arguments'],
      creditY: 868,
      weather: '',
      figure:
        polygon(
          [
            [110, 130],
            [330, 90],
            [300, 330],
            [80, 360],
          ],
          a,
        ) +
        polygon(
          [
            [330, 90],
            [520, 180],
            [470, 390],
            [300, 330],
          ],
          b,
        ) +
        polygon(
          [
            [80, 360],
            [300, 330],
            [340, 560],
            [140, 600],
          ],
          c,
        ) +
        polygon(
          [
            [300, 330],
            [470, 390],
            [500, 540],
            [340, 560],
          ],
          d,
        ) +
        polygon(
          [
            [300, 330],
            [330, 90],
            [214, 240],
          ],
          b,
        ) +
        polygon(
          [
            [300, 330],
            [340, 560],
            [222, 470],
          ],
          d,
        ) +
        polygon(
          [
            [470, 390],
            [520, 180],
            [560, 330],
          ],
          c,
        ) +
        polygon(
          [
            [140, 600],
            [340, 560],
            [260, 640],
          ],
          b,
        ) +
        stroke('M110 130Q94 146 102 166', '#20352D', 3) +
        stroke('M520 180Q536 186 532 206', '#20352D', 3) +
        stroke('M140 600Q128 590 134 574', '#20352D', 3) +
        stroke('M500 540Q512 534 506 518', '#20352D', 3),
      title: lines(['How to Fold', 'a Fitted Sheet'], { face: 'italic', size: 92, x: MARGIN, y: 752, fill: '#20352D', leading: 76 }),
    });
  },
};
