// A big sky, and something small under it.
import { random } from '../../random.ts';
import type { Designs } from '../design.ts';
import { at, disc, group, line, lines, MARGIN, pile, polygon, rect, ring, stroke, text, W } from '../draw.ts';
import { horizon } from '../layouts/horizon.ts';
import { calf, person, tug } from '../motifs.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const horizons: Designs = {
  'the-rainmakers-invoice': () => {
    const r = random('rain');
    let rain = '';
    for (let index = 0; index < 150; index += 1) {
      const x = r.int(-120, 620);
      const y = r.int(-40, 480);
      const length = r.int(34, 96);
      rain += line(x, y, x + length * 0.34, y + length, '#2B211C', 3);
    }
    return horizon({
      sky: '#D9C7A6',
      weather: rain,
      bands: [
        [560, '#A8321E'],
        [590, '#8C2617'],
      ],
      creditFill: '#F0DFC0',
      credit: ['A film by Augusta Pell-Romero', 'Eleven drowned. Forty pounds due.'],
      creditY: 868,
      figure:
        at(452, 536, person('#2B211C'), 0.55) +
        rect(466, 536, 16, 12, '#2B211C') +
        rect(120, 488, 92, 72, '#2B211C') +
        polygon(
          [
            [108, 490],
            [166, 456],
            [224, 490],
          ],
          '#2B211C',
        ) +
        rect(94, 470, 4, 90, '#2B211C') +
        disc(96, 462, 20, '#D9C7A6', 'stroke="#2B211C" stroke-width="4"') +
        line(76, 462, 116, 462, '#2B211C', 4) +
        line(96, 442, 96, 482, '#2B211C', 4),
      title: pile(['THE RAINMAKER’S', 'INVOICE'], { ...full, face: 'slab', fill: ['#F0DFC0', '#F0DFC0'], gap: 14 }, { bottom: 836 }).svg,
    });
  },
  'winter-over': () =>
    horizon({
      sky: '#0B1B33',
      sun: { cx: 300, cy: 900, r: 470, fill: '#EAF1F4' },
      bands: [],
      creditFill: '#0B1B33',
      credit: ['A film by Marit Holm-Achebe', 'Next flight: November'],
      creditY: 868,
      weather: Array.from({ length: 7 }, (_, index) =>
        stroke(
          `M0 ${150 + index * 34}Q150 ${90 + index * 40} 300 ${160 + index * 30}T600 ${120 + index * 36}`,
          ['#2EC4A0', '#27A58C', '#1F8677', '#1A6B66', '#165358', '#123F4B', '#0F3142'][index] as string,
          16,
        ),
      ).join(''),
      figure:
        rect(276, 408, 64, 24, '#D8332A') +
        rect(282, 432, 4, 10, '#0B1B33') +
        rect(330, 432, 4, 10, '#0B1B33') +
        rect(310, 414, 12, 10, '#FFD35C') +
        line(350, 372, 350, 440, '#0B1B33', 2.5),
      title: text('Winter-over', { face: 'thin', size: 104, x: 300, y: 660, fill: '#0B1B33', anchor: 'middle' }),
    }),
  'calf-money': () =>
    horizon({
      sky: '#F29F4B',
      sun: { cx: 300, cy: 470, r: 236, fill: '#D9481C' },
      bands: [
        [610, '#3B1A12'],
        [700, '#2C120C'],
      ],
      creditFill: '#F29F4B',
      credit: ['A film by Sipho Renwick-Dube', 'One auction season'],
      creditY: 868,
      figure: at(300, 572, calf('#3B1A12'), 0.86),
      title:
        text('Calf Money', { face: 'soft', size: 103, x: 300, y: 118, fill: '#3B1A12', anchor: 'middle', track: -0.02 }) +
        Array.from({ length: 8 }, (_, index) => rect(index * 84 - 10, 690 - 54, 7, 84, '#2C120C')).join('') +
        line(0, 652, 600, 652, '#2C120C', 4) +
        line(0, 676, 600, 676, '#2C120C', 4),
    }),
  'dead-slow-ahead': () => {
    const tugs = [-21, -7, 7, 21].map((a, index) => {
      const turn = (a * Math.PI) / 180;
      return at(300 + Math.sin(turn) * 390, 274 + Math.cos(turn) * 390, tug(index === 2 ? '#FF6B35' : '#F5EEDC'), 0.62, -a);
    });
    return horizon({
      sky: '#10192B',
      sun: { cx: 300, cy: 246, r: 380, fill: '#E9DFC6' },
      bands: [],
      creditFill: '#E9DFC6',
      credit: ['A film by Wiebke Sandholm-Iyer', 'Mass 73 quintillion tonnes'],
      creditY: 868,
      figure:
        disc(150, 150, 74, '#D6C9A8') +
        disc(400, 90, 44, '#D6C9A8') +
        disc(330, 300, 104, '#D6C9A8') +
        disc(120, 380, 40, '#D6C9A8') +
        disc(520, 330, 56, '#D6C9A8') +
        disc(230, 500, 30, '#D6C9A8') +
        tugs.join(''),
      title: pile(['DEAD SLOW AHEAD'], { ...full, face: 'gothic', fill: '#E9DFC6', gap: 0 }, { bottom: 838 }).svg,
    });
  },
  'the-christmas-signal-box': () => {
    const r = random('snow');
    let snow = '';
    for (let index = 0; index < 170; index += 1) snow += disc(r.int(0, 600), r.int(0, 720), r.pick([2, 2.5, 3.5, 5]), '#F6F3EA');
    return horizon({
      sky: '#14304F',
      weather: snow,
      bands: [[724, '#F6F3EA']],
      creditFill: '#14304F',
      credit: ['A film for television by Gwenllian Prosser-Shah', 'Down line clear'],
      creditY: 868,
      figure:
        rect(120, 470, 176, 92, '#F5C451') +
        rect(120, 562, 176, 162, '#7A2A26') +
        polygon(
          [
            [100, 474],
            [208, 408],
            [316, 474],
          ],
          '#0C1E33',
        ) +
        [150, 194, 238].map((x) => rect(x, 470, 5, 92, '#0C1E33')).join('') +
        rect(120, 514, 176, 4, '#0C1E33') +
        at(216, 546, person('#0C1E33'), 0.5) +
        rect(120, 556, 176, 8, '#0C1E33') +
        rect(430, 360, 8, 364, '#0C1E33') +
        group(rect(-104, -12, 108, 24, '#D8332A') + rect(-88, -12, 12, 24, '#F6F3EA'), 'translate(434 380) rotate(38)') +
        disc(446, 384, 10, '#3FCF7F') +
        rect(0, 742, 600, 5, '#14304F') +
        rect(0, 764, 600, 5, '#14304F'),
      title: lines(['The Christmas', 'Signal Box'], { face: 'soft', size: 70, x: MARGIN, y: 106, fill: '#F6F3EA', leading: 74, track: -0.02 }),
    });
  },
  'the-lighthouse-that-walked': () =>
    horizon({
      sky: '#FFC857',
      bands: [
        [640, '#E9B08A'],
        [704, '#DB9A74'],
      ],
      creditFill: '#12355B',
      credit: ['An animated film by Yann Kerbrat-Osei', 'Gone to look for the sea'],
      creditY: 868,
      weather:
        polygon(
          [
            [322, 240],
            [0, 96],
            [0, 330],
          ],
          '#FFE3A1',
        ) +
        polygon(
          [
            [348, 240],
            [600, 150],
            [600, 330],
          ],
          '#FFE3A1',
        ),
      figure:
        polygon(
          [
            [296, 290],
            [374, 290],
            [398, 600],
            [272, 600],
          ],
          '#F7F3EA',
        ) +
        polygon(
          [
            [290.6, 360],
            [379.4, 360],
            [384.8, 430],
            [285.2, 430],
          ],
          '#D1292F',
        ) +
        polygon(
          [
            [279.9, 500],
            [390.2, 500],
            [395.7, 570],
            [274.4, 570],
          ],
          '#D1292F',
        ) +
        rect(304, 216, 62, 62, '#12355B') +
        rect(314, 226, 42, 44, '#FFF3C9') +
        polygon(
          [
            [296, 218],
            [335, 172],
            [374, 218],
          ],
          '#D1292F',
        ) +
        rect(286, 278, 98, 12, '#12355B') +
        stroke('M300 600Q282 640 246 660L238 700H206', '#12355B', 15, 'stroke-linejoin="round" stroke-linecap="round"') +
        stroke('M370 600Q396 640 386 700L418 700', '#12355B', 15, 'stroke-linejoin="round" stroke-linecap="round"') +
        disc(335, 330, 9, '#12355B') +
        ring(150, 752, 30, '#C9825C', 3, 'stroke-dasharray="30 12"') +
        ring(80, 790, 22, '#C9825C', 3, 'stroke-dasharray="20 12"'),
      title: lines(['The Lighthouse', 'That Walked'], { face: 'swash', size: 66, x: MARGIN, y: 92, fill: '#12355B', leading: 66 }),
    }),
};
