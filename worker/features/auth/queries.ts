// Our own SQL of identity, beside what better-auth's engine writes.
import { z } from 'zod';
import { execute, optionalRow, rows, scalar, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { tokenValue, type Purpose } from '../../auth/one-time-tokens.ts';

/** Makes way for a new sign-up: an address that nobody proved to be theirs belongs to whoever asks last. */
export const deleteUnprovenUser = (db: Queryable, email: string): Promise<number> => execute(db, sql`DELETE FROM users WHERE email = ${email} AND NOT email_verified`);

/** The profile, with the first free handle, and the role that goes with the portal. Gives the handle. */
export const insertProfileAndRole = (db: Queryable, person: { userId: string; portal: string; companyName: string | null; handles: readonly string[] }): Promise<string> => scalar(db, z.string(), sql`
  WITH role AS (
    INSERT INTO user_roles (user_id, role_id) VALUES (${person.userId}, ${person.portal})
  ), profile AS (
    INSERT INTO profiles (user_id, handle, company_name)
    SELECT ${person.userId}::uuid, candidate, ${person.companyName}::text
    FROM unnest(${[...person.handles]}::text[]) WITH ORDINALITY AS offered (candidate, position)
    WHERE NOT EXISTS (SELECT 1 FROM profiles WHERE handle = candidate::citext)
    ORDER BY position LIMIT 1
    RETURNING handle
  )
  SELECT handle FROM profile`);

/** Why an account is suspended; null when it is not. */
export const selectOptionalSuspension = (db: Queryable, userId: string) =>
  optionalRow(db, z.object({ reason: z.string() }), sql`SELECT reason FROM account_suspensions WHERE user_id = ${userId} AND lifted_at IS NULL`);

/** Ends the open links of a person, of one purpose. */
export const deleteTokens = (db: Queryable, purpose: Purpose, userId: string): Promise<number> =>
  execute(db, sql`DELETE FROM verifications WHERE value = ${tokenValue(purpose, userId)}`);

const SessionListRow = z.object({
  id: z.string(), user_agent: z.string().nullable(), ip_address: z.string().nullable(), place: z.string().nullable(), created_at: z.string(), updated_at: z.string(),
});

/** Live sessions of a person, last used first. */
export const selectSessions = (db: Queryable, userId: string, now: number): Promise<z.output<typeof SessionListRow>[]> => rows(db, SessionListRow, sql`
  SELECT id, user_agent, ip_address, place, created_at, updated_at FROM sessions
  WHERE user_id = ${userId} AND expires_at > ${new Date(now).toISOString()} ORDER BY updated_at DESC LIMIT 100`);

/** Gives how many ended: 0 when it is not the person's. */
export const deleteOwnSession = (db: Queryable, userId: string, sessionId: string): Promise<number> =>
  execute(db, sql`DELETE FROM sessions WHERE id = ${sessionId} AND user_id = ${userId}`);

export const deleteOtherSessions = (db: Queryable, userId: string, keptSessionId: string): Promise<number> =>
  execute(db, sql`DELETE FROM sessions WHERE user_id = ${userId} AND id <> ${keptSessionId}`);
