// Who follows and who blocks whom. A block ends following in both directions, in the same statement.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { type Db, optionalRow } from '../../platform/db/db.ts';
import { sql, type Sql } from '../../platform/db/sql.ts';
import { insertNoticeFrom } from '../notifications/actions.ts';
import { Followed, type FollowList, type FollowQuery, Ties } from './schema.ts';

const member = (id: string): Sql => sql`SELECT id FROM users WHERE id = ${id} AND portal <> 'admin'`;

/** One row `{found}`: false for nobody, for oneself, and where a block stands in either direction. A new follower is news to the followed, under `noticeId` of the outbox. */
export const insertFollow = (followerId: string, followedId: string, at: string, noticeId: string): Sql => sql`
  WITH target AS (${member(followedId)} AND id <> ${followerId}
      AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = ${followedId} AND b.blocked_id = ${followerId}) OR (b.blocker_id = ${followerId} AND b.blocked_id = ${followedId}))),
    made AS (INSERT INTO follows (follower_id, followed_id, created_at) SELECT ${followerId}::uuid, id, ${at}::timestamptz FROM target ON CONFLICT DO NOTHING RETURNING followed_id),
    told AS (${insertNoticeFrom(sql`SELECT followed_id AS user_id, '{}'::jsonb AS data FROM made`, { id: noticeId, kind: 'follow', by: followerId, subject: sql`${followerId}::text` })})
  SELECT EXISTS (SELECT FROM target) AS found`;

export const deleteFollow = (followerId: string, followedId: string): Sql => sql`DELETE FROM follows WHERE follower_id = ${followerId} AND followed_id = ${followedId}`;

/** One row `{found}`. */
export const insertBlock = (blockerId: string, blockedId: string, at: string): Sql => sql`
  WITH target AS (${member(blockedId)} AND id <> ${blockerId}),
    made AS (INSERT INTO blocks (blocker_id, blocked_id, created_at) SELECT ${blockerId}::uuid, id, ${at}::timestamptz FROM target ON CONFLICT DO NOTHING),
    parted AS (DELETE FROM follows f USING target t WHERE (f.follower_id = ${blockerId} AND f.followed_id = t.id) OR (f.follower_id = t.id AND f.followed_id = ${blockerId}))
  SELECT EXISTS (SELECT FROM target) AS found`;

export const deleteBlock = (blockerId: string, blockedId: string): Sql => sql`DELETE FROM blocks WHERE blocker_id = ${blockerId} AND blocked_id = ${blockedId}`;

/** What ties the reader to a person; null for nobody, and where that person blocked the reader. */
export const selectOptionalTies = (db: Db, readerId: string, otherId: string): Promise<Ties | null> => optionalRow(db, Ties, sql`
  WITH target AS (${member(otherId)} AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = ${otherId} AND b.blocked_id = ${readerId}))
  SELECT EXISTS (SELECT FROM follows f WHERE f.follower_id = ${readerId} AND f.followed_id = t.id) AS following,
    EXISTS (SELECT FROM blocks b WHERE b.blocker_id = ${readerId} AND b.blocked_id = t.id) AS blocked, t.id = ${readerId} AS own FROM target t`);

const Position = z.object({ at: z.int(), id: z.uuid() });
const Row = Followed.extend({ position: z.int() });

const sources = {
  following: { mine: sql`x.follower_id`, other: sql`x.followed_id`, from: sql`FROM follows x` },
  followers: { mine: sql`x.followed_id`, other: sql`x.follower_id`, from: sql`FROM follows x` },
  blocked: { mine: sql`x.blocker_id`, other: sql`x.blocked_id`, from: sql`FROM blocks x` },
} as const;
export type FollowSide = keyof typeof sources;

/** One page of people, the latest first. */
export async function selectPeople(db: Db, side: FollowSide, userId: string, query: z.output<typeof FollowQuery>, secret: string): Promise<FollowList> {
  const list = `${side}:${userId}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const { mine, other, from } = sources[side];
  const { rows: found } = await db.query(sql`
    SELECT u.id, u.name, pr.handle, u.portal, pr.company_name AS "companyName", pr.headline, x.created_at AS since, (extract(epoch FROM x.created_at) * 1000000)::int8 AS position
    ${from} JOIN users u ON u.id = ${other} JOIN profiles pr ON pr.user_id = u.id
    WHERE ${mine} = ${userId} ${after === undefined ? sql.empty : sql`AND (x.created_at, u.id) < ('epoch'::timestamptz + ${after.at}::float8 * interval '1 microsecond', ${after.id}::uuid)`}
    ORDER BY x.created_at DESC, u.id DESC LIMIT ${query.limit + 1}`);
  const people = found.map((row) => Row.parse(row));
  const items = people.slice(0, query.limit);
  const last = people.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(({ position: _position, ...person }) => person), nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.id }) : null };
}
