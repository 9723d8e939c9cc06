// Small silhouettes, each drawn about the origin in a box of roughly 100 x 100.
import { disc, line, polygon, rect, ring, shape, stroke } from './draw.ts';

export const chair = (fill: string): string =>
  rect(-30, -50, 9, 98, fill) +
  rect(-30, -50, 42, 9, fill) +
  rect(3, -50, 9, 50, fill) +
  rect(-30, -26, 42, 7, fill) +
  rect(-30, -2, 62, 10, fill) +
  rect(23, 0, 9, 48, fill) +
  rect(3, 6, 6, 34, fill);

export const wagon = (fill: string, wheel: string): string =>
  polygon(
    [
      [-50, -26],
      [50, -26],
      [44, 18],
      [-44, 18],
    ],
    fill,
  ) +
  rect(-54, -32, 108, 7, fill) +
  disc(-26, 26, 10, wheel) +
  disc(26, 26, 10, wheel) +
  rect(44, 10, 14, 5, fill);

export const umbrella = (fill: string): string =>
  shape('M-46 2A46 46 0 0 1 46 2Q38 -6 30.600 2Q23 -6 15.300 2Q8 -6 0 2Q-8 -6 -15.300 2Q-23 -6 -30.600 2Q-38 -6 -46 2Z', fill) +
  rect(-2.5, -50, 5, 92, fill) +
  stroke('M0 40A9 9 0 0 0 18 40', fill, 5);

export const key = (fill: string): string => ring(0, -26, 18, fill, 10) + rect(-4.5, -8, 9, 56, fill) + rect(4, 24, 16, 8, fill) + rect(4, 38, 22, 8, fill);

export const glove = (fill: string): string =>
  shape(
    'M-24 46V4L-40 -14Q-44 -22 -37 -26Q-31 -29 -25 -22L-20 -15V-40Q-20 -47 -13.500 -47Q-7 -47 -7 -40V-16V-44Q-7 -51 -0.500 -51Q6 -51 6 -44V-16V-40Q6 -47 12.500 -47Q19 -47 19 -40V-12V-30Q19 -36 25 -36Q31 -36 31 -30V10L24 46Z',
    fill,
  );

export const spectacles = (fill: string): string =>
  ring(-24, 4, 19, fill, 7) + ring(24, 4, 19, fill, 7) + stroke('M-6 0Q0 -7 6 0', fill, 6) + line(-42, 0, -52, -14, fill, 6) + line(42, 0, 52, -14, fill, 6);

export const boot = (fill: string): string => shape('M-22 -48H14V6Q14 14 24 17L40 23Q48 26 48 36V42H-22Z', fill) + rect(-24, 42, 74, 7, fill);

export const teapot = (fill: string): string =>
  shape('M-30 -14H26Q40 10 22 38H-26Q-44 10 -30 -14Z', fill) +
  rect(-16, -24, 28, 6, fill) +
  disc(-2, -30, 6, fill) +
  polygon(
    [
      [26, 2],
      [48, -20],
      [54, -16],
      [32, 26],
    ],
    fill,
  ) +
  stroke('M-32 -6A20 20 0 1 0 -32 28', fill, 7);

export const trumpet = (fill: string): string =>
  polygon(
    [
      [-50, -3],
      [16, -5],
      [46, -30],
      [46, 30],
      [16, 5],
      [-50, 3],
    ],
    fill,
  ) +
  rect(-54, -8, 6, 16, fill) +
  stroke('M-26 0V24Q-26 32 -18 32H4Q12 32 12 24V0', fill, 6) +
  rect(-18, -18, 5, 18, fill) +
  rect(-7, -18, 5, 18, fill) +
  rect(4, -18, 5, 18, fill);

export const tooth = (fill: string): string =>
  shape('M-34 -30Q-34 -46 -14 -44Q0 -42 14 -44Q34 -46 34 -30Q36 -8 26 4Q24 44 15 46Q7 46 4 20Q0 14 -4 20Q-7 46 -15 46Q-24 44 -26 4Q-36 -8 -34 -30Z', fill);

export const person = (fill: string): string => disc(0, -36, 13, fill) + shape('M-18 -18Q0 -24 18 -18L22 16H13L11 48H-11L-13 16H-22Z', fill);

export const calf = (fill: string): string =>
  shape(
    'M-44 -22Q-20 -30 14 -24L26 -40L22 -50L30 -46L38 -50L37 -42L50 -28Q52 -20 44 -20L36 -22Q32 -4 22 2L24 46H16L12 8Q-8 14 -26 8L-28 46H-36L-40 4Q-48 -8 -46 -20L-52 12L-55 11L-50 -18Z',
    fill,
  );

