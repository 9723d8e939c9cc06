// Takedowns and suspensions. A row is open until it is lifted, and stays as the record.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { appealsLeft, latestAppeal } from '../appeals/queries.ts';

type Permission = 'pitch:moderate' | 'account:manage';

/** Whether somebody's roles hold a permission, as a condition. */
const may = (actorId: string, permission: Permission): Sql => sql`
  EXISTS (SELECT FROM user_roles r JOIN role_permissions rp ON rp.role_id = r.role_id WHERE r.user_id = ${actorId} AND rp.permission_id = ${permission})`;

/** Whether an account is suspended, as a condition. */
export const isSuspended = (userId: Sql): Sql => sql`EXISTS (SELECT FROM account_suspensions x WHERE x.user_id = ${userId} AND x.lifted_at IS NULL)`;

/** Whether a pitch is taken down, as a condition. */
export const isTakenDown = (pitchId: Sql): Sql => sql`EXISTS (SELECT FROM pitch_takedowns t WHERE t.pitch_id = ${pitchId} AND t.lifted_at IS NULL)`;

/** Why a pitch is down, since when and what was said against it, as JSON; null when it is not. */
export const openTakedown = (pitchId: Sql): Sql => sql`(SELECT json_build_object('reason', t.reason, 'at', t.taken_down_at, 'appeal', ${latestAppeal(sql`t.id`)}, 'appealsLeft', ${appealsLeft(sql`t.id`)}) FROM pitch_takedowns t WHERE t.pitch_id = ${pitchId} AND t.lifted_at IS NULL)`;

/** Why a pitch is down; null when it is not. */
export const selectOptionalTakedown = (db: Queryable, pitchId: string) =>
  optionalRow(db, z.object({ reason: z.string() }), sql`SELECT reason FROM pitch_takedowns WHERE pitch_id = ${pitchId} AND lifted_at IS NULL`);

const Owner = { email: z.string(), name: z.string() };
const LockedPitch = z.object({ id: z.string(), portal: z.string(), ownerId: z.string(), slug: z.string(), title: z.string(), status: z.string(), mayModerate: z.boolean(), isDown: z.boolean(), ...Owner });
const LockedAccount = z.object({ id: z.string(), portal: z.string(), mayManage: z.boolean(), isSuspended: z.boolean(), ...Owner });

/** A pitch with its owner, locked until the transaction ends. */
export const lockPitch = (tx: Queryable, pitchId: string, actorId: string) => optionalRow(tx, LockedPitch, sql`
  SELECT p.id, p.owner_id AS "ownerId", p.slug, p.title, p.status, ${may(actorId, 'pitch:moderate')} AS "mayModerate", ${isTakenDown(sql`p.id`)} AS "isDown", u.email, u.name, u.portal
  FROM pitches p JOIN users u ON u.id = p.owner_id WHERE p.id = ${pitchId} FOR UPDATE OF p`);

/** An account, locked until the transaction ends. */
export const lockAccount = (tx: Queryable, userId: string, actorId: string) => optionalRow(tx, LockedAccount, sql`
  SELECT u.id, u.portal, ${may(actorId, 'account:manage')} AS "mayManage", ${isSuspended(sql`u.id`)} AS "isSuspended", u.email, u.name
  FROM users u WHERE u.id = ${userId} FOR UPDATE OF u`);

interface Deed { actorId: string; reason: string; at: string }

export const insertTakedown = (id: string, pitch: { id: string; title: string }, { actorId, reason, at }: Deed): Sql => sql`
  INSERT INTO pitch_takedowns (id, pitch_id, pitch_title, reason, taken_down_by, taken_down_at) VALUES (${id}, ${pitch.id}, ${pitch.title}, ${reason}, ${actorId}, ${at})`;

export const liftTakedown = (pitchId: string, { actorId, reason, at }: Deed): Sql => sql`
  UPDATE pitch_takedowns SET lifted_by = ${actorId}, lifted_at = ${at}, lift_reason = ${reason} WHERE pitch_id = ${pitchId} AND lifted_at IS NULL`;

export const insertSuspension = (id: string, userId: string, { actorId, reason, at }: Deed): Sql => sql`
  INSERT INTO account_suspensions (id, user_id, reason, suspended_by, suspended_at) VALUES (${id}, ${userId}, ${reason}, ${actorId}, ${at})`;

export const liftSuspension = (userId: string, { actorId, reason, at }: Deed): Sql => sql`
  UPDATE account_suspensions SET lifted_by = ${actorId}, lifted_at = ${at}, lift_reason = ${reason} WHERE user_id = ${userId} AND lifted_at IS NULL`;

export const deleteSessions = (userId: string): Sql => sql`DELETE FROM sessions WHERE user_id = ${userId}`;
