// What makes a file of an upload: one statement, so that there is all of it or nothing, and nothing is asked of the database twice.
import { z } from 'zod';
import { keepReplay, type ReplayKey } from '../../http/replays.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { PitchStatus } from '../catalogue/schema.ts';
import { DISCARD_TOPIC, HASH_TOPIC, READ_TOPIC } from './queries.ts';
import { File } from './schema.ts';

export interface StoredFile {
  id: string;
  uploadId: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Null: it is hashed behind the request. */
  sha256: string | null;
  storageKey: string;
  width: number | null;
  height: number | null;
  now: string;
}

export interface Making {
  /** Of what is written into the outbox. */
  outboxId: string;
  /** Keys of what was stored on the way and is not the file. */
  leftovers: readonly string[];
  /** It takes the place of another file of its pitch: a poster does, and the picture of a reel. */
  replaces: boolean;
  /** `parts`: the upload stays, so that asking for its completion again gives the file. `whole`: it was there for the sweep alone, and goes. */
  came: 'parts' | 'whole';
  replay: ReplayKey | null;
}

/** What the queue has to do with a file: a PDF is to be read, a film to be hashed. */
const laterWork = ({ contentType, sha256 }: StoredFile): typeof READ_TOPIC | typeof HASH_TOPIC | null => {
  if (contentType === 'application/pdf') return READ_TOPIC;
  return sha256 === null ? HASH_TOPIC : null;
};

const discards = ({ leftovers, replaces }: Making): boolean => leftovers.length > 0 || replaces;

/** Whether `outboxId` is in the outbox afterwards. */
export const leavesWork = (file: StoredFile, making: Making): boolean => discards(making) || laterWork(file) !== null;

/** Discards what the file takes the place of, and what was left behind: before the file is made, since a pitch has one poster. */
const discardReplaced = ({ uploadId }: StoredFile, { outboxId, leftovers }: Making): Sql => sql`
  WITH mine AS (SELECT * FROM uploads WHERE id = ${uploadId} AND status = 'completing'), replaced AS (
    DELETE FROM files f USING mine u, pitch_media m
    WHERE ((u.kind = 'poster' AND m.pitch_id = u.pitch_id AND m.kind = 'poster') OR m.frame_of = u.frame_of) AND f.id = m.file_id RETURNING f.storage_key)
  INSERT INTO outbox (id, topic, payload)
  SELECT ${outboxId}, ${DISCARD_TOPIC}, jsonb_build_object('objects', ${JSON.stringify(leftovers)}::jsonb, 'files', coalesce((SELECT jsonb_agg(storage_key) FROM replaced), '[]')) FROM mine`;

/**
 * A claimed upload becomes a file of its pitch, in one transaction with what is still to be done. The last statement gives the file as `selectFile`
 * does; no row when the upload was ended meanwhile, and then nothing was written.
 */
export function fileStatements(file: StoredFile, making: Making): Sql[] {
  const { outboxId, came, replay } = making;
  const mine = sql`id = ${file.uploadId} AND status = 'completing'`;
  const work = discards(making) ? null : laterWork(file);
  const claim = came === 'whole' ? sql`DELETE FROM uploads WHERE ${mine} RETURNING *` : sql`UPDATE uploads SET status = 'complete', file_id = ${file.id} WHERE ${mine} RETURNING *`;
  const later = work === null ? sql.empty : sql`, later AS (INSERT INTO outbox (id, topic, payload) SELECT ${outboxId}, ${work}, jsonb_build_object('fileId', ${file.id}::uuid) FROM mine)`;
  const kept = replay === null ? sql.empty : sql`, kept AS (${keepReplay(replay, file.id, sql`FROM mine`)})`;
  return [
    ...(discards(making) ? [discardReplaced(file, making)] : []),
    sql`WITH mine AS (${claim}), f AS (
        INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key, width, height, created_at)
        SELECT ${file.id}, u.owner_id, u.kind, coalesce((SELECT r.gate FROM files r WHERE r.id = u.frame_of), u.gate), u.file_name, ${file.contentType}, ${file.size}::int8, ${file.sha256}, ${file.storageKey}, ${file.width}::int, ${file.height}::int, ${file.now}
        FROM mine u RETURNING *
      ), m AS (
        INSERT INTO pitch_media (pitch_id, file_id, kind, frame_of, position, created_at)
        SELECT u.pitch_id, ${file.id}, u.kind, u.frame_of, (SELECT coalesce(max(m.position) + 1, 0) FROM pitch_media m WHERE m.pitch_id = u.pitch_id AND m.kind = u.kind), ${file.now}
        FROM mine u RETURNING pitch_id
      ), p AS (
        UPDATE pitches SET updated_at = ${file.now} FROM mine u WHERE pitches.id = u.pitch_id RETURNING pitches.slug, pitches.status
      )${later}${kept}
      SELECT ${fileColumns} FROM f, m, p`,
  ];
}

const fileColumns = sql`
  f.id, m.pitch_id AS "pitchId", f.kind, f.gate, f.file_name AS "fileName", f.content_type AS "contentType", f.size, f.sha256, f.width, f.height, f.blurhash, f.created_at AS "createdAt",
  p.slug AS "pitchSlug", p.status AS "pitchStatus"`;

export const FileRow = File.omit({ url: true }).extend({ pitchSlug: z.string(), pitchStatus: PitchStatus });

/** A file with the pitch it belongs to. */
export const selectFile = (id: string): Sql => sql`
  SELECT ${fileColumns} FROM files f JOIN pitch_media m ON m.file_id = f.id JOIN pitches p ON p.id = m.pitch_id WHERE f.id = ${id}`;
