// The history of a pitch, as its owner reads it.
import { z } from 'zod';

export const VersionKind = z.enum(['created', 'found', 'edited', 'restored']);
export type VersionKind = z.output<typeof VersionKind>;

export const PitchVersion = z.object({
  version: z.int(),
  kind: VersionKind,
  /** Null when the person is gone. */
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** When the first and the last of the saves that it gathers were made. */
  beganAt: z.string(),
  at: z.string(),
  /** When this very version went to the market. */
  publishedAt: z.string().nullable(),
  restoredFrom: z.int().nullable(),
  isCurrent: z.boolean(),
  /** What differs from the version before; protected texts are named `protected.<field>`. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type PitchVersion = z.output<typeof PitchVersion>;

export const PitchVersionList = z.object({ items: z.array(PitchVersion), nextCursor: z.string().nullable() });
export type PitchVersionList = z.output<typeof PitchVersionList>;

export const PitchVersionQuery = z.strictObject({
  limit: z.string().regex(/^\d{1,2}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 20),
  cursor: z.string().max(500).optional(),
});
