import { z } from 'zod';
import { type Db, row, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { refreshPeople } from '../pitches/queries.ts';
import type { Me, MePatch } from './schema.ts';

const MeRow = z.object({
  id: z.string(), email: z.string(), name: z.string(), portal: z.enum(['creator', 'investor', 'production', 'admin']), email_verified: z.boolean(), roles: z.array(z.string()),
  handle: z.string(), company_name: z.string().nullable(), headline: z.string().nullable(), bio: z.string().nullable(), location: z.string().nullable(),
  website: z.string().nullable(), shows_presence: z.boolean(), created_at: z.string(),
});

const toMe = ({ email_verified, company_name, shows_presence, created_at, ...same }: z.output<typeof MeRow>): Me =>
  ({ ...same, emailVerified: email_verified, companyName: company_name, showsPresence: shows_presence, createdAt: created_at });

const columns = sql`u.id, u.email, u.name, u.portal, u.email_verified, ARRAY(SELECT role_id FROM user_roles WHERE user_id = u.id ORDER BY role_id) AS roles,
  p.handle, p.company_name, p.headline, p.bio, p.location, p.website, p.shows_presence, u.created_at`;

export const selectMe = async (db: Queryable, userId: string): Promise<Me> =>
  toMe(await row(db, MeRow, sql`SELECT ${columns} FROM users u JOIN profiles p ON p.user_id = u.id WHERE u.id = ${userId}`));

const profileColumns = { handle: 'handle', companyName: 'company_name', headline: 'headline', bio: 'bio', location: 'location', website: 'website' } as const;

/** The statement that writes what the patch names and gives the whole. Running it throws `conflict` for a taken handle. */
function updateStatement(userId: string, patch: MePatch, now: number): Sql {
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const changes = (Object.keys(profileColumns) as (keyof typeof profileColumns)[])
    .filter((field) => patch[field] !== undefined)
    // An emptied line is a cleared one.
    .map((field): Sql => sql`${sql.ident(profileColumns[field])} = ${patch[field] || null}`);
  if (patch.showsPresence !== undefined) changes.push(sql`shows_presence = ${patch.showsPresence}`);
  const name = patch.name === undefined ? sql`name` : sql`${patch.name}`;
  return sql`
    WITH u AS (UPDATE users SET name = ${name}, updated_at = ${at} WHERE id = ${userId} RETURNING *),
      p AS (UPDATE profiles SET ${sql.join([...changes, sql`updated_at = ${at}`], ', ')} WHERE user_id = ${userId} RETURNING *)
    SELECT ${columns} FROM u JOIN p ON p.user_id = u.id`;
}

const PitchRow = z.object({ id: z.string(), slug: z.string() });

/** Writes the patch. Gives the whole, and which published pitches show what changed. One round trip. */
export async function updateMe(db: Db, userId: string, patch: MePatch, now: number): Promise<{ me: Me; pitches: z.output<typeof PitchRow>[] }> {
  const isShown = [patch.name, patch.handle, patch.companyName, patch.headline].some((value) => value !== undefined);
  const shown = [refreshPeople(userId), sql`SELECT id, slug FROM pitches WHERE owner_id = ${userId} AND status = 'published' ORDER BY published_at DESC LIMIT 100`];
  const [updated, , published] = await db.batch([updateStatement(userId, patch, now), ...(isShown ? shown : [])]);
  return { me: toMe(MeRow.parse(updated?.rows[0])), pitches: (published?.rows ?? []).map((found) => PitchRow.parse(found)) };
}
