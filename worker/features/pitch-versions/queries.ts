// What is kept of a pitch as it was. The statements stand in the batch of the write that they belong to.
import { z } from 'zod';
import type { Db } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { mayEdit } from '../pitch-editors/queries.ts';
import { VersionKind } from './schema.ts';

interface Write {
  id: string;
  ownerId: string;
  authorId?: string;
  now: string;
}

/** How a version came about. */
export type Origin =
  | { kind: 'created' }
  /** `apart`: a version of its own, for what the one before says must stay readable beside it. */
  | { kind: 'edited'; apart?: boolean }
  | { kind: 'restored'; from: number };

/** Saves of one author within this time make one version. */
const TOGETHER = '10 minutes';

/** All that a client may write, by the names of the wire; protected texts lie flat, so that each is a field of its own. */
const snapshot = sql`(
  jsonb_build_object(
    'title', p.title, 'logline', p.logline, 'synopsis', p.synopsis, 'format', p.format, 'genres', p.genres, 'stage', p.stage, 'budgetBand', p.budget_band,
    'ask', CASE WHEN p.ask_amount IS NOT NULL THEN jsonb_build_object('amount', p.ask_amount, 'currency', p.ask_currency, 'kind', p.ask_kind) END,
    'seekingInvestment', p.seeking_investment, 'comps', p.comps, 'tone', p.tone, 'themes', p.themes, 'audience', p.audience, 'whyNow', p.why_now,
    'productionPlan', p.production_plan, 'details', p.details, 'characters', p.characters,
    'team', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'role', t.role, 'status', t.status, 'proofFileId', t.proof_file_id) ORDER BY t.position), '[]')
      FROM pitch_team t WHERE t.pitch_id = p.id))
  || coalesce((SELECT jsonb_object_agg('protected.' || x.field, x.body) FROM pitch_protected x WHERE x.pitch_id = p.id AND x.field <> 'financePlan'), '{}')
  || coalesce((SELECT jsonb_build_object('financePlan', x.plan) FROM pitch_protected x WHERE x.pitch_id = p.id AND x.plan IS NOT NULL), '{}'))`;

/** Writes down a pitch as it is, when nothing of it has been written down yet: for those that are older than their history. Before a change. */
export const keepFound = ({ id, ownerId }: Write): Sql => sql`
  INSERT INTO pitch_versions (pitch_id, version, author_id, kind, snapshot, began_at, at)
  SELECT p.id, p.version, p.owner_id, 'found', ${snapshot}, p.updated_at, p.updated_at FROM pitches p
  WHERE p.id = ${id} AND ${mayEdit(ownerId)} AND NOT EXISTS (SELECT FROM pitch_versions v WHERE v.pitch_id = p.id)
  ON CONFLICT (pitch_id, version) DO NOTHING`;

/**
 * Writes down what the write before it made; nothing when it made nothing. An edit joins the version before when that one is a recent
 * edit of the same author that was never published; what was created, restored, published or written by another stays as it is.
 */
export const keepVersion = ({ id, ownerId, authorId = ownerId, now }: Write, origin: Origin): Sql => sql`
  WITH present AS (
    SELECT p.version, ${snapshot} AS snapshot FROM pitches p WHERE p.id = ${id} AND ${mayEdit(ownerId)}
  ), last AS (
    SELECT v.version, ${origin.kind === 'edited' && !origin.apart} AND v.kind = 'edited' AND v.author_id = ${authorId} AND v.published_at IS NULL
      AND v.began_at > ${now}::timestamptz - ${TOGETHER}::interval AS joins
    FROM pitch_versions v WHERE v.pitch_id = ${id} ORDER BY v.version DESC LIMIT 1
  ), fresh AS (
    SELECT n.version, n.snapshot, coalesce(l.joins, false) AS joins, l.version AS last, changed_keys(b.snapshot, n.snapshot) AS changed
    FROM present n LEFT JOIN last l ON true LEFT JOIN LATERAL (
      SELECT v.snapshot FROM pitch_versions v WHERE v.pitch_id = ${id} AND v.version < CASE WHEN l.joins THEN l.version ELSE n.version END ORDER BY v.version DESC LIMIT 1
    ) b ON true
    WHERE n.version > coalesce(l.version, 0)
  ), joined AS (
    UPDATE pitch_versions v SET version = f.version, snapshot = f.snapshot, changed = f.changed, at = ${now}
    FROM fresh f WHERE f.joins AND v.pitch_id = ${id} AND v.version = f.last
  )
  INSERT INTO pitch_versions (pitch_id, version, author_id, kind, restored_from, changed, snapshot, began_at, at)
  SELECT ${id}::uuid, f.version, (SELECT u.id FROM users u WHERE u.id = ${authorId}), ${origin.kind}, ${origin.kind === 'restored' ? origin.from : null}::int, f.changed, f.snapshot, ${now}, ${now}
  FROM fresh f WHERE NOT f.joins AND (f.changed <> '{}' OR ${origin.kind} <> 'edited')`;

