// Two of something, and what lies between them.
import type { Designs } from '../design.ts';
import { at, disc, group, line, lines, MARGIN, pile, polygon, rect, ring, shape, sizeToFit, stroke, text, W } from '../draw.ts';
import { horizon } from '../layouts/horizon.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const halves: Designs = {
  'a-short-history-of-the-handshake': () => {
    const arm = (fill: string, cuff: string): string =>
      rect(-340, -78, 250, 156, fill) +
      rect(-98, -66, 40, 132, cuff) +
      disc(-118, 46, 8, cuff) +
      shape('M-60 -50H16Q40 -52 46 -34L96 -20Q112 -14 106 0L100 8L104 14Q110 30 92 36L70 38Q66 52 46 50H-60Z', '#E8B48A') +
      shape('M10 -52Q30 -86 60 -74Q72 -64 54 -40Z', '#E8B48A');
    return horizon({
      sky: '#F3EEE1',
      bands: [],
      creditFill: '#1C1C1C',
      credit: ['A film by Gaspard Ilunga-Wray', 'Eleven hours, four metres of table'],
      creditY: 868,
      weather: rect(0, 0, 300, 640, '#C8102E') + rect(300, 0, 300, 640, '#0057A8') + rect(0, 400, 600, 16, '#F3EEE1'),
      figure: at(176, 300, arm('#1C1C1C', '#F3EEE1'), 0.92) + group(at(0, 0, arm('#3A3A3A', '#F3EEE1'), 0.92), 'translate(424 300) scale(-1 1)'),
      title: lines(['A Short History', 'of the Handshake'], {
        face: 'didoneBold',
        size: sizeToFit('of the Handshake', 'didoneBold', W - 72),
        x: MARGIN,
        y: 730,
        fill: '#1C1C1C',
        leading: 76,
      }),
    });
  },
  'second-language': () =>
    horizon({
      sky: '#F2E8DA',
      bands: [],
      creditFill: '#1F2F46',
      credit: ['A film by Harpreet MacAskill', 'Present tense only'],
      creditY: 868,
      weather:
        '<clipPath id="sl"><circle cx="230" cy="290" r="204"/></clipPath>' +
        disc(230, 290, 204, '#E0672F') +
        disc(376, 430, 204, '#2F6F73') +
        `<g clip-path="url(#sl)">${disc(376, 430, 204, '#1F2F46')}</g>` +
        polygon(
          [
            [80, 420],
            [40, 540],
            [170, 480],
          ],
          '#E0672F',
        ) +
        polygon(
          [
            [520, 570],
            [570, 680],
            [440, 622],
          ],
          '#2F6F73',
        ),
      figure:
        text('tha', { face: 'italic', size: 92, x: 120, y: 270, fill: '#F2E8DA' }) +
        text('haan', { face: 'italic', size: 92, x: 372, y: 520, fill: '#F2E8DA' }) +
        text('yes', { face: 'italic', size: 64, x: 300, y: 384, fill: '#F2E8DA', anchor: 'middle' }),
      title: text('Second Language', { face: 'serif', size: sizeToFit('Second Language', 'serif', W - 72), x: MARGIN, y: 806, fill: '#1F2F46' }),
    }),
  contrabanda: () =>
    horizon({
      sky: '#F6D7A7',
      bands: [],
      creditFill: '#7A1E3A',
      credit: ['A film by Salvo Indelicato-Grey', 'Same procession, opposite sides'],
      creditY: 868,
      weather:
        '<clipPath id="cb"><circle cx="208" cy="300" r="190"/></clipPath>' +
        disc(208, 300, 190, '#7A1E3A') +
        disc(392, 300, 190, '#1F5F8B') +
        `<g clip-path="url(#cb)">${disc(392, 300, 190, '#F6D7A7')}</g>`,
      figure:
        [150, 108, 66].map((r) => ring(208, 300, r, '#F6D7A7', 5) + ring(392, 300, r, '#F6D7A7', 5)).join('') +
        disc(208, 300, 26, '#F6D7A7') +
        disc(392, 300, 26, '#F6D7A7') +
        stroke('M208 490V560Q208 600 248 600H352Q392 600 392 560V490', '#7A1E3A', 26) +
        [250, 300, 350].map((x) => rect(x - 11, 556, 22, 44, '#1F5F8B') + rect(x - 15, 540, 30, 14, '#1F5F8B')).join(''),
      title: pile(['CONTRABANDA'], { ...full, face: 'deco', fill: '#7A1E3A', gap: 0 }, { bottom: 800 }).svg,
    }),
  'half-a-harbour': () => {
    const crane = (fill: string): string =>
      rect(286, 250, 28, 400, fill) +
      polygon(
        [
          [240, 650],
          [286, 560],
          [314, 560],
          [360, 650],
        ],
        fill,
      ) +
      rect(254, 236, 92, 70, fill) +
      polygon(
        [
          [300, 120],
          [312, 240],
          [288, 240],
        ],
        fill,
      ) +
      polygon(
        [
          [300, 214],
          [40, 196],
          [40, 210],
          [300, 240],
        ],
        fill,
      ) +
      polygon(
        [
          [300, 214],
          [560, 196],
          [560, 210],
          [300, 240],
        ],
        fill,
      ) +
      line(300, 124, 60, 198, fill, 4) +
      line(300, 124, 540, 198, fill, 4) +
      rect(524, 204, 4, 150, fill) +
      rect(492, 354, 68, 44, fill) +
      rect(72, 204, 4, 60, fill) +
      disc(74, 274, 12, fill);
    const half = (id: string, x: number, dy: number, fill: string): string =>
      `<clipPath id="${id}"><rect x="${x}" y="0" width="300" height="720"/></clipPath><g clip-path="url(#${id})">${group(crane(fill), `translate(0 ${dy})`)}</g>`;
    return horizon({
      sky: '#F0DCA8',
      bands: [],
      weather: rect(300, 0, 300, 650, '#2D6A7A'),
      figure: half('hh1', 0, 0, '#C4432B') + half('hh2', 300, 34, '#F0DCA8') + rect(0, 650, 300, 250, '#C4432B') + rect(300, 684, 300, 216, '#15333B'),
      creditFill: '#F0DCA8',
      creditY: 868,
      credit: ['A Quarrylight film', 'Lift and lower by agreement'],
      title:
        text('Half a', { face: 'slab', size: 70, x: 276, y: 800, fill: '#F0DCA8', anchor: 'end' }) +
        text('Harbour', { face: 'slab', size: sizeToFit('Harbour', 'slab', 240), x: 324, y: 800, fill: '#F0DCA8' }),
    });
  },
};