export const pigeon = (fill: string): string =>
  shape('M50 -8Q44 -20 32 -16Q24 -12 12 -10Q4 -40 -26 -46Q-14 -28 -16 -10Q-34 -10 -52 4L-40 8L-50 16Q-26 16 -12 10Q-8 34 -28 46Q8 40 18 10Q34 8 40 -4Z', fill);

export const house = (fill: string): string =>
  polygon(
    [
      [-44, 46],
      [-44, -6],
      [-54, -6],
      [0, -50],
      [54, -6],
      [44, -6],
      [44, 46],
    ],
    fill,
  );

export const tug = (fill: string): string => shape('M-50 10H50L40 34H-38Z', fill) + rect(-16, -16, 34, 26, fill) + rect(-6, -44, 14, 30, fill) + rect(26, -2, 5, 12, fill);

export const bird = (fill: string): string => shape('M-20 6Q-26 -18 -6 -22Q2 -24 8 -16L18 -14L9 -8Q10 8 -4 12L-26 34L-20 12Z', fill);

export const handset = (fill: string): string => shape('M-50 -8Q-50 -30 0 -30Q50 -30 50 -8V6Q50 12 44 12H28Q22 12 22 6V-2Q0 -8 -22 -2V6Q-22 12 -28 12H-44Q-50 12 -50 6Z', fill);

export const telephone = (body: string, dial: string): string =>
  shape('M-34 44L-26 0Q-24 -8 -16 -8H16Q24 -8 26 0L34 44Q35 50 28 50H-28Q-35 50 -34 44Z', body) + disc(0, 24, 15, dial) + disc(0, 24, 5, body);

/** A drinking glass with `level` (0 to 1) of its content left. */
export const glass = (outlineFill: string, beer: string, level: number): string => {
  const top = 46 - 86 * level;
  const half = (y: number): number => 24 + ((46 - y) / 92) * 10;
  return (
    polygon(
      [
        [-36, -48],
        [36, -48],
        [26, 50],
        [-26, 50],
      ],
      outlineFill,
    ) +
    (level > 0
      ? polygon(
          [
            [-half(top) + 3, top],
            [half(top) - 3, top],
            [22, 45],
            [-22, 45],
          ],
          beer,
        )
      : '')
  );
};

/** One of many carved faces, by number. */
export const mask = (face: string, cut: string, kind: number): string => {
  const heads = [
    'M-34 -44Q0 -58 34 -44L30 8Q22 46 0 52Q-22 46 -30 8Z',
    'M-30 -50H30L36 0L14 50H-14L-36 0Z',
    'M0 -54Q38 -48 36 -6Q32 44 0 52Q-32 44 -36 -6Q-38 -48 0 -54Z',
    'M-38 -36L-20 -52H20L38 -36V10L18 50H-18L-38 10Z',
  ];
  const eyes = [
    rect(-24, -16, 18, 6, cut) + rect(6, -16, 18, 6, cut),
    disc(-14, -10, 8, cut) + disc(14, -10, 8, cut),
    shape('M-26 -8Q-15 -20 -5 -8Z', cut) + shape('M26 -8Q15 -20 5 -8Z', cut),
    polygon(
      [
        [-26, -16],
        [-6, -8],
        [-24, -4],
      ],
      cut,
    ) +
      polygon(
        [
          [26, -16],
          [6, -8],
          [24, -4],
        ],
        cut,
      ),
  ];
  const mouths = [disc(0, 30, 7, cut), rect(-13, 26, 26, 6, cut), shape('M-14 26Q0 38 14 26Z', cut), rect(-5, 22, 10, 16, cut)];
  const nose = polygon(
    [
      [0, -12],
      [6, 14],
      [-6, 14],
    ],
    cut,
  );
  const brow = kind % 3 === 0 ? rect(-26, -30, 52, 4, cut) : kind % 3 === 1 ? disc(0, -32, 5, cut) : rect(-2, -46, 4, 22, cut);
  return shape(heads[kind % 4] as string, face) + (eyes[(kind * 3 + 1) % 4] as string) + (mouths[(kind * 5 + 2) % 4] as string) + nose + brow;
};

/** A parasol from above: `cuts` slices in two colours. */
export const parasol = (a: string, b: string, cuts: number): string => {
  const slice = (index: number): string => {
    const from = (index / cuts) * Math.PI * 2;
    const to = ((index + 1) / cuts) * Math.PI * 2;
    return polygon(
      [
        [0, 0],
        [Math.cos(from) * 50, Math.sin(from) * 50],
        [Math.cos((from + to) / 2) * 48, Math.sin((from + to) / 2) * 48],
        [Math.cos(to) * 50, Math.sin(to) * 50],
      ],
      index % 2 ? a : b,
    );
  };
  return Array.from({ length: cuts }, (_, index) => slice(index)).join('') + disc(0, 0, 3.5, a);
};
