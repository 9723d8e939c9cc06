// SQL of the audit log: links, heads, and what they are compared with.
import { z } from 'zod';
import { execute, optionalRow, rows, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Head, Link } from './chain.ts';

const HeadRow = z.object({ seq: z.number(), hash: z.string(), seal: z.string(), keyId: z.string() });
const LinkRow = z.object({ seq: z.number(), entry: z.string(), prevHash: z.string(), hash: z.string() });

export const selectOptionalHead = (db: Queryable, ndaId: string): Promise<Head | null> =>
  optionalRow(db, HeadRow, sql`SELECT seq, hash, seal, key_id AS "keyId" FROM nda_audit_heads WHERE nda_id = ${ndaId}`);

export const selectLinks = (db: Queryable, ndaId: string): Promise<Link[]> =>
  rows(db, LinkRow, sql`SELECT seq, entry, prev_hash AS "prevHash", hash FROM nda_audit_log WHERE nda_id = ${ndaId} ORDER BY seq`);

/** Adds links and moves the head, in one statement. The caller holds the NDA's row lock. */
export async function insertLinks(db: Queryable, ndaId: string, links: readonly Link[], head: Head, at: string): Promise<void> {
  const values = links.map(({ seq, entry, prevHash, hash }) => sql`(${ndaId}::uuid, ${seq}::int, ${entry}, ${prevHash}, ${hash})`);
  await execute(db, sql`
    WITH added AS (INSERT INTO nda_audit_log (nda_id, seq, entry, prev_hash, hash) VALUES ${sql.join(values, ', ')})
    INSERT INTO nda_audit_heads (nda_id, seq, hash, seal, key_id, sealed_at) VALUES (${ndaId}, ${head.seq}, ${head.hash}, ${head.seal}, ${head.keyId}, ${at})
    ON CONFLICT (nda_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal, key_id = excluded.key_id, sealed_at = excluded.sealed_at`);
}
