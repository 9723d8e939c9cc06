// The feed: published pitches of the people and companies that the reader follows, newest first.
import { z } from 'zod';
import { PitchCard } from '../pitches/schema.ts';

export const FeedQuery = z.strictObject({
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 24),
  cursor: z.string().max(500).optional(),
});

export const Feed = z.object({
  items: z.array(PitchCard),
  nextCursor: z.string().nullable(),
  /** How many people and companies the reader follows: an empty feed means something else when it is 0. */
  following: z.int(),
});
export type Feed = z.output<typeof Feed>;
