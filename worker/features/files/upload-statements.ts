// Statements of uploads. The owner stands in every WHERE clause.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { Kept, type ReplayKey, selectReplay } from '../../http/replays.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { FileKind, Gate } from '../catalogue/schema.ts';
import { DISCARD_TOPIC, type Discard } from './queries.ts';
import type { UploadCreate } from './schema.ts';

export interface FreshUpload extends UploadCreate {
  id: string;
  ownerId: string;
  storageKey: string;
  gate: z.output<typeof Gate>;
  now: string;
}

export interface FreshParts extends FreshUpload {
  storageUploadId: string;
  partSize: number;
}

export const insertUpload = (upload: FreshParts): Sql => sql`
  INSERT INTO uploads (id, owner_id, pitch_id, kind, gate, file_name, content_type, size, part_size, storage_key, storage_upload_id, frame_of, created_at)
  VALUES (${upload.id}, ${upload.ownerId}, ${upload.pitchId}, ${upload.kind}, ${upload.gate}, ${upload.fileName}, ${upload.contentType}, ${upload.size}, ${upload.partSize},
    ${upload.storageKey}, ${upload.storageUploadId}, ${upload.frameOf}, ${upload.now})`;

export const Begun = z.object({ begun: z.boolean(), before: Kept.nullable() });

/**
 * Notes a file that comes in one request, claimed already: what its request leaves behind when it dies is swept with the others. `begun` is false when the
 * pitch is not the owner's, or when the key was used `before`.
 */
export const beginWhole = (upload: FreshUpload, replay: ReplayKey | null): Sql => sql`
  WITH before AS (${replay === null ? sql`SELECT NULL::json AS kept WHERE false` : sql`SELECT to_json(k) AS kept FROM (${selectReplay(replay)}) k`}), begun AS (
    INSERT INTO uploads (id, owner_id, pitch_id, kind, gate, file_name, content_type, size, part_size, storage_key, frame_of, created_at, status, claimed_at)
    SELECT ${upload.id}, ${upload.ownerId}, p.id, ${upload.kind}, ${upload.gate}, ${upload.fileName}, ${upload.contentType}, ${upload.size}::int8, ${upload.size}::int4,
      ${upload.storageKey}, ${upload.frameOf}, ${upload.now}, 'completing', ${upload.now}
    FROM pitches p WHERE p.id = ${upload.pitchId} AND p.owner_id = ${upload.ownerId} AND NOT EXISTS (SELECT FROM before) RETURNING id)
  SELECT EXISTS (SELECT FROM begun) AS begun, (SELECT kept FROM before) AS before`;

/** Ends a file that came in one request and is not to be; what was stored of it goes with the queue. No row when it became one. */
export const discardWhole = (id: string, outboxId: string): Sql => sql`
  WITH gone AS (DELETE FROM uploads WHERE id = ${id} AND status = 'completing' RETURNING storage_key)
  INSERT INTO outbox (id, topic, payload) SELECT ${outboxId}, ${DISCARD_TOPIC}, jsonb_build_object('files', jsonb_build_array(storage_key)) FROM gone`;

export const UploadRow = z.object({
  id: z.uuid(),
  pitchId: z.uuid(),
  kind: FileKind,
  gate: Gate,
  fileName: z.string(),
  contentType: z.string(),
  size: z.int(),
  partSize: z.int(),
  storageKey: z.string(),
  /** Null for a file that comes in one request. */
  storageUploadId: z.string().nullable(),
  status: z.enum(['open', 'completing', 'complete', 'aborted']),
  fileId: z.uuid().nullable(),
  frameOf: z.uuid().nullable(),
  arrived: z.array(z.object({ part: z.int(), etag: z.string(), size: z.int(), sha256: z.string().nullable() })),
});
export type UploadRow = z.output<typeof UploadRow>;

