// A 2:3 part of a picture, in its pixels: how it moves and grows without leaving the picture.
import { type CropBox, heightOf, LEAST_WIDTH, widestIn } from '../../../../worker/features/poster-crops/schema.ts';

export interface Whole { width: number; height: number }

const between = (value: number, least: number, most: number): number => Math.min(Math.max(Math.round(value), least), most);

export const widths = (whole: Whole): { least: number; most: number } => {
  const most = widestIn(whole);
  return { least: Math.min(LEAST_WIDTH, most), most };
};

/** The largest part, in the middle: what shows while nothing was chosen. */
export function middleOf(whole: Whole): CropBox {
  const width = widestIn(whole);
  const height = heightOf(width);
  return { x: Math.floor((whole.width - width) / 2), y: Math.floor((whole.height - height) / 2), width, height };
}

/** To a place, px from the left and the top, or as near to it as the picture lets it. */
export const placed = (box: CropBox, x: number, y: number, whole: Whole): CropBox => ({ ...box, x: between(x, 0, whole.width - box.width), y: between(y, 0, whole.height - box.height) });

/** In another width, around the same middle. */
export function sized(box: CropBox, wanted: number, whole: Whole): CropBox {
  const { least, most } = widths(whole);
  const width = between(wanted, least, most);
  const height = heightOf(width);
  return placed({ ...box, width, height }, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, whole);
}

/** Whether it is what shows without a choice, for a picture that has no more to show. */
export const isAllOf = (box: CropBox, whole: Whole): boolean => box.width === whole.width && box.height === whole.height;
