import { describe, expect, it } from 'vitest';
import { drawn, emptyDrawing, ENOUGH_INK, inkOf, PAD, type Drawing, type Stroke } from './pen.ts';

const after = (strokes: readonly Stroke[]): Drawing => strokes.reduce(drawn, emptyDrawing);
const key = (name: string, far = false): Stroke => ({ kind: 'key', key: name, far });

describe('a drawn signature', () => {
  it('follows a pointer, one stroke a press', () => {
    const drawing = after([{ kind: 'start', at: { x: 10, y: 10 } }, { kind: 'draw', at: { x: 110, y: 10 } }, { kind: 'start', at: { x: 5, y: 5 } }, { kind: 'draw', at: { x: 5, y: 55 } }]);
    expect(drawing.strokes).toEqual([[{ x: 10, y: 10 }, { x: 110, y: 10 }], [{ x: 5, y: 5 }, { x: 5, y: 55 }]]);
    expect(inkOf(drawing)).toBe(150);
  });

  it('is written with keys: Space puts the pen down, arrows move it', () => {
    const moved = after([key('ArrowRight'), key('ArrowRight')]);
    expect(moved.strokes).toEqual([]);
    expect(moved.pen.x).toBe(emptyDrawing.pen.x + 24);
    const written = [key(' '), ...Array.from({ length: 4 }, () => key('ArrowRight', true)), key(' '), key('ArrowDown')].reduce(drawn, moved);
    expect(written.strokes).toHaveLength(1);
    expect(inkOf(written)).toBe(144);
    expect(inkOf(written)).toBeGreaterThan(ENOUGH_INK);
    expect(written.isDown).toBe(false);
  });

  it('stays on the pad and can be cleared', () => {
    const drawing = after([{ kind: 'start', at: { x: -50, y: 9999 } }]);
    expect(drawing.strokes).toEqual([[{ x: 0, y: PAD.height }]]);
    expect(drawn(drawing, { kind: 'clear' })).toEqual(emptyDrawing);
  });
});
