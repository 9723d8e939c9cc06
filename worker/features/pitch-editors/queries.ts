// Who may write on a pitch. The one fragment that says so stands in the WHERE clause of everything that reads or writes a draft.
//
// The rule: an editor reads all of the pitch and edits its fields. Publishing, archiving and deleting, gates, agreements, files and who
// else edits stay the owner's. An invitation opens nothing before it is accepted; a block between the two shuts the draft at once.
import { z } from 'zod';
import { type Db, optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { sql, type Sql } from '../../platform/db/sql.ts';
import { isSuspended } from '../moderation/queries.ts';
import { Editing, PitchEditor, type PitchEditorList } from './schema.ts';

/** On one pitch. More would be a crowd. */
export const MOST_EDITORS = 20;

/** The two columns of a pitch that the rule looks at, in a statement that calls the table something else than `p`. */
interface PitchColumns { id: Sql; ownerId: Sql }
const p: PitchColumns = { id: sql`p.id`, ownerId: sql`p.owner_id` };

const blockBetween = (left: Sql, right: Sql): Sql =>
  sql`EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = ${left} AND b.blocked_id = ${right}) OR (b.blocker_id = ${right} AND b.blocked_id = ${left}))`;

/** Whether somebody may edit the draft: its owner, or an editor who accepted. False for nobody (null). */
export const mayEdit = (userId: string | null, pitch: PitchColumns = p): Sql => sql`
  (${pitch.ownerId} = ${userId}::uuid OR EXISTS (SELECT FROM pitch_editors e WHERE e.pitch_id = ${pitch.id} AND e.user_id = ${userId}::uuid AND e.accepted_at IS NOT NULL
    AND NOT ${blockBetween(pitch.ownerId, sql`e.user_id`)}))`;

/** Whether somebody may be in the room of a pitch's draft. */
export const selectMayEdit = async (db: Queryable, pitchId: string, userId: string): Promise<boolean> =>
  (await optionalRow(db, z.object({}), sql`SELECT FROM pitches p WHERE p.id = ${pitchId} AND ${mayEdit(userId)}`)) !== null;

/** The list, for the owner and for whoever edits; null for anybody else. */
export async function selectOptionalEditors(db: Db, pitchId: string, readerId: string): Promise<PitchEditorList | null> {
  const [owners, editors] = await db.batch([
    sql`SELECT u.id, u.name, pr.handle::text AS handle FROM pitches p JOIN users u ON u.id = p.owner_id JOIN profiles pr ON pr.user_id = u.id WHERE p.id = ${pitchId} AND ${mayEdit(readerId)}`,
    sql`SELECT u.id, u.name, pr.handle::text AS handle, e.invited_at AS "invitedAt", e.accepted_at AS "acceptedAt"
      FROM pitch_editors e JOIN pitches p ON p.id = e.pitch_id JOIN users u ON u.id = e.user_id JOIN profiles pr ON pr.user_id = e.user_id
      WHERE e.pitch_id = ${pitchId} AND ${mayEdit(readerId)} ORDER BY e.invited_at, e.user_id`,
  ]);
  const owner = owners?.rows[0];
  return owner ? { owner: PitchEditor.pick({ id: true, name: true, handle: true }).parse(owner), items: (editors?.rows ?? []).map((row) => PitchEditor.parse(row)), nextCursor: null } : null;
}

/** What somebody edits with others, or is invited to, the latest first. A pitch whose owner and reader blocked each other is not there. */
export const selectEditing = (db: Queryable, userId: string): Promise<Editing[]> => rows(db, Editing, sql`
  SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'status', p.status, 'updatedAt', CASE WHEN e.accepted_at IS NOT NULL THEN p.updated_at END) AS pitch,
    json_build_object('id', u.id, 'name', u.name, 'handle', pr.handle) AS owner, e.invited_at AS "invitedAt", e.accepted_at AS "acceptedAt"
  FROM pitch_editors e JOIN pitches p ON p.id = e.pitch_id JOIN users u ON u.id = p.owner_id JOIN profiles pr ON pr.user_id = p.owner_id
  WHERE e.user_id = ${userId} AND NOT ${blockBetween(sql`p.owner_id`, sql`e.user_id`)} ORDER BY e.invited_at DESC, e.pitch_id`);

const Invited = z.object({ userId: z.string().nullable(), portal: z.string().nullable(), title: z.string(), isFresh: z.boolean() });
export type Invited = z.output<typeof Invited>;

/**
 * Invites; one row when the pitch is the owner's, none otherwise. `userId` is null where nobody has the handle, where a block stands, or
 * where it is the owner's own: the owner learns no more than that. `isFresh`: the invitation was not there before.
 */
export const selectInvited = (db: Queryable, { pitchId, ownerId, handle, at }: { pitchId: string; ownerId: string; handle: string; at: string }): Promise<Invited | null> => optionalRow(db, Invited, sql`
  WITH own AS (SELECT p.id, p.title, p.owner_id FROM pitches p WHERE p.id = ${pitchId} AND p.owner_id = ${ownerId}),
    person AS (SELECT u.id, u.portal FROM own, profiles pr JOIN users u ON u.id = pr.user_id
      WHERE pr.handle = ${handle} AND u.email_verified AND u.portal <> 'admin' AND u.id <> own.owner_id AND NOT ${isSuspended(sql`u.id`)} AND NOT ${blockBetween(sql`own.owner_id`, sql`u.id`)}),
    room AS (SELECT count(*) >= ${MOST_EDITORS} AS is_full FROM pitch_editors e WHERE e.pitch_id = ${pitchId}),
    made AS (INSERT INTO pitch_editors (pitch_id, user_id, invited_at) SELECT own.id, person.id, ${at} FROM own, person, room WHERE person.portal IN ('creator', 'production') AND NOT room.is_full
      ON CONFLICT DO NOTHING RETURNING user_id)
  SELECT person.id AS "userId", person.portal, own.title, EXISTS (SELECT FROM made) AS "isFresh" FROM own LEFT JOIN person ON true`);

const Ended = z.object({ ownerId: z.string(), accepted: z.boolean() });

/** Accepts an invitation; gives the owner's id, or null when there is none. Accepting twice is once. */
export const acceptInvitation = (db: Queryable, pitchId: string, userId: string, at: string): Promise<z.output<typeof Ended> | null> => optionalRow(db, Ended, sql`
  WITH made AS (UPDATE pitch_editors e SET accepted_at = coalesce(e.accepted_at, ${at}) FROM pitches p
    WHERE p.id = e.pitch_id AND e.pitch_id = ${pitchId} AND e.user_id = ${userId} AND NOT ${blockBetween(sql`p.owner_id`, sql`e.user_id`)} RETURNING p.owner_id)
  SELECT owner_id AS "ownerId", true AS accepted FROM made`);

/** Ends it: by the owner, or by the editor. */
export const removeEditor = (db: Queryable, { pitchId, userId, byId }: { pitchId: string; userId: string; byId: string }): Promise<z.output<typeof Ended> | null> => optionalRow(db, Ended, sql`
  WITH gone AS (DELETE FROM pitch_editors e USING pitches p WHERE p.id = e.pitch_id AND e.pitch_id = ${pitchId} AND e.user_id = ${userId}
    AND (p.owner_id = ${byId} OR e.user_id = ${byId}) RETURNING p.owner_id, e.accepted_at)
  SELECT owner_id AS "ownerId", accepted_at IS NOT NULL AS accepted FROM gone`);
