// What ties the reader to pitches on screen: read in one round trip for a whole page of cards, and never part of a shared copy.
import { z } from 'zod';

/** GET /api/marks?ids=a,b,c: at most fifty. */
export const MarksQuery = z.strictObject({ ids: z.string().max(2000).transform((list) => [...new Set(list.split(','))]).pipe(z.array(z.uuid()).min(1).max(50)) });

export const Mark = z.object({
  pitchId: z.string(),
  liked: z.boolean(),
  watching: z.boolean(),
  /** The reader follows the pitch's owner. */
  following: z.boolean(),
  own: z.boolean(),
});
export type Mark = z.output<typeof Mark>;

export const Marks = z.object({ items: z.array(Mark) });
export type Marks = z.output<typeof Marks>;
