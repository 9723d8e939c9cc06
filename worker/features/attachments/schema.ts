// A person's own word on their attachment: asked by mail, answered with one click by whoever holds the link.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';
import { TeamStatus } from '../catalogue/schema.ts';

const line = z.string().max(480).overwrite(cleanLine).min(1, 'This is needed.').max(120);

/** Who is asked: a person of the team, as the team names them. */
export const InviteBody = z.strictObject({ name: line, role: line, email: z.email().max(254) });
export type InviteBody = z.output<typeof InviteBody>;

export const Invited = z.object({ name: z.string(), role: z.string(), invitedAt: z.string() });
export type Invited = z.output<typeof Invited>;

const token = z.string().max(100);
export const TokenQuery = z.strictObject({ token });
export const AnswerBody = z.strictObject({ token, answer: z.enum(['confirmed', 'declined']) });
export type AnswerBody = z.output<typeof AnswerBody>;

/** What is to be confirmed, word for word as readers of the pitch see it. */
export const Question = z.object({ project: z.string(), creator: z.string(), name: z.string(), role: z.string(), status: TeamStatus });
export type Question = z.output<typeof Question>;