const uploadColumns = sql`
  u.id, u.pitch_id AS "pitchId", u.kind, u.gate, u.file_name AS "fileName", u.content_type AS "contentType", u.size, u.part_size AS "partSize",
  u.storage_key AS "storageKey", u.storage_upload_id AS "storageUploadId", u.status, u.file_id AS "fileId", u.frame_of AS "frameOf",
  (SELECT coalesce(json_agg(json_build_object('part', t.part_number, 'etag', t.etag, 'size', t.size, 'sha256', t.sha256) ORDER BY t.part_number), '[]') FROM upload_parts t WHERE t.upload_id = u.id) AS arrived`;

export const selectUpload = (id: string, ownerId: string): Sql => sql`SELECT ${uploadColumns} FROM uploads u WHERE u.id = ${id} AND u.owner_id = ${ownerId}`;

export const OpenUpload = UploadRow.pick({ status: true, size: true, partSize: true, storageKey: true, storageUploadId: true });
export type OpenUpload = z.output<typeof OpenUpload>;

/** What a part needs to know of its upload: asked once a part, so the parts that arrived are left out. */
export const selectOpenUpload = (id: string, ownerId: string): Sql => sql`
  SELECT status, size, part_size AS "partSize", storage_key AS "storageKey", storage_upload_id AS "storageUploadId" FROM uploads WHERE id = ${id} AND owner_id = ${ownerId}`;

export const selectOptionalUpload = (db: Queryable, id: string, ownerId: string) => optionalRow(db, UploadRow, selectUpload(id, ownerId));

/** Ours, whatever its status. */
export const selectOwnedPitch = (pitchId: string, ownerId: string): Sql => sql`SELECT id FROM pitches WHERE id = ${pitchId} AND owner_id = ${ownerId}`;

/** A reel of one's own pitch, for its gate. */
export const selectReel = (id: string, pitchId: string, ownerId: string): Sql => sql`
  SELECT f.gate FROM files f JOIN pitch_media m ON m.file_id = f.id WHERE f.id = ${id} AND m.pitch_id = ${pitchId} AND m.kind = 'trailer' AND f.owner_id = ${ownerId} AND f.deleted_at IS NULL`;

export interface ArrivedPart {
  part: number;
  etag: string;
  size: number;
  /** Of a file's only part. */
  sha256: string | null;
}

/** Notes a part that arrived; a part sent again replaces the first. Nothing happens once the upload is closed. */
export const upsertPart = (id: string, ownerId: string, { part, etag, size, sha256 }: ArrivedPart): Sql => sql`
  INSERT INTO upload_parts (upload_id, part_number, etag, size, sha256)
  SELECT u.id, ${part}::int, ${etag}, ${size}::int, ${sha256} FROM uploads u WHERE u.id = ${id} AND u.owner_id = ${ownerId} AND u.status = 'open'
  ON CONFLICT (upload_id, part_number) DO UPDATE SET etag = excluded.etag, size = excluded.size, sha256 = excluded.sha256, arrived_at = now()`;

/** Takes the right to complete, if the bytes are all there and nobody holds it; `staleBefore` frees a claim whose holder is gone. */
export const claimUpload = (id: string, ownerId: string, now: string, staleBefore: string): Sql => sql`
  UPDATE uploads u SET status = 'completing', claimed_at = ${now}
  WHERE u.id = ${id} AND u.owner_id = ${ownerId} AND (u.status = 'open' OR (u.status = 'completing' AND u.claimed_at < ${staleBefore}))
    AND (SELECT coalesce(sum(t.size), 0) FROM upload_parts t WHERE t.upload_id = u.id) = u.size RETURNING u.id`;

export const releaseUpload = (id: string): Sql => sql`UPDATE uploads SET status = 'open', claimed_at = NULL WHERE id = ${id} AND status = 'completing'`;

/** Ends an upload for good. Gives what to abort; no row when it was not open. */
export const abortUpload = (id: string, ownerId: string): Sql => sql`
  UPDATE uploads SET status = 'aborted' WHERE id = ${id} AND owner_id = ${ownerId} AND status IN ('open', 'completing') RETURNING storage_key AS key, storage_upload_id AS "uploadId"`;

export const discardLater = (id: string, discard: Discard): Sql => insertOutbox([{ id, topic: DISCARD_TOPIC, payload: { ...discard } }]);
