// SQL of the viewer: the file with everything that decides whether this person may see it, and the copy that is theirs today.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { Gate } from '../catalogue/schema.ts';
import { mayEdit } from '../pitch-editors/queries.ts';
import { mayDownload, openedTier, staysOpen, wasGranted } from '../content-access/queries.ts';

const Row = z.object({
  id: z.uuid(), fileName: z.string(), contentType: z.string(), size: z.number(), /** Empty while a film is being hashed. */ sha256: z.string(), storageKey: z.string(), gate: Gate, pitchId: z.uuid(), pitchTitle: z.string(),
  ownerId: z.uuid(), published: z.boolean(), opened: z.enum(['confidential', 'nda', 'deal']).nullable(), canDownload: z.boolean(), wasGranted: z.boolean(), ndaId: z.uuid().nullable(),
  copyId: z.uuid().nullable(), code: z.string().nullable(), copiedAt: z.string().nullable(),
});
export type ViewedFile = z.output<typeof Row>;

/** The UTC day of an ISO time. */
export const dayOf = (now: string): string => now.slice(0, 10);

export const selectOptionalViewedFile = (db: Queryable, fileId: string, userId: string, now: string): Promise<ViewedFile | null> => optionalRow(db, Row, sql`
  SELECT f.id, f.file_name AS "fileName", f.content_type AS "contentType", f.size, coalesce(f.sha256, '') AS sha256, f.storage_key AS "storageKey", f.gate, p.id AS "pitchId", p.title AS "pitchTitle", p.owner_id AS "ownerId",
    -- An editor sees the pictures of a draft, each by its gate, as everybody will; documents of a draft are the owner's.
    (p.status = 'published' OR ${staysOpen(userId, now)} OR (f.content_type LIKE 'image/%' AND ${mayEdit(userId)})) AS published, ${openedTier(sql`p.id`, userId, now)} AS opened, ${mayDownload(sql`p.id`, sql`f.gate`, userId, now)} AS "canDownload", ${wasGranted(sql`p.id`, userId)} AS "wasGranted",
    (SELECT n.id FROM ndas n WHERE n.pitch_id = p.id AND n.signer_id = ${userId} AND n.status = 'signed') AS "ndaId",
    c.id AS "copyId", c.code, c.created_at AS "copiedAt"
  FROM files f JOIN pitch_media m ON m.file_id = f.id JOIN pitches p ON p.id = m.pitch_id
  LEFT JOIN document_copies c ON c.file_id = f.id AND c.user_id = ${userId} AND c.day = ${dayOf(now)}::date
  WHERE f.id = ${fileId} AND f.deleted_at IS NULL`);

const Copy = z.object({ id: z.uuid(), code: z.string(), at: z.string() });

export interface CopyInsert {
  id: string;
  code: string;
  file: Pick<ViewedFile, 'id' | 'sha256' | 'fileName' | 'pitchId'>;
  userId: string;
  ndaId: string | null;
  at: string;
  ip: string;
  userAgent: string;
}

/** Makes today's copy; null when another request of the same person just made it. */
export const insertCopy = (db: Queryable, { id, code, file, userId, ndaId, at, ip, userAgent }: CopyInsert) => optionalRow(db, Copy, sql`
  INSERT INTO document_copies (id, code, file_id, file_sha256, file_name, pitch_id, user_id, nda_id, day, created_at, ip, user_agent)
  VALUES (${id}, ${code}, ${file.id}, ${file.sha256}, ${file.fileName}, ${file.pitchId}, ${userId}, ${ndaId}, ${dayOf(at)}::date, ${at}, ${ip}, ${userAgent})
  ON CONFLICT (file_id, user_id, day) DO NOTHING RETURNING id, code, created_at AS at`);

