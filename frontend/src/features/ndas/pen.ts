// A drawn signature as strokes, moved by a pointer or by keys. Pure; the canvas only shows it.
export interface Point {
  x: number;
  y: number;
}

export interface Drawing {
  strokes: readonly (readonly Point[])[];
  /** Where the keyboard's pen is, and whether it writes. */
  pen: Point;
  isDown: boolean;
}

/** Size in canvas pixels. */
export const PAD = { width: 900, height: 270 } as const;
const STEP = 12;

export type Stroke =
  | { kind: 'start'; at: Point }
  | { kind: 'draw'; at: Point }
  | { kind: 'key'; key: string; far: boolean }
  | { kind: 'clear' };

export const emptyDrawing: Drawing = { strokes: [], pen: { x: 120, y: PAD.height / 2 }, isDown: false };

const arrows: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** Keys that the pad takes for itself. */
export const isPenKey = (key: string): boolean => key in arrows || key === ' ';

const clamp = ({ x, y }: Point): Point => ({ x: Math.min(PAD.width, Math.max(0, x)), y: Math.min(PAD.height, Math.max(0, y)) });

const extended = (strokes: Drawing['strokes'], at: Point): Drawing['strokes'] => {
  const last = strokes.at(-1);
  return last ? [...strokes.slice(0, -1), [...last, at]] : [[at]];
};

export function drawn(drawing: Drawing, stroke: Stroke): Drawing {
  if (stroke.kind === 'clear') return emptyDrawing;
  if (stroke.kind === 'start') return { strokes: [...drawing.strokes, [clamp(stroke.at)]], pen: clamp(stroke.at), isDown: false };
  if (stroke.kind === 'draw') return { ...drawing, strokes: extended(drawing.strokes, clamp(stroke.at)), pen: clamp(stroke.at) };
  if (stroke.key === ' ') return drawing.isDown ? { ...drawing, isDown: false } : { ...drawing, isDown: true, strokes: [...drawing.strokes, [drawing.pen]] };
  const way = arrows[stroke.key];
  if (!way) return drawing;
  const step = stroke.far ? STEP * 3 : STEP;
  const pen = clamp({ x: drawing.pen.x + way.x * step, y: drawing.pen.y + way.y * step });
  return { ...drawing, pen, strokes: drawing.isDown ? extended(drawing.strokes, pen) : drawing.strokes };
}

/** Length of all lines in canvas pixels: a dot is no signature. */
export const inkOf = ({ strokes }: Drawing): number =>
  strokes.reduce((sum, points) => sum + points.slice(1).reduce((length, { x, y }, index) => length + Math.hypot(x - (points[index]?.x ?? x), y - (points[index]?.y ?? y)), 0), 0);
export const ENOUGH_INK = 120;