/** Marks the version that the publication before it brought to the market, which nothing joins any more. */
export const sealPublished = ({ id, ownerId, now }: Write): Sql => sql`
  UPDATE pitch_versions v SET published_at = ${now}
  FROM pitches p WHERE p.id = ${id} AND p.owner_id = ${ownerId} AND p.status = 'published' AND p.updated_at = ${now}::timestamptz
    AND v.pitch_id = p.id AND v.version = (SELECT max(o.version) FROM pitch_versions o WHERE o.pitch_id = p.id)`;

const Snapshot = z.record(z.string(), z.unknown());
export type Snapshot = z.output<typeof Snapshot>;

const VersionRow = z.object({
  version: z.int(),
  kind: VersionKind,
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  beganAt: z.string(),
  at: z.string(),
  publishedAt: z.string().nullable(),
  restoredFrom: z.int().nullable(),
  changed: z.array(z.string()),
  snapshot: Snapshot,
});
export type VersionRow = z.output<typeof VersionRow>;

/** Newest first, `limit` of them and those before version `before`; null when the pitch is not the asker's. One round trip. */
export async function selectVersions(db: Db, { id, ownerId, before, limit }: { id: string; ownerId: string; before: number | undefined; limit: number }): Promise<VersionRow[] | null> {
  const [owned, found] = await db.batch([
    sql`SELECT FROM pitches p WHERE p.id = ${id} AND p.owner_id = ${ownerId}`,
    sql`
      SELECT v.version, v.kind, CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS author, v.began_at AS "beganAt", v.at,
        v.published_at AS "publishedAt", v.restored_from AS "restoredFrom", v.changed, v.snapshot
      FROM pitch_versions v JOIN pitches p ON p.id = v.pitch_id LEFT JOIN users u ON u.id = v.author_id
      WHERE v.pitch_id = ${id} AND p.owner_id = ${ownerId} ${before === undefined ? sql.empty : sql`AND v.version < ${before}`}
      ORDER BY v.version DESC LIMIT ${limit}`,
  ]);
  return (owned?.rows.length ?? 0) === 0 ? null : (found?.rows ?? []).map((row) => VersionRow.parse(row));
}

const KeptRow = z.object({ snapshot: Snapshot, files: z.array(z.string()) });

/** One kept version of the asker's own pitch, and the ids of the files that still lie with the pitch. */
export async function selectOptionalSnapshot(db: Db, { id, ownerId, version }: { id: string; ownerId: string; version: number }): Promise<z.output<typeof KeptRow> | null> {
  const { rows } = await db.query(sql`
    SELECT v.snapshot, (SELECT coalesce(json_agg(m.file_id), '[]') FROM pitch_media m WHERE m.pitch_id = v.pitch_id) AS files
    FROM pitch_versions v JOIN pitches p ON p.id = v.pitch_id WHERE v.pitch_id = ${id} AND p.owner_id = ${ownerId} AND v.version = ${version}`);
  return rows[0] ? KeptRow.parse(rows[0]) : null;
}
