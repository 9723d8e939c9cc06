// What opens a pitch's gates beyond the member tier. One fragment answers "which tier", so that every read asks in the statement it makes anyway.
import { z } from 'zod';
import { execute, optionalRow, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';

export type OpenedTier = 'confidential' | 'nda' | 'deal';

/** SQL expression: the highest tier opened to a person on a pitch at `now` (ISO), or NULL. `pitch` is an expression for the pitch's id. */
export const openedTier = (pitch: Sql, userId: string | null, now: string): Sql => sql`(
  SELECT a.tier FROM content_access a
  WHERE a.pitch_id = ${pitch} AND a.user_id = ${userId}::uuid AND a.revoked_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > ${now}::timestamptz)
  ORDER BY array_position(ARRAY['deal', 'nda', 'confidential'], a.tier) LIMIT 1)`;

/**
 * SQL expression over pitches `p`: off the market, and still open to a person whose signed agreement (or deal) holds. What an operator took down is open to nobody.
 * A click-through promises nothing about time, so it ends with the publication.
 */
export const staysOpen = (userId: string | null, now: string): Sql => sql`(p.status IN ('unpublished', 'archived') AND EXISTS (
  SELECT FROM content_access a WHERE a.pitch_id = p.id AND a.user_id = ${userId}::uuid AND a.source IN ('nda', 'deal') AND a.revoked_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > ${now}::timestamptz))
  AND NOT EXISTS (SELECT FROM pitch_takedowns d WHERE d.pitch_id = p.id AND d.lifted_at IS NULL))`;

/** SQL expression: whether a person may take stamped copies of what is behind `gate` away at `now`: a grant that opens that gate must say so. */
export const mayDownload = (pitch: Sql, gate: Sql, userId: string, now: string): Sql => sql`EXISTS (
  SELECT FROM content_access a
  WHERE a.pitch_id = ${pitch} AND a.user_id = ${userId}::uuid AND a.download AND a.revoked_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > ${now}::timestamptz)
    AND array_position(ARRAY['confidential', 'nda', 'deal'], a.tier) >= coalesce(array_position(ARRAY['confidential', 'nda', 'deal'], ${gate}), 0))`;

/** SQL expression: whether anything of a pitch is or was once opened to a person. They know what is there; others are told nothing. */
export const wasGranted = (pitch: Sql, userId: string): Sql => sql`EXISTS (SELECT FROM content_access a WHERE a.pitch_id = ${pitch} AND a.user_id = ${userId}::uuid)`;

export interface Grant {
  id: string;
  pitchId: string;
  userId: string;
  tier: OpenedTier;
  source: 'click_through' | 'nda' | 'deal';
  sourceId: string | null;
  download: boolean;
  at: string;
  expiresAt: string | null;
  ip?: string;
  userAgent?: string;
  wording?: string;
}

/** Opens. The same source twice for the same person and pitch stays one grant, the first one. */
export const insertGrant = (db: Queryable, grant: Grant): Promise<number> => execute(db, sql`
  INSERT INTO content_access (id, pitch_id, user_id, tier, source, source_id, download, granted_at, expires_at, ip, user_agent, wording)
  VALUES (${grant.id}, ${grant.pitchId}, ${grant.userId}, ${grant.tier}, ${grant.source}, ${grant.sourceId}, ${grant.download}, ${grant.at}, ${grant.expiresAt}, ${grant.ip}, ${grant.userAgent}, ${grant.wording})
  ON CONFLICT (pitch_id, user_id, source) WHERE revoked_at IS NULL DO NOTHING`);

/** Closes whatever a source opened. */
export const closeGrants = (db: Queryable, sourceId: string, at: string): Promise<number> =>
  execute(db, sql`UPDATE content_access SET revoked_at = ${at} WHERE source_id = ${sourceId} AND revoked_at IS NULL`);

const OpenPitch = z.object({ id: z.uuid(), ownerId: z.uuid() });

/** A published pitch, for a click-through. */
export const selectOptionalOpenPitch = (db: Queryable, pitchId: string) =>
  optionalRow(db, OpenPitch, sql`SELECT id, owner_id AS "ownerId" FROM pitches WHERE id = ${pitchId} AND status = 'published'`);

const Granted = z.object({ grantedAt: z.string(), wording: z.string().nullable() });

export const selectOptionalClickThrough = (db: Queryable, pitchId: string, userId: string) => optionalRow(db, Granted, sql`
  SELECT granted_at AS "grantedAt", wording FROM content_access
  WHERE pitch_id = ${pitchId} AND user_id = ${userId} AND source = 'click_through' AND revoked_at IS NULL`);
