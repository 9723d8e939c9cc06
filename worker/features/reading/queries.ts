// SQL of reading: who opened which page of which copy, for how long and how deep.
import { z } from 'zod';
import { execute, optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { OpenedFile, PageRecord, ReaderInterest } from './schema.ts';

const utc = sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** What one person read of one pitch, copy by copy: the same rows for the owner, for the reader and for the evidence bundle. */
export const selectReadingRecord = (db: Queryable, pitchId: string, userId: string): Promise<OpenedFile[]> => rows(db, OpenedFile, sql`
  SELECT c.id AS "copyId", c.code, c.file_id AS "fileId", c.file_name AS "fileName", c.file_sha256 AS "fileHash", c.nda_id AS "ndaId", c.created_at AS "openedAt", c.ip, c.user_agent AS "userAgent",
    coalesce((SELECT jsonb_agg(jsonb_build_object('page', r.page, 'opens', r.opens, 'ms', r.ms, 'depth', round(r.depth::numeric, 3)::float8,
      'firstAt', to_char(r.first_at AT TIME ZONE 'UTC', ${utc}), 'lastAt', to_char(r.last_at AT TIME ZONE 'UTC', ${utc})) ORDER BY r.page)
      FROM reading_pages r WHERE r.copy_id = c.id), '[]') AS pages
  FROM document_copies c WHERE c.pitch_id = ${pitchId} AND c.user_id = ${userId} ORDER BY c.created_at, c.id LIMIT 1000`);

/** Adds to a page's record. `opens` counts what the server sent; time and depth come from the reader's page. */
export const addReading = (db: Queryable, copyId: string, pages: readonly { page: number; opens: number; ms: number; depth: number }[], at: string): Promise<number> => execute(db, sql`
  INSERT INTO reading_pages (copy_id, page, opens, ms, depth, first_at, last_at)
  VALUES ${sql.join(pages.map(({ page, opens, ms, depth }) => sql`(${copyId}::uuid, ${page}::int, ${opens}::int, ${ms}::int, ${depth}::real, ${at}::timestamptz, ${at}::timestamptz)`), ', ')}
  ON CONFLICT (copy_id, page) DO UPDATE SET opens = reading_pages.opens + excluded.opens, ms = least(reading_pages.ms::bigint + excluded.ms, 2000000000)::int,
    depth = greatest(reading_pages.depth, excluded.depth), last_at = excluded.last_at`);

/** Takes the notice of "somebody reads now" if the last one is old enough: true for one caller. */
export const takeNotice = async (db: Queryable, pitchId: string, userId: string, at: string, before: string): Promise<boolean> => (await execute(db, sql`
  INSERT INTO reading_notices (pitch_id, user_id, noticed_at) VALUES (${pitchId}, ${userId}, ${at})
  ON CONFLICT (pitch_id, user_id) DO UPDATE SET noticed_at = excluded.noticed_at WHERE reading_notices.noticed_at <= ${before}::timestamptz`)) === 1;

/** Counts a refused attempt. Whoever may not know of the file is refused without a row. */
export const addDenial = (db: Queryable, denial: { pitchId: string; fileId: string; userId: string; at: string }): Promise<number> => execute(db, sql`
  INSERT INTO access_denials (pitch_id, file_id, user_id, day, last_at) VALUES (${denial.pitchId}, ${denial.fileId}, ${denial.userId}, (${denial.at}::timestamptz AT TIME ZONE 'UTC')::date, ${denial.at})
  ON CONFLICT (pitch_id, file_id, user_id, day) DO UPDATE SET tries = access_denials.tries + 1, last_at = excluded.last_at`);

/** Readers of a pitch, most interested first. Score: minutes read (each page at most five), pages reached, days come back, faded by days since. */
export const selectInterest = (db: Queryable, pitchId: string, ownerId: string, now: string): Promise<ReaderInterest[]> => rows(db, ReaderInterest, sql`
  WITH mine AS (SELECT id FROM pitches WHERE id = ${pitchId} AND owner_id = ${ownerId}),
  pages AS (
    SELECT c.user_id, c.file_id, r.page, sum(r.ms) AS ms, max(r.depth) AS depth, max(r.last_at) AS last_at
    FROM document_copies c JOIN reading_pages r ON r.copy_id = c.id WHERE c.pitch_id = (SELECT id FROM mine) GROUP BY c.user_id, c.file_id, r.page),
  readers AS (
    SELECT user_id, sum(ms)::float8 AS ms, sum(least(ms, 300000))::float8 / 60000 AS minutes, count(*) AS pages, avg(depth)::float8 AS depth, max(last_at) AS last_at FROM pages GROUP BY user_id),
  visits AS (SELECT c.user_id, count(DISTINCT c.day) AS days, count(DISTINCT c.file_id) AS files FROM document_copies c WHERE c.pitch_id = (SELECT id FROM mine) GROUP BY c.user_id),
  refused AS (SELECT user_id, sum(tries) AS tries, max(last_at) AS last_at FROM access_denials WHERE pitch_id = (SELECT id FROM mine) GROUP BY user_id),
  people AS (SELECT user_id FROM visits UNION SELECT user_id FROM refused)
  SELECT u.id AS "userId", u.name, pr.handle, u.portal, pr.company_name AS company, coalesce(v.files, 0) AS files, coalesce(r.pages, 0) AS pages, coalesce(r.ms, 0)::float8 AS ms,
    coalesce(r.depth, 0)::float8 AS depth, coalesce(v.days, 0) AS days, coalesce(d.tries, 0) AS denied, greatest(r.last_at, d.last_at) AS "lastAt",
    round(((coalesce(r.minutes, 0) + 0.5 * coalesce(r.pages, 0) + 3 * coalesce(v.days, 0)) * exp(-ln(2) * extract(epoch FROM ${now}::timestamptz - coalesce(r.last_at, d.last_at)) / (14 * 86400)))::numeric, 2)::float8 AS score
  FROM people p JOIN users u ON u.id = p.user_id JOIN profiles pr ON pr.user_id = u.id
  LEFT JOIN readers r ON r.user_id = p.user_id LEFT JOIN visits v ON v.user_id = p.user_id LEFT JOIN refused d ON d.user_id = p.user_id
  WHERE p.user_id <> ${ownerId} ORDER BY score DESC NULLS LAST, u.id LIMIT 500`);

const Heat = PageRecord.pick({ page: true, ms: true, opens: true }).extend({ fileId: z.uuid().nullable(), fileName: z.string(), readers: z.number() });

/** Where readers spend their time: by file and page, over all of them. */
export const selectHeat = (db: Queryable, pitchId: string, ownerId: string) => rows(db, Heat, sql`
  SELECT c.file_id AS "fileId", max(c.file_name) AS "fileName", r.page, sum(r.opens)::int AS opens, sum(r.ms)::float8 AS ms, count(DISTINCT c.user_id) AS readers
  FROM document_copies c JOIN reading_pages r ON r.copy_id = c.id JOIN pitches p ON p.id = c.pitch_id
  WHERE p.id = ${pitchId} AND p.owner_id = ${ownerId} GROUP BY c.file_id, r.page ORDER BY c.file_id, r.page LIMIT 5000`);

export const isOwnPitch = async (db: Queryable, pitchId: string, ownerId: string): Promise<boolean> =>
  (await optionalRow(db, z.object({ id: z.uuid() }), sql`SELECT id FROM pitches WHERE id = ${pitchId} AND owner_id = ${ownerId}`)) !== null;

/** The page where somebody stopped in a file; null when they never turned one. */
export const selectOptionalPosition = async (db: Queryable, userId: string, fileId: string): Promise<number | null> =>
  (await optionalRow(db, z.object({ page: z.int() }), sql`SELECT page FROM reading_positions WHERE user_id = ${userId} AND file_id = ${fileId}`))?.page ?? null;

export const upsertPosition = (db: Queryable, { userId, fileId, page, at }: { userId: string; fileId: string; page: number; at: string }): Promise<number> => execute(db, sql`
  INSERT INTO reading_positions (user_id, file_id, page, updated_at) VALUES (${userId}, ${fileId}, ${page}, ${at})
  ON CONFLICT (user_id, file_id) DO UPDATE SET page = excluded.page, updated_at = excluded.updated_at`);

/** A copy of the caller's own. */
export const selectOptionalOwnCopy = (db: Queryable, copyId: string, userId: string) =>
  optionalRow(db, z.object({ id: z.uuid(), pitchId: z.uuid().nullable() }), sql`SELECT id, pitch_id AS "pitchId" FROM document_copies WHERE id = ${copyId} AND user_id = ${userId}`);
