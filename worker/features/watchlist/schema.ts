// The wire types of the watchlist. Folder and note are read by nobody but the person.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';
import { PitchCard } from '../pitches/schema.ts';

const folder = z.string().max(240).overwrite(cleanLine).max(60, 'At most 60 characters.');
const note = z.string().max(8000).overwrite(cleanText).max(2000, 'At most 2,000 characters.');

export const WatchPatch = z.strictObject({ folder: folder.optional(), note: note.optional() }).refine((patch) => Object.keys(patch).length > 0, 'Name at least one field.');

export const WatchlistQuery = z.strictObject({
  folder: folder.optional(),
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 24),
  cursor: z.string().max(500).optional(),
});

/** `pitch` is null when it has left the market: the note stays the person's. */
export const WatchItem = z.object({ pitchId: z.string(), title: z.string(), folder: z.string(), note: z.string(), watchedAt: z.string(), pitch: PitchCard.nullable() });
export type WatchItem = z.output<typeof WatchItem>;

export const Watchlist = z.object({
  items: z.array(WatchItem),
  nextCursor: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), count: z.int() })),
});
export type Watchlist = z.output<typeof Watchlist>;
