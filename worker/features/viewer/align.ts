// Where on the page a leaked picture lies, when it is a part of it: the scale and the corner at which its words fit the clean page best. Pure.
import type { GreyImage } from './tracer.ts';

/** A part of the page: its left, top, width and height as shares of the page. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
  /** How well the words fit, -1 to 1. */
  fit: number;
}

/** Ink rather than light, and shrunk to a width, averaging what falls together. */
function inkAt({ pixels, width, height }: GreyImage, toWidth: number): { ink: Float32Array; width: number; height: number } {
  const toHeight = Math.max(1, Math.round((height * toWidth) / width));
  const ink = new Float32Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    const [top, bottom] = [Math.floor((y * height) / toHeight), Math.max(Math.floor((y * height) / toHeight) + 1, Math.floor(((y + 1) * height) / toHeight))];
    for (let x = 0; x < toWidth; x += 1) {
      const [left, right] = [Math.floor((x * width) / toWidth), Math.max(Math.floor((x * width) / toWidth) + 1, Math.floor(((x + 1) * width) / toWidth))];
      let sum = 0;
      for (let row = top; row < bottom; row += 1) for (let column = left; column < right; column += 1) sum += 255 - (pixels[row * width + column] as number);
      ink[y * toWidth + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { ink, width: toWidth, height: toHeight };
}

type Ink = ReturnType<typeof inkAt>;

/** Correlation of a piece with the page at a corner. */
function fitAt(page: Ink, piece: Ink, left: number, top: number): number {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = 0; y < piece.height; y += 1) {
    const [row, from] = [y * piece.width, (y + top) * page.width + left];
    for (let x = 0; x < piece.width; x += 1) {
      const [p, q] = [piece.ink[row + x] as number, page.ink[from + x] as number];
      a += p; b += q; aa += p * p; bb += q * q; ab += p * q;
    }
  }
  const n = piece.width * piece.height;
  const spread = Math.sqrt((aa - (a * a) / n) * (bb - (b * b) / n));
  return spread > 0 ? (ab - (a * b) / n) / spread : -1;
}

interface Place {
  /** Width of the piece in page pixels, and its corner. */
  wide: number;
  left: number;
  top: number;
  fit: number;
}

/** The best corner for a piece of this width, anywhere on the page. */
function bestCorner(page: Ink, leak: GreyImage, wide: number): Place {
  const piece = inkAt(leak, wide);
  let best: Place = { wide, left: 0, top: 0, fit: -1 };
  for (let top = 0; top <= page.height - piece.height; top += 1) {
    for (let left = 0; left <= page.width - piece.width; left += 1) {
      const fit = fitAt(page, piece, left, top);
      if (fit > best.fit) best = { wide, left, top, fit };
    }
  }
  return best;
}

/** From a place to the best one that small steps of width and corner lead to. */
function climb(page: Ink, leak: GreyImage, start: Place): Place {
  const pieces = new Map<number, Ink>();
  const pieceOf = (wide: number): Ink => {
    const known = pieces.get(wide) ?? inkAt(leak, wide);
    pieces.set(wide, known);
    return known;
  };
  const fits = new Map<string, number>();
  const look = (wide: number, left: number, top: number): Place => {
    const name = `${wide}:${left}:${top}`;
    let fit = fits.get(name);
    if (fit === undefined) {
      const isOff = wide < 16 || wide > page.width || left < 0 || top < 0 || left + wide > page.width;
      const piece = isOff ? null : pieceOf(wide);
      fit = piece === null || top + piece.height > page.height ? -1 : fitAt(page, piece, left, top);
      fits.set(name, fit);
    }
    return { wide, left, top, fit };
  };
  let here = look(Math.min(page.width, start.wide), start.left, start.top);
  for (;;) {
    const around = [-2, -1, 0, 1, 2].flatMap((w) => [-2, -1, 0, 1, 2].flatMap((x) => [-2, -1, 0, 1, 2].map((y) => [w, x, y] as const)))
      .filter(([w, x, y]) => Math.abs(w) + Math.abs(x) + Math.abs(y) <= 3).map(([w, x, y]) => look(here.wide + w, here.left + x, here.top + y));
    const best = around.reduce((one, other) => (other.fit > one.fit ? other : one), here);
    if (best.fit <= here.fit) return here;
    here = best;
  }
}

const [COARSE, MIDDLE, FINE] = [102, 306, 918] as const;
/** Smallest share of the page's width that is looked for. */
const LEAST = 0.4;

/** The part of the page that a picture shows. Upright and not distorted: a screenshot, a scan, a cut-out; not a photograph from the side. */
export function align(leak: GreyImage, clean: GreyImage): Part {
  const coarse = inkAt(clean, COARSE);
  const candidates: Place[] = [];
  for (let wide = Math.round(COARSE * LEAST); wide <= COARSE; wide += 1) {
    if ((wide * leak.height) / leak.width <= coarse.height + 1) candidates.push(bestCorner(coarse, leak, wide));
  }
  let places = candidates.toSorted((a, b) => b.fit - a.fit).slice(0, 5);
  let from: number = COARSE;
  for (const [width, kept] of [[MIDDLE, 1], [FINE, 1]] as const) {
    const page = inkAt(clean, width);
    const scale = width / from;
    places = places.map(({ wide, left, top }) => climb(page, leak, { wide: Math.round(wide * scale), left: Math.round(left * scale), top: Math.round(top * scale), fit: -1 })).toSorted((a, b) => b.fit - a.fit).slice(0, kept);
    from = width;
  }
  const [best] = places;
  if (!best) return { x: 0, y: 0, width: 1, height: 1, fit: -1 };
  const tall = (FINE * clean.height) / clean.width;
  const high = (best.wide * leak.height) / leak.width;
  return { x: best.left / FINE, y: best.top / tall, width: best.wide / FINE, height: high / tall, fit: best.fit };
}
