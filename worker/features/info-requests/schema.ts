// Wire types of questions under an NDA.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';

const body = z.string().max(20_000).overwrite(cleanText).min(1, 'Write something.').max(5000, 'At most 5,000 characters.');

export const Priority = z.enum(['low', 'normal', 'high']);

export const InfoRequestCreate = z.strictObject({ subject: z.string().max(800).overwrite(cleanLine).min(3, 'A subject is needed.').max(160), priority: Priority.default('normal'), body });
export const InfoAnswerCreate = z.strictObject({
  body,
  /** Files of the same pitch that the other side may open; uploaded before. */
  fileIds: z.array(z.uuid()).max(10).default([]),
});

export const InfoAnswer = z.object({
  id: z.uuid(), author: z.object({ id: z.uuid(), name: z.string() }), body: z.string(), createdAt: z.string(),
  files: z.array(z.object({ id: z.uuid(), fileName: z.string(), size: z.number(), contentType: z.string(), url: z.string() })),
});

export const InfoRequest = z.object({
  id: z.uuid(), ndaId: z.uuid(), author: z.object({ id: z.uuid(), name: z.string() }), subject: z.string(), priority: Priority, body: z.string(),
  status: z.enum(['open', 'answered', 'closed']), createdAt: z.string(), answeredAt: z.string().nullable(), answers: z.array(InfoAnswer),
});
export type InfoRequest = z.output<typeof InfoRequest>;
