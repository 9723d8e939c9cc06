// Statements of uploads. The owner stands in every WHERE clause.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { FileKind, Gate, PitchStatus } from '../catalogue/schema.ts';
import { DISCARD_TOPIC, type Discard, HASH_TOPIC, READ_TOPIC } from './queries.ts';
import { File, type UploadCreate } from './schema.ts';

export interface NewUpload extends UploadCreate {
  id: string;
  ownerId: string;
  storageKey: string;
  storageUploadId: string;
  partSize: number;
  gate: z.output<typeof Gate>;
  now: string;
}

export const insertUpload = (upload: NewUpload): Sql => sql`
  INSERT INTO uploads (id, owner_id, pitch_id, kind, gate, file_name, content_type, size, part_size, storage_key, storage_upload_id, frame_of, created_at)
  VALUES (${upload.id}, ${upload.ownerId}, ${upload.pitchId}, ${upload.kind}, ${upload.gate}, ${upload.fileName}, ${upload.contentType}, ${upload.size}, ${upload.partSize},
    ${upload.storageKey}, ${upload.storageUploadId}, ${upload.frameOf}, ${upload.now})`;

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
  storageUploadId: z.string(),
  status: z.enum(['open', 'completing', 'complete', 'aborted']),
  fileId: z.uuid().nullable(),
  arrived: z.array(z.object({ part: z.int(), etag: z.string(), size: z.int(), sha256: z.string().nullable() })),
});
export type UploadRow = z.output<typeof UploadRow>;

const uploadColumns = sql`
  u.id, u.pitch_id AS "pitchId", u.kind, u.gate, u.file_name AS "fileName", u.content_type AS "contentType", u.size, u.part_size AS "partSize",
  u.storage_key AS "storageKey", u.storage_upload_id AS "storageUploadId", u.status, u.file_id AS "fileId",
  (SELECT coalesce(json_agg(json_build_object('part', t.part_number, 'etag', t.etag, 'size', t.size, 'sha256', t.sha256) ORDER BY t.part_number), '[]') FROM upload_parts t WHERE t.upload_id = u.id) AS arrived`;

export const selectUpload = (id: string, ownerId: string): Sql => sql`SELECT ${uploadColumns} FROM uploads u WHERE u.id = ${id} AND u.owner_id = ${ownerId}`;

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

export interface StoredFile {
  id: string;
  uploadId: string;
  contentType: string;
  size: number;
  /** Null: it is hashed behind the request. */
  sha256: string | null;
  storageKey: string;
  width: number | null;
  height: number | null;
  now: string;
}

const claimed = (uploadId: string): Sql => sql`u.id = ${uploadId} AND u.status = 'completing'`;

/** What is still to be done with a file: a picture leaves raw bytes behind, a PDF is to be read, a film to be hashed. Never two of them. */
const workOf = ({ contentType, sha256 }: StoredFile, leftovers: readonly string[]): typeof DISCARD_TOPIC | typeof READ_TOPIC | typeof HASH_TOPIC | null => {
  if (leftovers.length > 0) return DISCARD_TOPIC;
  if (contentType === 'application/pdf') return READ_TOPIC;
  return sha256 === null ? HASH_TOPIC : null;
};
export const leavesWork = (file: StoredFile, leftovers: readonly string[]): boolean => workOf(file, leftovers) !== null;

/**
 * A claimed upload becomes a file of its pitch, all in one transaction, with what is still to be done written down. A poster takes the place of
 * the one before, which is discarded, and so does the picture of a reel.
 */
export function fileStatements(file: StoredFile, outboxId: string, leftovers: readonly string[]): Sql[] {
  const mine = claimed(file.uploadId);
  const discard = sql`
    WITH replaced AS (
      DELETE FROM files f USING uploads u, pitch_media m
      WHERE ${mine} AND ((u.kind = 'poster' AND m.pitch_id = u.pitch_id AND m.kind = 'poster') OR m.frame_of = u.frame_of) AND f.id = m.file_id RETURNING f.storage_key)
    INSERT INTO outbox (id, topic, payload)
    SELECT ${outboxId}, ${DISCARD_TOPIC}, jsonb_build_object('objects', ${JSON.stringify(leftovers)}::jsonb, 'files', coalesce((SELECT jsonb_agg(storage_key) FROM replaced), '[]'))
    FROM uploads u WHERE ${mine}`;
  const work = workOf(file, leftovers);
  const later = sql`INSERT INTO outbox (id, topic, payload) SELECT ${outboxId}, ${work}, jsonb_build_object('fileId', ${file.id}::uuid) FROM uploads u WHERE ${mine}`;
  return [
    ...(work === null ? [] : [work === DISCARD_TOPIC ? discard : later]),
    sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key, width, height, created_at)
        SELECT ${file.id}, u.owner_id, u.kind, coalesce((SELECT r.gate FROM files r WHERE r.id = u.frame_of), u.gate), u.file_name, ${file.contentType}, ${file.size}::int8, ${file.sha256}, ${file.storageKey}, ${file.width}::int, ${file.height}::int, ${file.now}
        FROM uploads u WHERE ${mine}`,
    sql`INSERT INTO pitch_media (pitch_id, file_id, kind, frame_of, position, created_at)
        SELECT u.pitch_id, ${file.id}, u.kind, u.frame_of, (SELECT coalesce(max(m.position) + 1, 0) FROM pitch_media m WHERE m.pitch_id = u.pitch_id AND m.kind = u.kind), ${file.now}
        FROM uploads u WHERE ${mine}`,
    sql`UPDATE pitches p SET updated_at = ${file.now} FROM uploads u WHERE ${mine} AND p.id = u.pitch_id`,
    sql`UPDATE uploads u SET status = 'complete', file_id = ${file.id} WHERE ${mine}`,
    selectFile(file.id),
  ];
}

export const FileRow = File.omit({ url: true }).extend({ pitchSlug: z.string(), pitchStatus: PitchStatus });

/** A file with the pitch it belongs to. */
export const selectFile = (id: string): Sql => sql`
  SELECT f.id, m.pitch_id AS "pitchId", f.kind, f.gate, f.file_name AS "fileName", f.content_type AS "contentType", f.size, f.sha256, f.width, f.height, f.blurhash, f.created_at AS "createdAt",
    p.slug AS "pitchSlug", p.status AS "pitchStatus"
  FROM files f JOIN pitch_media m ON m.file_id = f.id JOIN pitches p ON p.id = m.pitch_id WHERE f.id = ${id}`;

export const discardLater = (id: string, discard: Discard): Sql => insertOutbox([{ id, topic: DISCARD_TOPIC, payload: { ...discard } }]);
