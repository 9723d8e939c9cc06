// SQL of a pitch's page.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../worker/platform/db/db.ts';
import { sql } from '../../worker/platform/db/sql.ts';

const Owner = z.object({ ownerId: z.uuid(), isNamed: z.boolean() });

/**
 * Whose page it is, and whether its owner may know this reader by name: the reading record names whoever opened a copy that was made
 * for them, and nobody else. A block hides again.
 */
export const selectOptionalOwner = (db: Queryable, pitchId: string, readerId: string) => optionalRow(db, Owner, sql`
  SELECT p.owner_id AS "ownerId", EXISTS (SELECT FROM document_copies c WHERE c.pitch_id = p.id AND c.user_id = ${readerId})
    AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN ((${readerId}::uuid, p.owner_id), (p.owner_id, ${readerId}::uuid))) AS "isNamed"
  FROM pitches p WHERE p.id = ${pitchId}`);

const Counts = z.object({ views: z.int(), likes: z.int(), watchers: z.int(), comments: z.int() });

/** What a card of the pitch shows as its numbers. */
export const selectCounts = async (db: Queryable, pitchId: string): Promise<z.output<typeof Counts>> =>
  (await optionalRow(db, Counts, sql`SELECT views, likes, watchers, comments FROM pitch_stats WHERE pitch_id = ${pitchId}`)) ?? { views: 0, likes: 0, watchers: 0, comments: 0 };
