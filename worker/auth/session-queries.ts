// The SQL of reading a session. Making and ending one goes through better-auth.
import { z } from 'zod';
import { execute, optionalRow, type Queryable } from '../platform/db/db.ts';
import { type Sql, sql } from '../platform/db/sql.ts';

const instant = z.iso.datetime().transform((text) => Date.parse(text));

export const SessionRow = z.object({
  id: z.string(), user_id: z.string(), created_at: instant, updated_at: instant, expires_at: instant,
  email: z.string(), name: z.string(), portal: z.enum(['creator', 'investor', 'production', 'admin']), email_verified: z.boolean(), roles: z.array(z.string()),
});
export type SessionRow = z.output<typeof SessionRow>;

const iso = (ms: number): string => new Date(ms).toISOString();

/** The live session `s` that a condition names, with its person and roles. A suspended person has none, whatever began meanwhile. */
export const liveSession = (condition: Sql, now: number): Sql => sql`
  SELECT s.id, s.user_id, s.created_at, s.updated_at, s.expires_at, u.email, u.name, u.portal, u.email_verified,
    ARRAY(SELECT role_id FROM user_roles WHERE user_id = u.id ORDER BY role_id) AS roles
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE ${condition} AND s.expires_at > ${iso(now)}
    AND NOT EXISTS (SELECT FROM account_suspensions x WHERE x.user_id = u.id AND x.lifted_at IS NULL)`;

/** The live session with this digest. */
export const selectOptionalSession = (db: Queryable, digest: string, now: number): Promise<SessionRow | null> =>
  optionalRow(db, SessionRow, liveSession(sql`s.token = ${digest}`, now));

/** Notes that a session was used, and moves its end on: `idleMs` from now, but never past `longestMs` after it began. */
export const touchSession = (db: Queryable, id: string, now: number, idleMs: number, longestMs: number): Promise<number> => execute(db, sql`
  UPDATE sessions SET updated_at = ${iso(now)}, expires_at = LEAST(${iso(now + idleMs)}::timestamptz, created_at + make_interval(secs => ${longestMs / 1000}))
  WHERE id = ${id}`);
