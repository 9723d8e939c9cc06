// The poster of somebody's own pitch, with the part of the picture that it shows, and its change for another part.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { DISCARD_TOPIC } from '../files/queries.ts';
import { CropBox } from './schema.ts';

const Poster = z.object({
  pitchId: z.string(), slug: z.string(), status: z.string(), fileId: z.string().nullable(), storageKey: z.string().nullable(), width: z.int().nullable(), height: z.int().nullable(),
  crop: CropBox.extend({ wholeWidth: z.int(), wholeHeight: z.int() }).nullable(),
});
export type Poster = z.output<typeof Poster>;

/** Null where the pitch is not this person's; `fileId` is null where it has no poster. */
export const selectOptionalPoster = (db: Queryable, pitchId: string, ownerId: string) => optionalRow(db, Poster, sql`
  SELECT p.id AS "pitchId", p.slug, p.status, f.id AS "fileId", f.storage_key AS "storageKey", f.width, f.height,
    CASE WHEN c.file_id IS NOT NULL THEN json_build_object('x', c.x, 'y', c.y, 'width', c.width, 'height', c.height, 'wholeWidth', c.whole_width, 'wholeHeight', c.whole_height) END AS crop
  FROM pitches p LEFT JOIN pitch_media m ON m.pitch_id = p.id AND m.kind = 'poster' LEFT JOIN files f ON f.id = m.file_id LEFT JOIN poster_crops c ON c.file_id = f.id
  WHERE p.id = ${pitchId} AND p.owner_id = ${ownerId}`);

/** No row where the poster is another one by now: somebody replaced it meanwhile. */
export const lockPoster = (pitchId: string, fileId: string): Sql => sql`SELECT m.file_id FROM pitch_media m WHERE m.pitch_id = ${pitchId} AND m.file_id = ${fileId} AND m.kind = 'poster' FOR UPDATE OF m`;

export interface Cropped { id: string; storageKey: string; sha256: string; size: number; width: number; height: number; crop: (CropBox & { wholeWidth: number; wholeHeight: number }) | null; now: string }

/** The new picture takes the place of the old one, which is discarded with all that lies beside it. Run them in the transaction that holds the old one. */
export const replacePoster = (pitchId: string, oldId: string, { id, storageKey, sha256, size, width, height, crop, now }: Cropped, outboxId: string): Sql[] => [
  sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key, width, height, created_at)
      SELECT ${id}, f.owner_id, f.kind, f.gate, f.file_name, 'image/webp', ${size}::int8, ${sha256}, ${storageKey}, ${width}::int, ${height}::int, ${now} FROM files f WHERE f.id = ${oldId}`,
  sql`INSERT INTO outbox (id, topic, payload) SELECT ${outboxId}, ${DISCARD_TOPIC}, jsonb_build_object('files', jsonb_build_array(f.storage_key)) FROM files f WHERE f.id = ${oldId}`,
  sql`DELETE FROM files WHERE id = ${oldId}`,
  sql`INSERT INTO pitch_media (pitch_id, file_id, kind, position, created_at) VALUES (${pitchId}, ${id}, 'poster', 0, ${now})`,
  ...(crop === null ? [] : [sql`
    INSERT INTO poster_crops (file_id, x, y, width, height, whole_width, whole_height) VALUES (${id}, ${crop.x}, ${crop.y}, ${crop.width}, ${crop.height}, ${crop.wholeWidth}, ${crop.wholeHeight})`]),
  sql`UPDATE pitches SET updated_at = ${now} WHERE id = ${pitchId}`,
];
