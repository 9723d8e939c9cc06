// Reports: what somebody says is wrong, and what an operator did about it.
import { z } from 'zod';
import { cleanText } from '../../platform/text.ts';

const text = (max: number) => z.string().max(max * 4).overwrite(cleanText).max(max, `At most ${max} characters.`);

export const ReportCreate = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['pitch', 'comment', 'user', 'message']), id: z.uuid() }),
  reason: z.enum(['spam', 'abuse', 'rights', 'fraud', 'other']),
  note: text(2000).default(''),
});

export const ReportDecision = z.strictObject({ decision: z.enum(['upheld', 'dismissed']), resolution: text(2000).refine((value) => value.length > 0, 'Say why, in a sentence.') });

export const ReportsQuery = z.strictObject({ status: z.enum(['open', 'upheld', 'dismissed']).default('open') });

/** What was reported, as it is now. */
const ReportSubject = z.object({
  kind: z.enum(['pitch', 'comment', 'user', 'message']),
  id: z.string(),
  /** Title, comment, message or name; null when it is gone. */
  text: z.string().nullable(),
  /** `hidden`: withdrawn by its owner. */
  state: z.enum(['shown', 'taken_down', 'suspended', 'hidden', 'gone']),
  /** The pitch itself, or the one that the comment stands under. */
  pitch: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
  /** Who owns the pitch, wrote the comment or is the person. */
  person: z.object({ id: z.string(), name: z.string(), handle: z.string(), suspended: z.boolean() }).nullable(),
});

export const Report = z.object({
  id: z.string(),
  subject: ReportSubject,
  reason: z.string(),
  note: z.string(),
  status: z.enum(['open', 'upheld', 'dismissed']),
  reporter: z.object({ id: z.string(), name: z.string() }),
  resolution: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type Report = z.output<typeof Report>;

export const ReportList = z.object({
  /** At most two hundred: the oldest of what is open, the latest of what is settled. */
  items: z.array(Report),
  counts: z.object({ open: z.int(), upheld: z.int(), dismissed: z.int() }),
  nextCursor: z.null(),
});
export type ReportList = z.output<typeof ReportList>;
