// What operators do about pitches and accounts. Every deed has a reason, which goes to whoever it concerns.
import { z } from 'zod';
import { cleanText } from '../../platform/text.ts';

export const ModerationReason = z.strictObject({
  reason: z.string().max(4000).overwrite(cleanText).max(600, 'At most 600 characters.').refine((value) => value.length > 0, 'Say why, in a sentence.'),
});
export type ModerationReason = z.output<typeof ModerationReason>;

/** Where a pitch or an account stands after a deed. */
export const Moderated = z.object({ id: z.string(), isShown: z.boolean() });
export type Moderated = z.output<typeof Moderated>;
