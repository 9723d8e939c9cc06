import { z } from 'zod';

export const FollowQuery = z.strictObject({
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 24),
  cursor: z.string().max(500).optional(),
});

export const Followed = z.object({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  portal: z.enum(['creator', 'investor', 'production', 'admin']),
  companyName: z.string().nullable(),
  headline: z.string().nullable(),
  since: z.string(),
});
export type Followed = z.output<typeof Followed>;

/** What ties the reader to a person. */
export const Ties = z.object({ following: z.boolean(), blocked: z.boolean(), own: z.boolean() });
export type Ties = z.output<typeof Ties>;

export const FollowList = z.object({ items: z.array(Followed), nextCursor: z.string().nullable() });
export type FollowList = z.output<typeof FollowList>;
