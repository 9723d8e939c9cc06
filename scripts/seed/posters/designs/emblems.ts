// Rays, strokes and swatches.
import type { Designs } from '../design.ts';
import { at, disc, group, lines, MARGIN, pile, polygon, rect, ring, shape, stroke, text, W } from '../draw.ts';
import { burst } from '../layouts/burst.ts';
import { horizon } from '../layouts/horizon.ts';
import { house } from '../motifs.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const emblems: Designs = {
  'auntie-bisi-presiding': () =>
    burst({
      paper: '#0B6E4F',
      ink: '#FFF3D6',
      ray: ['#F9A03F', '#D7263D', '#F9A03F', '#F46036'],
      rays: 20,
      cx: 300,
      cy: 500,
      reach: 330,
      from: -104,
      to: 104,
      share: 0.98,
      centre:
        shape('M214 470Q206 590 300 612Q394 590 386 470Z', '#5B2A14') +
        shape('M150 474Q300 380 450 474Q470 430 300 396Q130 430 150 474Z', '#D7263D') +
        ring(214, 560, 15, '#FFD23F', 6) +
        ring(386, 560, 15, '#FFD23F', 6) +
        ring(266, 522, 24, '#FFD23F', 4) +
        ring(334, 522, 24, '#FFD23F', 4) +
        stroke('M290 520Q300 514 310 520', '#FFD23F', 4) +
        shape('M90 900Q110 640 260 628H340Q490 640 510 900Z', '#F9A03F') +
        stroke('M262 630L300 690L338 630', '#0B6E4F', 8),
      title: rect(0, 702, W, 198, '#FFF3D6') + pile(['AUNTIE BISI', 'PRESIDING'], { ...full, face: 'black', fill: ['#0B6E4F', '#D7263D'], gap: 10 }, { bottom: 842 }).svg,
      credit: ['A web series by Chidera Banwell', 'Ten minutes a case'],
      creditY: 874,
      creditFill: '#0B6E4F',
    }),
  'bail-street': () =>
    burst({
      paper: '#F25F29',
      ink: '#1A1423',
      ray: ['#F7B32B', '#F25F29'],
      rays: 32,
      cx: 300,
      cy: 470,
      reach: 900,
      share: 1,
      centre:
        disc(300, 470, 190, '#1A1423') +
        at(300, 462, house('#F7F0DD'), 1.9) +
        rect(282, 478, 36, 72, '#1A1423') +
        disc(310, 514, 4, '#F7B32B') +
        rect(222, 470, 30, 30, '#1A1423') +
        rect(348, 470, 30, 30, '#1A1423'),
      title: rect(0, 0, W, 232, '#1A1423') + pile(['BAIL STREET'], { ...full, face: 'gothic', fill: '#F7B32B', gap: 0 }, { bottom: 204 }).svg,
      credit: ['A limited series by Joelle Baptiste-Crane', 'Nine days to Carnival'],
      creditY: 46,
      creditFill: '#F7F0DD',
    }),
  'old-woman-style': () => {
    const d = 'M126 250C210 150 400 130 452 250C494 350 350 398 246 430C150 462 128 560 226 596C330 632 446 590 486 540';
    return horizon({
      sky: '#F4EFE2',
      bands: [],
      creditFill: '#1B1B1B',
      credit: ['A film by Mei-Yun Fairclough', 'Bend the knee only if it bends'],
      creditY: 868,
      weather: disc(414, 206, 96, '#D7301F'),
      figure:
        stroke(d, '#1B1B1B', 58, 'stroke-linecap="round"') +
        Array.from({ length: 7 }, (_, i) =>
          stroke(d, '#F4EFE2', 1.6, `transform="translate(${i * 5 - 15} ${i * 6 - 18})" stroke-dasharray="${60 + i * 37} ${24 + i * 9}" opacity="0.55"`),
        ).join('') +
        group(
          rect(-4, -200, 8, 200, '#1B1B1B') +
            polygon(
              [
                [-22, 0],
                [22, 0],
                [34, 70],
                [18, 60],
                [6, 76],
                [-8, 60],
                [-22, 74],
                [-34, 66],
              ],
              '#1B1B1B',
            ),
          'translate(496 520) rotate(-62)',
        ),
      title: lines(['Old', 'Woman', 'Style'], { face: 'serif', size: 84, x: MARGIN, y: 680, fill: '#1B1B1B', leading: 72 }),
    });
  },
  'prussian-blue': () => {
    const blues = ['#E7EEF4', '#C8DAE8', '#A3C2DA', '#7BA5C8', '#5384B1', '#336699', '#1F4E80', '#123A66', '#082649', '#041730'];
    return horizon({
      sky: '#F5F1E8',
      bands: [],
      creditFill: '#082649',
      credit: ['A documentary by Cosima Abernethy-Diallo', 'Batch 1 to batch 40,000'],
      creditY: 868,
      weather: blues.map((blue, i) => rect(MARGIN + (i % 2) * 270, 36 + Math.floor(i / 2) * 122, 258, 110, blue)).join(''),
      figure: [1, 6, 14, 29, 51, 88, 140, 233, 377, 610]
        .map((mg, i) => text(`${mg} mg`, { face: 'grotesk', size: 15, x: MARGIN + 12 + (i % 2) * 270, y: 36 + Math.floor(i / 2) * 122 + 98, fill: i < 4 ? '#082649' : '#E7EEF4' }))
        .join(''),
      title: lines(['Prussian', 'Blue'], { face: 'grotesk', size: 104, x: MARGIN - 3, y: 740, fill: '#082649', leading: 88, track: -0.045 }),
    });
  },
  'summer-stock': () => {
    const lamp = (x: number): string => shape(`M${x - 24} 590A24 24 0 0 1 ${x + 24} 590Z`, '#FFE9A8') + rect(x - 30, 590, 60, 12, '#3B0D11');
    return horizon({
      sky: '#E5383B',
      bands: [[596, '#3B0D11']],
      creditFill: '#FFE9A8',
      credit: ['A film by Rosalind Teague-Amadi', 'Two shows on Saturday'],
      creditY: 868,
      weather: polygon(
        [
          [40, 590],
          [560, 590],
          [640, 0],
          [-40, 0],
        ],
        '#F25C54',
      ),
      figure:
        shape('M258 590L238 300Q236 250 266 240Q244 220 250 182Q258 144 300 144Q342 144 350 182Q356 220 334 240Q352 246 360 262L470 96L486 106L380 330L352 590Z', '#641220') +
        polygon(
          [
            [470, 100],
            [492, 20],
            [510, 30],
            [488, 110],
          ],
          '#FFE9A8',
        ) +
        [60, 156, 252, 348, 444, 540].map(lamp).join(''),
      title:
        pile(['SUMMER STOCK'], { ...full, face: 'deco', fill: '#FFE9A8', gap: 0 }, { bottom: 760 }).svg +
        text('They died. Every night but Monday.', { face: 'italic', size: 31, x: 300, y: 812, fill: '#F25C54', anchor: 'middle' }),
    });
  },
};
