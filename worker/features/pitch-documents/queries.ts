// SQL of a pitch's files. Names and sizes of what is shut are not read.
import { z } from 'zod';
import { optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Gate as GateName } from '../catalogue/lists.ts';
import { FileKind, Gate } from '../catalogue/schema.ts';
import { openedTier, staysOpen } from '../content-access/queries.ts';
import { DISCARD_TOPIC } from '../files/queries.ts';

const Standing = z.object({ ownerId: z.uuid(), opened: z.enum(['confidential', 'nda', 'deal']).nullable() });

/** Whose pitch it is and what a grant opened to the reader; null for a pitch that is not published, unless it is the reader's own. */
export const selectOptionalStanding = (db: Queryable, pitchId: string, userId: string, now: string) => optionalRow(db, Standing, sql`
  SELECT p.owner_id AS "ownerId", ${openedTier(sql`p.id`, userId, now)} AS opened FROM pitches p WHERE p.id = ${pitchId} AND (p.status = 'published' OR p.owner_id = ${userId} OR ${staysOpen(userId, now)})`);

const Row = z.object({
  id: z.uuid(), kind: FileKind, gate: Gate, isOpen: z.boolean(), fileName: z.string().nullable(), contentType: z.string().nullable(), size: z.number().nullable(), pageCount: z.int().nullable(), createdAt: z.string().nullable(),
});

/** Documents and reels in the order of their kinds; posters and stills belong to the page itself. */
export const selectDocuments = (db: Queryable, pitchId: string, open: readonly GateName[]) => rows(db, Row, sql`
  SELECT f.id, f.kind, f.gate, g.open AS "isOpen", CASE WHEN g.open THEN f.file_name END AS "fileName", CASE WHEN g.open THEN f.content_type END AS "contentType",
    CASE WHEN g.open THEN f.size END AS size, CASE WHEN g.open THEN f.page_count END AS "pageCount", CASE WHEN g.open THEN f.created_at END AS "createdAt"
  FROM pitch_media m JOIN files f ON f.id = m.file_id CROSS JOIN LATERAL (SELECT f.gate = ANY(${open}::text[]) AS open) g
  WHERE m.pitch_id = ${pitchId} AND f.deleted_at IS NULL AND f.kind NOT IN ('poster', 'gallery')
  ORDER BY array_position(${FileKind.options}::text[], f.kind), m.position, f.id LIMIT 200`);

/** The pitch, locked before its files are, as whoever deletes it does: in another order the two would wait for each other. */
const lockedFirst = (pitchId: string, ownerId: string): Sql => sql`own AS MATERIALIZED (SELECT id FROM pitches WHERE id = ${pitchId} AND owner_id = ${ownerId} FOR NO KEY UPDATE)`;

/** Takes a file off its pitch for good, a reel with the picture that stands for it, and writes down that its bytes are to be discarded. No row when it is not the owner's. */
export const deleteDocument = (change: { id: string; pitchId: string; ownerId: string; outboxId: string }): Sql => sql`
  WITH ${lockedFirst(change.pitchId, change.ownerId)}, gone AS (
    DELETE FROM files f USING pitch_media m, own WHERE m.file_id = f.id AND (f.id = ${change.id} OR m.frame_of = ${change.id}) AND m.pitch_id = own.id AND f.owner_id = ${change.ownerId} AND f.kind <> 'poster' RETURNING f.storage_key)
  INSERT INTO outbox (id, topic, payload) SELECT ${change.outboxId}::uuid, ${DISCARD_TOPIC}, jsonb_build_object('files', jsonb_agg(storage_key)) FROM gone HAVING count(*) > 0 RETURNING id`;

/** Moves the gate of a file on one's own pitch, of a reel with that of its picture; a poster is public with its pitch. */
export const updateDocumentGate = (change: { id: string; pitchId: string; ownerId: string; gate: GateName }): Sql => sql`
  WITH ${lockedFirst(change.pitchId, change.ownerId)}
  UPDATE files f SET gate = ${change.gate} FROM pitch_media m, own
  WHERE m.file_id = f.id AND (m.frame_of = ${change.id} OR (f.id = ${change.id} AND m.frame_of IS NULL)) AND m.pitch_id = own.id AND f.owner_id = ${change.ownerId} AND f.kind <> 'poster'`;
