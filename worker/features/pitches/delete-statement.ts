// Deleting a pitch: one statement that also writes down which stored objects nobody needs any more.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { DISCARD_TOPIC } from '../files/queries.ts';
import type { Write } from './write-statements.ts';

/** Gives `slug` and whether an outbox row was written; no row when it is not the writer's. A pitch that others rely on is kept by triggers, which answer 409. */
export const deletePitch = ({ id, ownerId }: Write, outboxId: string): Sql => sql`
  WITH gone AS (
    DELETE FROM pitches WHERE id = ${id} AND owner_id = ${ownerId} RETURNING id, slug
  ), media AS (
    DELETE FROM files f USING pitch_media m, gone g WHERE m.pitch_id = g.id AND f.id = m.file_id RETURNING f.storage_key
  ), discarded AS (
    INSERT INTO outbox (id, topic, payload)
    SELECT ${outboxId}, ${DISCARD_TOPIC}, jsonb_build_object(
      'files', coalesce((SELECT jsonb_agg(storage_key) FROM media), '[]'),
      'uploads', coalesce((SELECT jsonb_agg(jsonb_build_object('key', u.storage_key, 'uploadId', u.storage_upload_id)) FROM uploads u, gone g WHERE u.pitch_id = g.id AND u.status = 'open'), '[]'))
    FROM gone g
    WHERE EXISTS (SELECT FROM media) OR EXISTS (SELECT FROM uploads u WHERE u.pitch_id = g.id AND u.status = 'open')
    RETURNING id
  )
  SELECT slug, EXISTS (SELECT FROM discarded) AS discards FROM gone`;
