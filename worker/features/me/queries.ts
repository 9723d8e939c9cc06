import { z } from 'zod';
import { row, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Me, MePatch } from './schema.ts';

const MeRow = z.object({
  id: z.string(), email: z.string(), name: z.string(), portal: z.enum(['creator', 'investor', 'production', 'admin']), email_verified: z.boolean(), roles: z.array(z.string()),
  handle: z.string(), company_name: z.string().nullable(), headline: z.string().nullable(), bio: z.string().nullable(), location: z.string().nullable(),
  website: z.string().nullable(), created_at: z.string(),
});

const toMe = ({ email_verified, company_name, created_at, ...same }: z.output<typeof MeRow>): Me => ({ ...same, emailVerified: email_verified, companyName: company_name, createdAt: created_at });

const columns = sql`u.id, u.email, u.name, u.portal, u.email_verified, ARRAY(SELECT role_id FROM user_roles WHERE user_id = u.id ORDER BY role_id) AS roles,
  p.handle, p.company_name, p.headline, p.bio, p.location, p.website, u.created_at`;

export const selectMe = async (db: Queryable, userId: string): Promise<Me> =>
  toMe(await row(db, MeRow, sql`SELECT ${columns} FROM users u JOIN profiles p ON p.user_id = u.id WHERE u.id = ${userId}`));

const profileColumns = { handle: 'handle', companyName: 'company_name', headline: 'headline', bio: 'bio', location: 'location', website: 'website' } as const;

/** Writes what the patch names and gives the whole; throws `conflict` for a taken handle. One statement. */
export async function updateMe(db: Queryable, userId: string, patch: MePatch, now: number): Promise<Me> {
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const changes = (Object.keys(profileColumns) as (keyof typeof profileColumns)[])
    .filter((field) => patch[field] !== undefined)
    // An emptied line is a cleared one.
    .map((field): Sql => sql`${sql.ident(profileColumns[field])} = ${patch[field] || null}`);
  const name = patch.name === undefined ? sql`name` : sql`${patch.name}`;
  return toMe(await row(db, MeRow, sql`
    WITH u AS (UPDATE users SET name = ${name}, updated_at = ${at} WHERE id = ${userId} RETURNING *),
      p AS (UPDATE profiles SET ${sql.join([...changes, sql`updated_at = ${at}`], ', ')} WHERE user_id = ${userId} RETURNING *)
    SELECT ${columns} FROM u JOIN p ON p.user_id = u.id`));
}
