import { describe, expect, it } from 'vitest';
import { heightOf } from '../../../../worker/features/poster-crops/schema.ts';
import { isAllOf, middleOf, placed, sized, widths } from './crop-box.ts';

const wide = { width: 2400, height: 1200 };

describe('a part of a picture', () => {
  it('is the largest, in the middle, while nothing was chosen', () => {
    expect(middleOf(wide)).toEqual({ x: 800, y: 0, width: 800, height: 1200 });
    expect(isAllOf(middleOf({ width: 800, height: 1200 }), { width: 800, height: 1200 })).toBe(true);
    expect(isAllOf(middleOf(wide), wide)).toBe(false);
  });

  it('moves as far as the picture goes', () => {
    const box = sized(middleOf(wide), 400, wide);
    expect(box).toEqual({ x: 1000, y: 300, width: 400, height: 600 });
    expect(placed(box, -50, 9000, wide)).toMatchObject({ x: 0, y: 600 });
    expect(placed(box, 9000, -1, wide)).toMatchObject({ x: 2000, y: 0 });
  });

  it('grows around its middle, stays inside and is never too small or too large, for every picture', () => {
    for (const whole of [wide, { width: 601, height: 2000 }, { width: 241, height: 362 }, { width: 90, height: 60 }, { width: 1333, height: 777 }]) {
      const { least, most } = widths(whole);
      for (const wanted of [0, least, (least + most) / 2, most, 99_999]) for (const corner of [0, 9_999]) {
        const box = sized(placed(middleOf(whole), corner, corner, whole), wanted, whole);
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= whole.width && box.y + box.height <= whole.height, JSON.stringify([whole, box])).toBe(true);
        expect([box.width >= least && box.width <= most, box.height]).toEqual([true, heightOf(box.width)]);
        expect([box.x, box.y, box.width].every(Number.isInteger)).toBe(true);
      }
    }
  });
});
