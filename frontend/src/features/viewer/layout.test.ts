import { describe, expect, it } from 'vitest';
import { PAGE_WIDTHS } from '../../../../worker/features/viewer/schema.ts';
import { drawnWidth, holds, linesOf, widths, zoomed } from './layout.ts';

const run = (text: string, x: number, y: number) => ({ text, x, y, width: 0.3, height: 0.015 });

describe('a page', () => {
  it('is asked for in a width that the server draws, as large as the screen needs', () => {
    expect(widths).toEqual(PAGE_WIDTHS);
    expect([drawnWidth(400, 1), drawnWidth(400, 2), drawnWidth(736, 1), drawnWidth(2000, 3)]).toEqual([612, 918, 918, 1836]);
    expect([zoomed(1, 1), zoomed(1, -1), zoomed(3, 1), zoomed(2, -1)]).toEqual([1.25, 1, 3, 1.5]);
  });

  it('becomes lines in reading order, with its indents and gaps', () => {
    const lines = linesOf([run('ROTH', 0.43, 0.3), run('INT. OFFICE', 0.17, 0.1), run('- NIGHT', 0.5, 0.102), run('That is one.', 0.3, 0.318)]);
    expect(lines.map(({ text }) => text)).toEqual(['INT. OFFICE - NIGHT', 'ROTH', 'That is one.']);
    expect(lines.map(({ breaks }) => breaks)).toEqual([false, true, false]);
    expect(lines[1]?.indent).toBeCloseTo(0.26);
    expect(linesOf([])).toEqual([]);
  });

  it('marks runs that hold the words, whatever their case', () => {
    expect(holds(run('A hand goes UP.', 0, 0), 'goes up')).toBe(true);
    expect(holds(run('A hand', 0, 0), 'a')).toBe(false);
  });
});
