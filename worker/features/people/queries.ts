// A person as everybody may see them, with what they published.
import { z } from 'zod';
import type { Db } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { cardColumns, CardRow, cardTables } from '../pitches/queries.ts';
import { Person } from './schema.ts';

const MOST_PITCHES = 50;

const PersonRow = Person.omit({ pitches: true }).extend({ joinedAt: z.string() });

/** The public profile of a handle, in one round trip; null when nobody has it. An operator's account is no public person. */
export async function selectOptionalPerson(db: Db, handle: string): Promise<Person | null> {
  const [people, published] = await db.batch([
    sql`SELECT u.id, pr.handle::text AS handle, u.name, u.portal, pr.company_name AS "companyName", pr.headline, pr.bio, pr.location, pr.website, u.created_at AS "joinedAt"
        FROM profiles pr JOIN users u ON u.id = pr.user_id WHERE pr.handle = ${handle} AND u.email_verified AND u.portal <> 'admin'`,
    sql`SELECT ${cardColumns} FROM pitches p ${cardTables}
        WHERE p.owner_id = (SELECT user_id FROM profiles WHERE handle = ${handle}) AND p.status = 'published' ORDER BY p.published_at DESC, p.id DESC LIMIT ${MOST_PITCHES}`,
  ]);
  const found = people?.rows[0];
  return found ? { ...PersonRow.parse(found), pitches: (published?.rows ?? []).map((row) => CardRow.parse(row)) } : null;
}
