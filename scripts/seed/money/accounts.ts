// Charts of accounts with the weight each account usually has. The fiction chart is the US theatrical form; the others are the
// shorter sheets that documentaries, animated films and shorts are budgeted on. Weights are parts of the subtotal, not percentages.
import type { SheetShape } from '../content/pitch.ts';

export type Account = readonly [code: string, name: string, weight: number];
export type Section = { name: string; accounts: readonly Account[] };

const fiction: readonly Section[] = [
  {
    name: 'Above the line',
    accounts: [
      ['1100', 'Story and other rights', 45],
      ['1200', 'Producer', 110],
      ['1300', 'Director', 95],
      ['1400', 'Cast', 240],
      ['1500', 'Travel and living', 40],
      ['1900', 'Fringe', 76.5],
    ],
  },
  {
    name: 'Production',
    accounts: [
      ['2000', 'Production staff', 168],
      ['2100', 'Extra talent', 22],
      ['2200', 'Art direction', 58],
      ['2300', 'Set construction', 46],
      ['2500', 'Set operations', 74],
      ['2600', 'Special effects', 14],
      ['2700', 'Set dressing', 48],
      ['2800', 'Property', 31],
      ['2900', 'Wardrobe', 42],
      ['3100', 'Make-up and hair', 34],
      ['3200', 'Electrical, rigging', 82],
      ['3300', 'Camera', 116],
      ['3400', 'Sound', 39],
      ['3500', 'Transportation', 78],
      ['3600', 'Location', 112],
      ['3700', 'Dailies and data', 18],
      ['4000', 'Second unit', 12],
      ['4900', 'Fringe', 186],
    ],
  },
  {
    name: 'Post',
    accounts: [
      ['5000', 'Editing', 96],
      ['5100', 'Music', 45],
      ['5200', 'Post sound', 52],
      ['5300', 'Picture finish', 74],
      ['5400', 'Titles', 6],
      ['5900', 'Fringe', 24],
    ],
  },
  {
    name: 'Other',
    accounts: [
      ['6500', 'Publicity', 12],
      ['6700', 'Insurance', 52],
      ['6800', 'General overhead', 38],
      ['7500', 'Fees and legal', 45],
      ['7900', 'Fringe', 1.5],
    ],
  },
];

const documentary: readonly Section[] = [
  {
    name: 'Above the line',
    accounts: [
      ['1100', 'Research and rights', 60],
      ['1200', 'Producer', 110],
      ['1300', 'Director', 120],
      ['1900', 'Fringe', 30],
    ],
  },
  {
    name: 'Production',
    accounts: [
      ['2000', 'Production staff', 120],
      ['3300', 'Camera', 130],
      ['3400', 'Sound', 55],
      ['3500', 'Travel and transport', 150],
      ['3600', 'Location, fixers', 75],
      ['3700', 'Data', 25],
      ['4900', 'Fringe', 70],
    ],
  },
  {
    name: 'Post',
    accounts: [
      ['5000', 'Editing', 190],
      ['5050', 'Archive licences', 85],
      ['5100', 'Music', 45],
      ['5200', 'Post sound', 50],
      ['5300', 'Picture finish', 55],
      ['5400', 'Titles, subtitles', 18],
      ['5900', 'Fringe', 22],
    ],
  },
  {
    name: 'Other',
    accounts: [
      ['6500', 'Publicity', 20],
      ['6700', 'Insurance, E&O', 34],
      ['6800', 'General overhead', 45],
      ['7500', 'Fees and legal', 28],
    ],
  },
];

const animation: readonly Section[] = [
  {
    name: 'Above the line',
    accounts: [
      ['1100', 'Story and other rights', 40],
      ['1200', 'Producer', 100],
      ['1300', 'Director', 90],
      ['1400', 'Voice cast', 55],
      ['1900', 'Fringe', 35],
    ],
  },
  {
    name: 'Production',
    accounts: [
      ['2000', 'Production management', 130],
      ['2200', 'Design', 110],
      ['2210', 'Storyboard and reel', 105],
      ['2300', 'Layout and backgrounds', 160],
      ['2400', 'Build and rigging', 120],
      ['2500', 'Animation', 420],
      ['2600', 'Light and compositing', 170],
      ['2700', 'Pipeline and render', 80],
      ['4900', 'Fringe', 210],
    ],
  },
  {
    name: 'Post',
    accounts: [
      ['5000', 'Editing', 70],
      ['5100', 'Music', 60],
      ['5200', 'Post sound', 65],
      ['5300', 'Picture finish', 40],
      ['5400', 'Titles', 6],
    ],
  },
  {
    name: 'Other',
    accounts: [
      ['6500', 'Publicity', 14],
      ['6700', 'Insurance', 30],
      ['6800', 'General overhead', 95],
      ['7500', 'Fees and legal', 48],
    ],
  },
];

const short: readonly Section[] = [
  {
    name: 'Above the line',
    accounts: [
      ['1100', 'Script', 4],
      ['1200', 'Producer', 8],
      ['1300', 'Director', 8],
      ['1400', 'Cast', 14],
    ],
  },
  {
    name: 'Production',
    accounts: [
      ['2000', 'Crew', 22],
      ['2200', 'Art, wardrobe, make-up', 10],
      ['3300', 'Camera and light', 14],
      ['3400', 'Sound', 5],
      ['3500', 'Transport', 5],
      ['3600', 'Location', 6],
      ['3800', 'Catering', 6],
    ],
  },
  {
    name: 'Post',
    accounts: [
      ['5000', 'Editing', 7],
      ['5100', 'Music', 4],
      ['5200', 'Mix', 5],
      ['5300', 'Grade and masters', 5],
    ],
  },
  {
    name: 'Other',
    accounts: [
      ['6500', 'Festival entry', 3],
      ['6700', 'Insurance', 3],
    ],
  },
];

export const charts: Readonly<Record<SheetShape, readonly Section[]>> = { fiction, documentary, animation, short };
