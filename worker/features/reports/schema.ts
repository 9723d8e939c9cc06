// Reports: what somebody says is wrong, and what an operator did about it.
import { z } from 'zod';
import { cleanText } from '../../platform/text.ts';

const text = (max: number) => z.string().max(max * 4).overwrite(cleanText).max(max, `At most ${max} characters.`);

export const ReportCreate = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['pitch', 'comment', 'user']), id: z.uuid() }),
  reason: z.enum(['spam', 'abuse', 'rights', 'fraud', 'other']),
  note: text(2000).default(''),
});

export const ReportDecision = z.strictObject({ decision: z.enum(['upheld', 'dismissed']), resolution: text(2000).refine((value) => value.length > 0, 'Say why, in a sentence.') });

export const ReportsQuery = z.strictObject({ status: z.enum(['open', 'upheld', 'dismissed']).default('open') });

export const Report = z.object({
  id: z.string(),
  subject: z.object({ kind: z.enum(['pitch', 'comment', 'user']), id: z.string(), text: z.string().nullable() }),
  reason: z.string(),
  note: z.string(),
  status: z.enum(['open', 'upheld', 'dismissed']),
  reporter: z.object({ id: z.string(), name: z.string() }),
  resolution: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type Report = z.output<typeof Report>;
