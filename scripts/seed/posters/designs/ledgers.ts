// Rows that somebody kept.
import { random } from '../../random.ts';
import type { Designs } from '../design.ts';
import { disc, line, MARGIN, pile, rect, ring, sizeToFit, small, stroke, text, W } from '../draw.ts';
import { ledger } from '../layouts/ledger.ts';

const full = { x: MARGIN, width: W - MARGIN * 2 };
const groupsOfFive = (): (readonly [string])[] => {
  const r = random('attention');
  return Array.from({ length: 15 }, (_, row): readonly [string] => [
    row === 9 ? '  ILSE  THANK YOU  ' : Array.from({ length: 5 }, () => String(r.int(0, 99_999)).padStart(5, '0')).join(' '),
  ]);
};

export const ledgers: Designs = {
  tithe: () =>
    ledger({
      paper: '#E9E2CE',
      ink: '#2F2A22',
      rule: '#CFC4A6',
      hot: '#B3261E',
      face: 'script',
      size: 25,
      leading: 38,
      top: 84,
      margin: { x: 96, colour: '#D98B7F' },
      x: 112,
      hotRow: 13,
      rows: [
        ['1891  Ursu, D.', '1'],
        ['1898  Bratu, I.', '1'],
        ['1905  Ursu, M.', '1'],
        ['1912  Crainic, T.', '1'],
        ['1919  none due', '-'],
        ['1926  Bratu, E.', '2'],
        ['1933  Lupan, S.', '1'],
        ['1940  Ursu, V.', '1'],
        ['1947  Lupan, A.', '1'],
        ['1954  Bratu, C.', '1'],
        ['1961  Ursu, G.', '1'],
        ['1968  Lupan, P.', '1'],
        ['1975  none due', '-'],
        ['1982  Carrow, H.', '1'],
      ],
      title:
        rect(0, 648, 600, 252, '#2F2A22') +
        text('TITHE', { face: 'didoneBold', size: sizeToFit('TITHE', 'didoneBold', W - MARGIN * 2, 0.02), x: MARGIN, y: 826, fill: '#E9E2CE', track: 0.02 }),
      credit: ['', ''],
      under: '',
      creditY: 866,
    }) +
    small('A film by Mihnea Carrow', MARGIN, 868, '#E9E2CE') +
    small('Paid in full since 1891', W - MARGIN, 868, '#D98B7F', 'end'),
  'groups-of-five': () =>
    ledger({
      paper: '#1F2A2E',
      ink: '#7FA39B',
      hot: '#FFB627',
      face: 'script',
      size: 30,
      leading: 42,
      top: 78,
      rows: groupsOfFive(),
      hotRow: 9,
      x: MARGIN,
      title: text('Groups of Five', { face: 'grotesk', size: sizeToFit('Groups of Five', 'grotesk', W - MARGIN * 2, -0.03), x: MARGIN, y: 822, fill: '#F2EBDD', track: -0.03 }),
      credit: ['A film by Ilse Tarnowska-Reid', '4625 kHz, nightly'],
      creditY: 866,
    }),
  'the-names-in-order': () =>
    ledger({
      paper: '#1A1A1A',
      ink: '#EDE6D6',
      hot: '#E9C46A',
      face: 'didoneItalic',
      size: 47,
      leading: 52,
      top: 84,
      x: MARGIN,
      hotRow: 6,
      fade: ['#EDE6D6', '#DAD3C4', '#C4BEB0', '#ADA79B', '#979287', '#817C73', '#E9C46A', '#817C73', '#6E6A62', '#5D5A53', '#4F4C46'],
      rows: [
        ['Agbanon, a smith'],
        ['Coffi, a boy'],
        ['Adoukè'],
        ['Nansica'],
        ['Bossou, said to sing'],
        ['a woman'],
        ['a woman, called Ayaba'],
        ['a woman'],
        ['Houéfa'],
        ['Dossou'],
        ['Kpossi, and a child'],
      ],
      title: pile(['The Names in Order'], { ...full, face: 'didone', fill: '#E9C46A', gap: 0 }, { bottom: 828 }).svg + line(MARGIN, 700, W - MARGIN, 700, '#EDE6D6', 1),
      credit: ['A film by Gaspard Ilunga-Wray', 'Nantes, 1793'],
      creditY: 868,
    }),
  'patent-pending': () => {
    const gridLines = Array.from(
      { length: 30 },
      (_, index) => line(0, index * 30 + 15, 600, index * 30 + 15, '#2C6FA6', 0.8) + line(index * 30, 0, index * 30, 900, '#2C6FA6', 0.8),
    ).join('');
    const ink = '#EAF4FA';
    const machine =
      ring(210, 300, 96, ink, 3) +
      ring(210, 300, 14, ink, 3) +
      Array.from({ length: 8 }, (_, i) => line(210, 300, 210 + Math.cos((i * Math.PI) / 4) * 96, 300 + Math.sin((i * Math.PI) / 4) * 96, ink, 2)).join('') +
      ring(410, 420, 52, ink, 3) +
      ring(410, 420, 10, ink, 3) +
      stroke('M138 236L374 382M250 388L392 470', ink, 2.5) +
      stroke('M410 368V250H470L500 220', ink, 3) +
      stroke('M480 180Q520 170 524 214Q500 236 480 214Z', ink, 3) +
      stroke('M114 300H60V560H360V472', ink, 3) +
      rect(60, 560, 330, 16, 'none', `stroke="${ink}" stroke-width="3"`) +
      stroke('M160 560Q150 500 190 500H250Q290 500 280 560', ink, 3) +
      line(524, 214, 524, 560, ink, 1.5, 'stroke-dasharray="6 5"') +
      disc(524, 572, 12, '#F4D35E');
    return ledger({
      paper: '#1B5588',
      ink,
      hot: '#F4D35E',
      face: 'script',
      size: 15,
      leading: 20,
      top: 640,
      x: MARGIN,
      hotRow: 2,
      rows: [['Fig. 7. Apparatus for the', 'No. 41'], ['opening of an egg at a distance.'], ['Nearly worked.']],
      under: gridLines + machine,
      title: text('Patent Pending', { face: 'didoneItalic', size: sizeToFit('Patent Pending', 'didoneItalic', W - MARGIN * 2), x: MARGIN, y: 800, fill: '#F4D35E' }),
      credit: ['A film by Teodor Marchbank', 'The life of Otto Ziegelmann, who did not live'],
      creditY: 866,
    });
  },
};
