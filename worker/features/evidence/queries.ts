// SQL of the audit log: links, heads, and what they are compared with.
import { z } from 'zod';
import { execute, optionalRow, type Queryable, row, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { Clause, Party } from '../nda-documents/schema.ts';
import { Terms } from '../ndas/schema.ts';
import type { Head, Link } from './chain.ts';

const HeadRow = z.object({ seq: z.number(), hash: z.string(), seal: z.string(), keyId: z.string() });
const LinkRow = z.object({ seq: z.number(), entry: z.string(), prevHash: z.string(), hash: z.string() });

export const selectOptionalHead = (db: Queryable, ndaId: string): Promise<Head | null> =>
  optionalRow(db, HeadRow, sql`SELECT seq, hash, seal, key_id AS "keyId" FROM nda_audit_heads WHERE nda_id = ${ndaId}`);

export const selectLinks = (db: Queryable, ndaId: string): Promise<Link[]> =>
  rows(db, LinkRow, sql`SELECT seq, entry, prev_hash AS "prevHash", hash FROM nda_audit_log WHERE nda_id = ${ndaId} ORDER BY seq`);

/** Adds links and moves the head, in one statement. The caller holds the NDA's row lock. */
export async function insertLinks(db: Queryable, ndaId: string, links: readonly Link[], head: Head, at: string): Promise<void> {
  const values = links.map(({ seq, entry, prevHash, hash }) => sql`(${ndaId}::uuid, ${seq}::int, ${entry}, ${prevHash}, ${hash})`);
  await execute(db, sql`
    WITH added AS (INSERT INTO nda_audit_log (nda_id, seq, entry, prev_hash, hash) VALUES ${sql.join(values, ', ')})
    INSERT INTO nda_audit_heads (nda_id, seq, hash, seal, key_id, sealed_at) VALUES (${ndaId}, ${head.seq}, ${head.hash}, ${head.seal}, ${head.keyId}, ${at})
    ON CONFLICT (nda_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal, key_id = excluded.key_id, sealed_at = excluded.sealed_at`);
}

const utc = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const RecordsRow = z.object({
  status: z.string(), terms: z.unknown(), expiresAt: z.string().nullable(),
  documents: z.array(z.object({ round: z.number(), sha256: z.string(), html: z.string() })),
  events: z.array(z.object({ action: z.string(), actor: z.string(), actorId: z.string().nullable(), at: z.string(), to: z.string(), reason: z.string().nullable() })),
  signature: z.object({
    documentHash: z.string(), kind: z.string(), value: z.string(), name: z.string(), title: z.string().nullable(), company: z.string().nullable(),
    at: z.string(), ip: z.string(), userAgent: z.string(), consent: z.string(), sessionId: z.string(),
  }).nullable(),
});
export type RecordsRow = z.output<typeof RecordsRow>;

/** The rows that a chain speaks of. */
export const selectRecords = (db: Queryable, ndaId: string): Promise<RecordsRow> => row(db, RecordsRow, sql`
  SELECT n.status, n.terms, n.expires_at AS "expiresAt",
    (SELECT jsonb_agg(jsonb_build_object('round', d.round, 'sha256', d.sha256, 'html', d.html) ORDER BY d.round) FROM nda_documents d WHERE d.nda_id = n.id) AS documents,
    (SELECT jsonb_agg(jsonb_build_object('action', e.action, 'actor', e.actor, 'actorId', e.actor_id, 'at', ${utc(sql`e.at`)}, 'to', e.to_status, 'reason', e.reason) ORDER BY e.seq)
      FROM nda_events e WHERE e.nda_id = n.id) AS events,
    (SELECT jsonb_build_object('documentHash', s.document_sha256, 'kind', s.kind, 'value', s.value, 'name', s.name, 'title', s.title, 'company', s.company, 'at', ${utc(sql`s.signed_at`)},
      'ip', s.ip, 'userAgent', s.user_agent, 'consent', s.consent, 'sessionId', s.session_id) FROM nda_signatures s WHERE s.nda_id = n.id) AS signature
  FROM ndas n WHERE n.id = ${ndaId}`);

const Dossier = z.object({
  id: z.uuid(), pitchId: z.uuid().nullable(), pitchTitle: z.string(), type: z.string(), status: z.string(), message: z.string(), createdAt: z.string(),
  signedAt: z.string().nullable(), expiresAt: z.string().nullable(), documentHash: z.string(),
  title: z.string(), clauses: z.array(Clause), terms: Terms, file: z.object({ sha256: z.string(), name: z.string() }).nullable(), owner: Party, signer: Party,
});
export type Dossier = z.output<typeof Dossier>;

/** What the papers of an NDA are made from, for one of its parties; `partyId` null only for the system. */
export const selectOptionalDossier = (db: Queryable, ndaId: string, partyId: string | null): Promise<Dossier | null> => optionalRow(db, Dossier, sql`
  SELECT n.id, n.pitch_id AS "pitchId", n.pitch_title AS "pitchTitle", n.type, n.status, n.message, n.created_at AS "createdAt", n.signed_at AS "signedAt", n.expires_at AS "expiresAt",
    d.sha256 AS "documentHash", v.title, v.clauses, n.terms, CASE WHEN v.file_sha256 IS NOT NULL THEN jsonb_build_object('sha256', v.file_sha256, 'name', v.file_name) END AS file,
    jsonb_build_object('id', o.id, 'name', o.name, 'email', o.email, 'portal', o.portal, 'company', op.company_name) AS owner,
    jsonb_build_object('id', s.id, 'name', s.name, 'email', s.email, 'portal', s.portal, 'company', sp.company_name) AS signer
  FROM ndas n JOIN nda_documents d ON d.id = n.document_id
  JOIN nda_template_versions v ON v.template_id = n.template_id AND v.version = n.template_version
  JOIN users o ON o.id = n.owner_id JOIN profiles op ON op.user_id = o.id JOIN users s ON s.id = n.signer_id JOIN profiles sp ON sp.user_id = s.id
  WHERE n.id = ${ndaId} AND (${partyId}::uuid IS NULL OR ${partyId}::uuid IN (n.owner_id, n.signer_id))`);
