// Made of plates and boxes: containers, windows, blinds, a hull.
import { random } from '../../random.ts';
import type { Designs } from '../design.ts';
import { at, disc, ground, line, MARGIN, pile, rect, shape, sizeToFit, text, W } from '../draw.ts';
import { horizon } from '../layouts/horizon.ts';
import { slices } from '../layouts/slices.ts';
import { person } from '../motifs.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };

export const facades: Designs = {
  'bill-of-lading': () => {
    const r = random('manifest');
    const inks = ['#D1495B', '#EDAE49', '#00798C', '#30638E', '#003D5B', '#8D6A9F', '#E7E2D6'];
    let boxes = '';
    for (let row = 0; row < 9; row += 1)
      for (let column = 0; column < 5; column += 1) {
        const x = column * 122 - 6;
        const y = 30 + row * 70;
        const fill = r.pick(inks);
        boxes += rect(x, y, 118, 66, fill) + Array.from({ length: 8 }, (_, i) => rect(x + 10 + i * 13, y + 8, 2, 50, 'rgba(0,0,0,.16)')).join('');
        if (row === 5 && column === 3)
          boxes += rect(x, y, 118, 66, '#0A0F16') + rect(x + 4, y + 4, 52, 58, '#FFF1C1') + at(x + 36, y + 38, person('#0A0F16'), 0.5) + rect(x + 58, y + 4, 4, 58, '#E7E2D6');
      }
    return horizon({
      sky: '#0A0F16',
      bands: [[664, '#0A0F16']],
      weather: boxes,
      figure: '',
      creditFill: '#E7E2D6',
      credit: ['A film by Kofi Lindqvist', 'Crew: none. Cargo: two.'],
      creditY: 868,
      title: pile(['BILL OF LADING'], { ...full, face: 'gothic', fill: '#E7E2D6', gap: 0 }, { bottom: 836 }).svg,
    });
  },
  'rooms-by-the-hour': () => {
    let windows = '';
    for (let row = 0; row < 8; row += 1)
      for (let column = 0; column < 5; column += 1) {
        const x = 62 + column * 98;
        const y = 62 + row * 76;
        const lit = (row === 2 && column === 3) || (row === 5 && column === 1);
        windows +=
          rect(x, y, 82, 58, lit ? '#FFE08A' : row % 2 === column % 2 ? '#B5396B' : '#9E2F5E') +
          (lit ? at(x + (row === 2 ? 24 : 56), y + 36, person('#5E1742'), 0.46) : rect(x, y, 82, (58 * ((row * 7 + column * 3) % 5)) / 6, '#D85A8A'));
      }
    return horizon({
      sky: '#F48FB1',
      bands: [],
      weather: rect(40, 36, 520, 650, '#5E1742') + windows,
      figure: rect(40, 670, 520, 16, '#5E1742'),
      creditFill: '#5E1742',
      credit: ['A film by Reiko Vandermeer-Oda', 'Rest 3,800. Stay 7,900.'],
      creditY: 868,
      title: text('Rooms by the Hour', { face: 'swash', size: sizeToFit('Rooms by the Hour', 'swash', W - 72), x: MARGIN, y: 808, fill: '#5E1742' }),
    });
  },
  'permit-room': () => {
    const blinds = Array.from({ length: 17 }, (_, i) => rect(0, 20 + i * 40, 600, 20, '#0D0D0D')).join('');
    return slices({
      paper: '#0D0D0D',
      ink: '#E8DCC0',
      id: 'pr',
      inner:
        ground('#0D0D0D') +
        rect(60, 20, 480, 660, '#E3A72F') +
        shape(
          'M150 680V470Q156 396 240 372V340Q206 310 206 262H164Q164 246 206 240L218 172Q300 138 382 172L394 240Q436 246 436 262H394Q394 310 360 340V372Q444 396 450 470V680Z',
          '#7A1F1F',
        ) +
        blinds +
        rect(0, 680, 600, 220, '#0D0D0D') +
        pile(['PERMIT ROOM'], { ...full, face: 'deco', fill: '#E3A72F', gap: 0 }, { bottom: 790 }).svg +
        text('Bombay, 1953', { face: 'italic', size: 34, x: 300, y: 832, fill: '#E8DCC0', anchor: 'middle' }),
      cuts: [
        [0, 320, 0],
        [320, 360, 22],
        [360, 900, 0],
      ],
      credit: ['A film by Devika Thornbury-Nair', 'For medicinal purposes'],
      creditY: 872,
    });
  },
  'dry-dock': () => {
    const hull = (inset: number): string =>
      `M${60 + inset} ${150 + inset * 0.5}L${540 - inset} ${150 + inset * 0.5}Q${540 - inset} ${500 - inset * 0.6} 300 ${640 - inset}Q${60 + inset} ${500 - inset * 0.6} ${60 + inset} ${150 + inset * 0.5}Z`;
    const ribs = Array.from({ length: 9 }, (_, i) => line(100 + i * 50, 90, 100 + i * 50, 660, '#C7B299', 3, 'stroke-dasharray="14 10"')).join('');
    return horizon({
      sky: '#31383C',
      bands: [[664, '#22282B']],
      creditFill: '#EADFC8',
      credit: ['A limited series by Ilse Tarnowska-Reid', 'One foot shorter inside'],
      creditY: 868,
      weather:
        ribs +
        shape(hull(0), '#C23B22') +
        shape(hull(26), '#31383C') +
        shape(hull(44), '#D9C7A3') +
        shape(hull(96), '#31383C') +
        rect(284, 560, 32, 104, '#22282B') +
        rect(120, 430, 26, 234, '#22282B', 'transform="rotate(8 130 540)"') +
        rect(454, 430, 26, 234, '#22282B', 'transform="rotate(-8 466 540)"'),
      figure:
        disc(396, 470, 5, '#FFE08A') +
        Array.from({ length: 10 }, (_, i) => line(396, 470, 396 + Math.cos(i * 0.63) * (22 + (i % 3) * 12), 470 + Math.sin(i * 0.63) * (22 + (i % 3) * 12), '#FFE08A', 2)).join(
          '',
        ) +
        at(372, 486, person('#EADFC8'), 0.42),
      title: pile(['DRY DOCK'], { ...full, face: 'gothic', fill: '#EADFC8', gap: 0 }, { bottom: 840 }).svg,
    });
  },
};
