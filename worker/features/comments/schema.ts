// The wire types of comments: threads of one level.
import { z } from 'zod';
import { cleanText } from '../../platform/text.ts';

const body = z.string().max(8000).overwrite(cleanText).min(1, 'Write something first.').max(2000, 'At most 2,000 characters.');

export const CommentCreate = z.strictObject({ body, parentId: z.uuid().optional() });
export const CommentPatch = z.strictObject({ body });
export const CommentsQuery = z.strictObject({
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 20),
  cursor: z.string().max(500).optional(),
});

const Author = z.object({ id: z.string(), name: z.string(), handle: z.string() });

/** A deleted comment keeps its place while it has answers; its words and author are gone. */
const one = { id: z.string(), body: z.string(), author: Author.nullable(), createdAt: z.string(), editedAt: z.string().nullable(), isDeleted: z.boolean() };
export const Comment = z.object(one);
export type Comment = z.output<typeof Comment>;
export const Thread = z.object({ ...one, replies: z.array(Comment) });
export type Thread = z.output<typeof Thread>;

export const CommentList = z.object({ items: z.array(Thread), nextCursor: z.string().nullable() });
export type CommentList = z.output<typeof CommentList>;
