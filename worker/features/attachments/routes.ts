// Attachments that the attached confirm themselves, signed in or not. Opening the link changes nothing: scanners open every link.
import { Hono } from 'hono';
import { digestOf } from '../../auth/signing.ts';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { inviteMember, takeAnswer } from './actions.ts';
import { selectOptionalQuestion } from './queries.ts';
import { AnswerBody, InviteBody, TokenQuery } from './schema.ts';

/** Mounted at /api/pitches. */
export const teamInvitations = new Hono<AppEnv>()
  .post('/:id/team/invitations', access(['creator', 'production'], 'owner'), limit('create'), valid('json', InviteBody), async (c) =>
    c.json(await inviteMember(deedOf(c), pathId(c), c.req.valid('json')), 201));

export const attachments = new Hono<AppEnv>()
  .use(async (c, next) => { c.header('Cache-Control', 'private, no-store'); await next(); })
  .get('/', access('public', 'token'), limit('read'), valid('query', TokenQuery), async (c) => {
    const { db, clock } = c.get('services');
    const question = await selectOptionalQuestion(db, digestOf(c.req.valid('query').token), new Date(clock.now()).toISOString());
    if (!question) throw notFound();
    return c.json(question);
  })
  .post('/', access('public', 'token'), limit('event'), valid('json', AnswerBody), async (c) => c.json(await takeAnswer(c.get('services'), c.req.valid('json'))));
