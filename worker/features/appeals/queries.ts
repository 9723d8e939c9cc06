// Appeals against takedowns. One is open while its takedown is; what lifts the takedown grants it.
import { z } from 'zod';
import { AppError } from '../../platform/app-error.ts';
import { type Db, optionalRow, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { Appeal, AppealList, MOST_APPEALS } from './schema.ts';

/** The latest appeal against takedown `t`, as its owner reads it, as JSON. */
export const latestAppeal = (takedownId: Sql): Sql => sql`(
  SELECT json_build_object('text', a.body, 'at', a.created_at, 'answer', a.answer) FROM takedown_appeals a WHERE a.takedown_id = ${takedownId} ORDER BY a.created_at DESC, a.id DESC LIMIT 1)`;

export const appealsLeft = (takedownId: Sql): Sql => sql`(SELECT ${MOST_APPEALS}::int - count(*)::int FROM takedown_appeals a WHERE a.takedown_id = ${takedownId})`;

export const decided = () => new AppError('conflict', 'This appeal is decided already.');

const Made = z.object({ isDown: z.boolean(), isOpen: z.boolean(), left: z.int(), made: z.boolean() });

/** Null where the pitch is not this person's. The takedown is held meanwhile, so that what lifts it sees the appeal. */
export const insertAppeal = (tx: Queryable, { id, pitchId, ownerId, text, at }: { id: string; pitchId: string; ownerId: string; text: string; at: string }) => optionalRow(tx, Made, sql`
  WITH down AS MATERIALIZED (SELECT t.id FROM pitch_takedowns t WHERE t.pitch_id = ${pitchId} AND t.lifted_at IS NULL FOR UPDATE OF t),
    made AS (
      INSERT INTO takedown_appeals (id, takedown_id, author_id, body, created_at)
      SELECT ${id}::uuid, d.id, p.owner_id, ${text}, ${at}::timestamptz FROM down d, pitches p
      WHERE p.id = ${pitchId} AND p.owner_id = ${ownerId} AND ${appealsLeft(sql`d.id`)} > 0
      ON CONFLICT (takedown_id) WHERE decided_at IS NULL DO NOTHING RETURNING id)
  SELECT EXISTS (SELECT FROM down) AS "isDown", EXISTS (SELECT FROM made) AS made,
    EXISTS (SELECT FROM down d JOIN takedown_appeals a ON a.takedown_id = d.id WHERE a.decided_at IS NULL) AS "isOpen",
    coalesce((SELECT ${appealsLeft(sql`d.id`)} FROM down d), 0) AS left
  FROM pitches p WHERE p.id = ${pitchId} AND p.owner_id = ${ownerId}`);

interface Decision { appealId: string | null; decision: 'granted' | 'declined'; answer: string; actorId: string; at: string }

/** Settles what is open about a pitch's takedown, or only the appeal that is named. `count` is 0 where nothing is. */
export const settleAppeal = (pitchId: string, { appealId, decision, answer, actorId, at }: Decision): Sql => sql`
  UPDATE takedown_appeals a SET decision = ${decision}, answer = ${answer}, decided_by = ${actorId}, decided_at = ${at}::timestamptz
  FROM pitch_takedowns t WHERE t.id = a.takedown_id AND t.pitch_id = ${pitchId} AND a.decided_at IS NULL AND (${appealId}::uuid IS NULL OR a.id = ${appealId}::uuid)`;

const Target = z.object({ pitchId: z.string().nullable(), isOpen: z.boolean() });

export const selectOptionalTarget = (db: Queryable, id: string) => optionalRow(db, Target, sql`
  SELECT t.pitch_id AS "pitchId", a.decided_at IS NULL AS "isOpen" FROM takedown_appeals a JOIN pitch_takedowns t ON t.id = a.takedown_id WHERE a.id = ${id}`);

/** What was deleted meanwhile waits for nobody. */
const isWaiting = sql`a.decided_at IS NULL AND t.pitch_id IS NOT NULL`;

/** The operator's queue: what waits longest first, of what is settled the latest first. With the counts, in one round trip. */
export async function selectAppeals(db: Db, status: Appeal['status']): Promise<AppealList> {
  const [which, order] = status === 'open' ? [isWaiting, sql`a.created_at, a.id`] : [sql`a.decision = ${status}`, sql`a.decided_at DESC, a.id DESC`];
  const [page, counted] = await db.batch([
    sql`SELECT a.id, a.body AS text, a.created_at AS "createdAt", coalesce(a.decision, 'open') AS status, a.answer, a.decided_at AS "decidedAt",
        json_build_object('reason', t.reason, 'at', t.taken_down_at) AS takedown, coalesce(p.title, t.pitch_title) AS title,
        CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'title', p.title) END AS pitch,
        CASE WHEN u.id IS NOT NULL THEN json_build_object('name', u.name, 'handle', pr.handle) END AS author,
        (SELECT count(*)::int FROM takedown_appeals e WHERE e.takedown_id = a.takedown_id AND (e.created_at, e.id) <= (a.created_at, a.id)) AS number
      FROM takedown_appeals a JOIN pitch_takedowns t ON t.id = a.takedown_id LEFT JOIN pitches p ON p.id = t.pitch_id
        LEFT JOIN users u ON u.id = a.author_id LEFT JOIN profiles pr ON pr.user_id = u.id
      WHERE ${which} ORDER BY ${order} LIMIT 200`,
    sql`SELECT count(*) FILTER (WHERE ${isWaiting})::int AS open, count(*) FILTER (WHERE a.decision = 'granted')::int AS granted, count(*) FILTER (WHERE a.decision = 'declined')::int AS declined
      FROM takedown_appeals a JOIN pitch_takedowns t ON t.id = a.takedown_id`,
  ]);
  return { items: (page?.rows ?? []).map((row) => Appeal.parse(row)), counts: AppealList.shape.counts.parse(counted?.rows[0]), nextCursor: null };
}
