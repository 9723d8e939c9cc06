import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { execute, scalar } from '../../platform/db/db.ts';
import type { Sql } from '../../platform/db/sql.ts';
import { forgetCopies } from '../../auth/revocation.ts';
import { deleteBlock, deleteFollow, type FollowSide, insertBlock, insertFollow, selectOptionalTies, selectPeople } from './queries.ts';
import { FollowQuery } from './schema.ts';

type Tie = (actorId: string, otherId: string, at: string, noticeId: string) => Sql;

async function tie(c: Context<AppEnv>, statement: Tie) {
  const { db, clock, newId, outbox, defer } = c.get('services');
  const noticeId = newId();
  if (!(await scalar(db, z.boolean(), statement(userOf(c).id, pathId(c), new Date(clock.now()).toISOString(), noticeId)))) throw notFound();
  // Where nothing was to be told there is no such row, and the queue finds that out.
  if (statement === insertFollow) defer(outbox.relay([noticeId]));
  return c.body(null, 204);
}

async function untie(c: Context<AppEnv>, statement: (actorId: string, otherId: string) => Sql) {
  await execute(c.get('services').db, statement(userOf(c).id, pathId(c)));
  return c.body(null, 204);
}

/** What both sides are shown changes with a block: their epochs move, and every isolate asks the rows again within 5 s. */
async function blocked<T>(c: Context<AppEnv>, change: () => Promise<T>): Promise<T> {
  const answer = await change();
  for (const id of [userOf(c).id, pathId(c)]) await forgetCopies(c.get('services'), id);
  return answer;
}

/** Mounted under /api/users. */
export const follows = new Hono<AppEnv>()
  .put('/:id/follow', access('user'), limit('write'), (c) => tie(c, insertFollow))
  .delete('/:id/follow', access('user'), limit('write'), (c) => untie(c, deleteFollow))
  .put('/:id/block', access('user'), limit('write'), (c) => blocked(c, () => tie(c, insertBlock)))
  .delete('/:id/block', access('user'), limit('write'), (c) => blocked(c, () => untie(c, deleteBlock)))
  .get('/:id/ties', access('user'), limit('read'), async (c) => {
    const ties = await selectOptionalTies(c.get('services').db, userOf(c).id, pathId(c));
    if (!ties) throw notFound();
    return c.json(ties);
  });

const people = (c: Context<AppEnv>, side: FollowSide, query: z.output<typeof FollowQuery>) =>
  selectPeople(c.get('services').db, side, userOf(c).id, query, c.get('settings').BETTER_AUTH_SECRET);

/** Mounted under /api/me. */
export const myPeople = new Hono<AppEnv>()
  .get('/following', access('user'), limit('read'), valid('query', FollowQuery), async (c) => c.json(await people(c, 'following', c.req.valid('query'))))
  .get('/followers', access('user'), limit('read'), valid('query', FollowQuery), async (c) => c.json(await people(c, 'followers', c.req.valid('query'))))
  .get('/blocked', access('user'), limit('read'), valid('query', FollowQuery), async (c) => c.json(await people(c, 'blocked', c.req.valid('query'))));
