// Which part of a picture shows as the poster.
import { z } from 'zod';

/** A narrower part would be served blurred on most screens, px. */
export const LEAST_WIDTH = 240;

/** In pixels of the whole picture, 2:3. */
export const CropBox = z.strictObject({ x: z.int().min(0), y: z.int().min(0), width: z.int().min(1), height: z.int().min(1) });
export type CropBox = z.output<typeof CropBox>;

/** Null: the whole picture again. */
export const CropChange = z.strictObject({ crop: CropBox.nullable() });

/** `url` gives the whole picture to its owner. */
export const PosterCrop = z.object({ whole: z.object({ url: z.string(), width: z.int(), height: z.int() }), crop: CropBox.nullable() });
export type PosterCrop = z.output<typeof PosterCrop>;

/** The height that belongs to a width, px. */
export const heightOf = (width: number): number => Math.round(width * 1.5);

/** The widest part that a picture has, px; less than `LEAST_WIDTH` where it is too small to choose from. */
export const widestIn = (whole: { width: number; height: number }): number => {
  const width = Math.min(whole.width, Math.floor(whole.height / 1.5));
  return heightOf(width) > whole.height ? width - 1 : width;
};
