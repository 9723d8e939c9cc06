// SQL of agreement PDFs.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { NdaFile } from './schema.ts';

export interface NdaFileInsert extends NdaFile {
  ownerId: string;
  at: string;
}

const FILE = sql`id, sha256, file_name AS "fileName", size, page_count AS "pageCount"`;

/** Keeps a file; the same bytes of the same person again give the row that is there. */
export const insertNdaFile = (db: Queryable, f: NdaFileInsert): Promise<NdaFile | null> => optionalRow(db, NdaFile, sql`
  INSERT INTO nda_files (id, owner_id, sha256, file_name, size, page_count, created_at) VALUES (${f.id}, ${f.ownerId}, ${f.sha256}, ${f.fileName}, ${f.size}, ${f.pageCount}, ${f.at})
  ON CONFLICT (owner_id, sha256) DO UPDATE SET sha256 = excluded.sha256 RETURNING ${FILE}`);

export const selectOptionalOwnNdaFile = (db: Queryable, id: string, ownerId: string): Promise<NdaFile | null> =>
  optionalRow(db, NdaFile, sql`SELECT ${FILE} FROM nda_files WHERE id = ${id} AND owner_id = ${ownerId}`);

const Shown = z.object({ fileName: z.string() });

/** The name of a PDF for whoever may see it: who brought it, both sides of an agreement made with it, and those who may ask for a pitch that uses it now. */
export const selectOptionalShownFile = (db: Queryable, sha256: string, reader: { id: string; portal: string }) => optionalRow(db, Shown, sql`
  SELECT s.name AS "fileName" FROM (
    SELECT file_name AS name FROM nda_files WHERE owner_id = ${reader.id} AND sha256 = ${sha256}
    UNION ALL
    SELECT v.file_name FROM nda_template_versions v JOIN nda_templates t ON t.id = v.template_id WHERE v.file_sha256 = ${sha256} AND (
      t.owner_id = ${reader.id}
      OR EXISTS (SELECT FROM ndas n WHERE n.template_id = v.template_id AND n.template_version = v.version AND ${reader.id}::uuid IN (n.owner_id, n.signer_id))
      OR (${reader.portal} IN ('investor', 'production') AND v.version = t.version AND t.archived_at IS NULL AND EXISTS (
        SELECT FROM pitch_nda_settings st JOIN pitches p ON p.id = st.pitch_id WHERE st.template_id = t.id AND p.status = 'published'
          AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = p.owner_id AND b.blocked_id = ${reader.id}) OR (b.blocker_id = ${reader.id} AND b.blocked_id = p.owner_id)))))
  ) s LIMIT 1`);
