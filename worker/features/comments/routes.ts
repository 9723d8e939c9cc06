import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { optionalRow } from '../../platform/db/db.ts';
import { noteInterest } from '../counting/actions.ts';
import { deleteComment, insertComment, readComment, selectThreads, tellOfComment, updateComment } from './queries.ts';
import { Comment, CommentCreate, CommentPatch, CommentsQuery } from './schema.ts';

const at = (clock: { now(): number }): string => new Date(clock.now()).toISOString();

/** Mounted under /api/pitches. */
export const pitchComments = new Hono<AppEnv>()
  .get('/:id/comments', access('public'), limit('read'), valid('query', CommentsQuery), async (c) => {
    const actor = c.get('actor');
    const list = await selectThreads(c.get('services').db, pathId(c), actor.kind === 'user' ? actor.id : null, c.req.valid('query'), c.get('settings').BETTER_AUTH_SECRET);
    if (!list) throw notFound();
    return c.json(list);
  })
  .post('/:id/comments', access('user'), limit('create'), valid('json', CommentCreate), async (c) => {
    const services = c.get('services');
    const { db, clock, newId, outbox, defer } = services;
    const { body, parentId } = c.req.valid('json');
    const comment = { id: newId(), pitchId: pathId(c), authorId: userOf(c).id, parentId, body, at: at(clock) };
    const notices = [newId(), newId()] as const;
    const [inserted] = await db.batch([insertComment(comment), ...tellOfComment(comment, notices)]);
    if (!inserted?.rows[0]) throw notFound();
    const made = Comment.parse(inserted.rows[0]);
    defer(outbox.relay(notices));
    noteInterest(services, pathId(c), 'comments', 1);
    return c.json(made, 201);
  });

/** Mounted under /api/comments. */
export const comments = new Hono<AppEnv>()
  .patch('/:id', access('user', 'author'), limit('write'), valid('json', CommentPatch), async (c) => {
    const { db, clock } = c.get('services');
    const changed = await readComment(db, updateComment(pathId(c), userOf(c).id, c.req.valid('json').body, at(clock)));
    if (!changed) throw notFound();
    return c.json(changed);
  })
  .delete('/:id', access('user', 'author, pitch owner or moderator'), limit('write'), async (c) => {
    const services = c.get('services');
    const gone = await optionalRow(services.db, z.object({ pitch_id: z.string() }), deleteComment(pathId(c), userOf(c).id, at(services.clock)));
    if (!gone) throw notFound();
    noteInterest(services, gone.pitch_id, 'comments', -1);
    return c.body(null, 204);
  });
