// A person as everybody may see them, with what they published.
import { z } from 'zod';
import { type Db, type Queryable, rows, scalar } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { isSuspended } from '../moderation/queries.ts';
import { cardColumns, CardRow, cardTables } from '../pitches/queries.ts';
import { ENOUGH_REQUESTS } from './lists.ts';
import { Answers, Credit, type Credits, Person } from './schema.ts';

const MOST_PITCHES = 50;

const PersonRow = Person.omit({ pitches: true, credits: true, answers: true });

const creditsOf = (userId: Sql): Sql => sql`SELECT title, year, role, note FROM profile_credits WHERE user_id = ${userId} ORDER BY position`;

/** Requests of the last year: answered, or due and not. Renewals ask somebody who has said yes before, so they are none. */
const answersOf = (userId: Sql, now: string): Sql => sql`
  SELECT count(*)::int AS requests, count(answered_at)::int AS answered,
    CASE WHEN count(*) >= ${ENOUGH_REQUESTS} THEN round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - created_at)::float8 / 3600))::numeric, 1)::float8 END AS "medianHours"
  FROM ndas WHERE owner_id = ${userId} AND supersedes_id IS NULL AND created_at > ${now}::timestamptz - interval '1 year'
    AND (answered_at IS NOT NULL OR (status <> 'withdrawn' AND (status <> 'requested' OR due_at < ${now}::timestamptz)))`;

/** The public profile of a handle, in one round trip; null when nobody has it. An operator's account is no public person, a suspended one neither. */
export async function selectOptionalPerson(db: Db, handle: string, now: number): Promise<Person | null> {
  const id = sql`(SELECT user_id FROM profiles WHERE handle = ${handle})`;
  const [people, credits, answers, published] = await db.batch([
    sql`SELECT u.id, pr.handle::text AS handle, u.name, u.portal, pr.company_name AS "companyName", pr.headline, pr.bio, pr.location, pr.website, u.created_at AS "joinedAt",
          (SELECT count(*)::int FROM follows f WHERE f.followed_id = u.id) AS followers
        FROM profiles pr JOIN users u ON u.id = pr.user_id WHERE pr.handle = ${handle} AND u.email_verified AND u.portal <> 'admin' AND NOT ${isSuspended(sql`u.id`)}`,
    creditsOf(id),
    answersOf(id, new Date(now).toISOString()),
    sql`SELECT ${cardColumns} FROM pitches p ${cardTables}
        WHERE p.owner_id = ${id} AND p.status = 'published' ORDER BY p.published_at DESC, p.id DESC LIMIT ${MOST_PITCHES}`,
  ]);
  const found = people?.rows[0];
  if (!found) return null;
  return {
    ...PersonRow.parse(found), answers: Answers.parse(answers?.rows[0]),
    credits: (credits?.rows ?? []).map((row) => Credit.parse(row)), pitches: (published?.rows ?? []).map((row) => CardRow.parse(row)),
  };
}

/** Whether a block stands, in either direction, between a reader and whoever has the handle. */
export const selectIsBlocked = (db: Queryable, readerId: string, handle: string): Promise<boolean> => scalar(db, z.boolean(), sql`
  SELECT EXISTS (SELECT FROM profiles pr JOIN blocks b ON (b.blocker_id = pr.user_id AND b.blocked_id = ${readerId}) OR (b.blocker_id = ${readerId} AND b.blocked_id = pr.user_id)
    WHERE pr.handle = ${handle})`);

export const selectCredits = async (db: Queryable, userId: string): Promise<Credits> => ({ items: await rows(db, Credit, creditsOf(sql`${userId}::uuid`)) });

/** Writes the whole list, in one round trip. */
export async function replaceCredits(db: Db, userId: string, { items }: Credits): Promise<void> {
  const numbered = items.map((credit, position) => ({ ...credit, position }));
  await db.batch([
    sql`DELETE FROM profile_credits WHERE user_id = ${userId}`,
    sql`INSERT INTO profile_credits (user_id, position, title, year, role, note)
      SELECT ${userId}::uuid, c.position, c.title, c.year, c.role, c.note
      FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) AS c(position int, title text, year int, role text, note text)`,
  ]);
}
