// What an owner says against a takedown, and what an operator answers.
import { z } from 'zod';
import { cleanText } from '../../platform/text.ts';

/** Appeals a takedown: enough to send what was asked for, not enough to wear anybody down. */
export const MOST_APPEALS = 3;

const text = (max: number, why: string) => z.string().max(max * 4).overwrite(cleanText).max(max, `At most ${max} characters.`).refine((value) => value.length > 0, why);

export const AppealCreate = z.strictObject({ text: text(2000, 'Say what is wrong about it, or what you changed.') });
export const AppealDecision = z.strictObject({ decision: z.enum(['granted', 'declined']), answer: text(600, 'Say why, in a sentence.') });
export type AppealDecision = z.output<typeof AppealDecision>;

export const AppealsQuery = z.strictObject({ status: z.enum(['open', 'granted', 'declined']).default('open') });

export const Appeal = z.object({
  id: z.string(),
  text: z.string(),
  createdAt: z.string(),
  status: z.enum(['open', 'granted', 'declined']),
  answer: z.string().nullable(),
  decidedAt: z.string().nullable(),
  takedown: z.object({ reason: z.string(), at: z.string() }),
  /** Null once it is deleted. */
  pitch: z.object({ id: z.string(), title: z.string() }).nullable(),
  title: z.string(),
  author: z.object({ name: z.string(), handle: z.string() }).nullable(),
  /** Which appeal against this takedown it is, from 1. */
  number: z.int(),
});
export type Appeal = z.output<typeof Appeal>;

export const AppealList = z.object({
  /** At most two hundred: the oldest of what is open, the latest of what is settled. */
  items: z.array(Appeal),
  counts: z.object({ open: z.int(), granted: z.int(), declined: z.int() }),
  nextCursor: z.null(),
});
export type AppealList = z.output<typeof AppealList>;
