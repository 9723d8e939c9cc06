// SQL of NDAs. Being a party stands in the WHERE clause: whoever is none gets what a missing id gets.
import { z } from 'zod';
import { execute, optionalRow, type Queryable, row, rows, scalar } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { Form, Party } from '../nda-documents/schema.ts';
import { NdaDocument, NdaHistoryItem, type NdaParty, NdaStatus, NdaType, PartyRecord, Person, Terms } from './schema.ts';

const person = (user: 'o' | 's', profile: 'op' | 'sp'): Sql => sql`jsonb_build_object('id', ${sql.ident(user)}.id, 'name', ${sql.ident(user)}.name,
  'handle', ${sql.ident(profile)}.handle, 'portal', ${sql.ident(user)}.portal, 'company', ${sql.ident(profile)}.company_name)`;

const PEOPLE = sql`JOIN users o ON o.id = n.owner_id JOIN users s ON s.id = n.signer_id
  JOIN profiles op ON op.user_id = n.owner_id JOIN profiles sp ON sp.user_id = n.signer_id`;

const CARD = sql`n.id, n.pitch_id AS "pitchId", n.pitch_title AS "pitchTitle", ${person('o', 'op')} AS owner, ${person('s', 'sp')} AS signer,
  n.type, n.status, n.terms, n.message, n.due_at AS "dueAt", n.expires_at AS "expiresAt", n.created_at AS "createdAt", n.signed_at AS "signedAt",
  extract(epoch FROM n.answered_at - n.created_at)::float8 AS "answeredInSeconds", n.supersedes_id AS "supersedesId"`;

const CardRow = z.object({
  id: z.uuid(), pitchId: z.uuid().nullable(), pitchTitle: z.string(), owner: Person, signer: Person, type: NdaType, status: NdaStatus, terms: Terms,
  message: z.string(), dueAt: z.string().nullable(), expiresAt: z.string().nullable(), createdAt: z.string(), signedAt: z.string().nullable(),
  answeredInSeconds: z.number().nullable(), supersedesId: z.uuid().nullable(),
});
export type CardRow = z.output<typeof CardRow>;

const DetailRow = CardRow.extend({ hash: z.string(), html: z.string(), file: Form.shape.file, history: z.array(NdaHistoryItem) });
export type DetailRow = z.output<typeof DetailRow>;

/** The NDA with its document and history, for one of its parties. */
export const selectOptionalNda = (db: Queryable, id: string, partyId: string): Promise<DetailRow | null> => optionalRow(db, DetailRow, sql`
  SELECT ${CARD}, d.sha256 AS hash, d.html, CASE WHEN v.file_sha256 IS NOT NULL THEN jsonb_build_object('sha256', v.file_sha256, 'name', v.file_name) END AS file, (
    SELECT jsonb_agg(jsonb_build_object('at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'action', e.action, 'by', e.actor,
      'actor', CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END, 'from', e.from_status, 'to', e.to_status,
      'reason', e.reason, 'documentHash', ed.sha256) ORDER BY e.seq)
    FROM nda_events e JOIN nda_documents ed ON ed.id = e.document_id LEFT JOIN users u ON u.id = e.actor_id WHERE e.nda_id = n.id) AS history
  FROM ndas n JOIN nda_documents d ON d.id = n.document_id JOIN nda_template_versions v ON v.template_id = n.template_id AND v.version = n.template_version ${PEOPLE}
  WHERE n.id = ${id} AND ${partyId}::uuid IN (n.owner_id, n.signer_id)`);

export interface ListFilter {
  userId: string;
  role: NdaParty | undefined;
  statuses: readonly NdaStatus[];
  pitchId: string | undefined;
  order: 'newest' | 'oldest';
  after: { at: string; id: string } | undefined;
  limit: number;
}

const partyCondition = (userId: string, role: NdaParty | undefined): Sql =>
  role === 'owner' ? sql`n.owner_id = ${userId}` : role === 'signer' ? sql`n.signer_id = ${userId}` : sql`${userId}::uuid IN (n.owner_id, n.signer_id)`;

export function selectNdas(db: Queryable, { userId, role, statuses, pitchId, order, after, limit }: ListFilter): Promise<CardRow[]> {
  const conditions = [partyCondition(userId, role)];
  if (statuses.length > 0) conditions.push(sql`n.status = ANY(${statuses})`);
  if (pitchId) conditions.push(sql`n.pitch_id = ${pitchId}`);
  const [behind, direction] = order === 'newest' ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`];
  if (after) conditions.push(sql`(n.created_at, n.id) ${behind} (${after.at}::timestamptz, ${after.id}::uuid)`);
  return rows(db, CardRow, sql`SELECT ${CARD} FROM ndas n ${PEOPLE} WHERE ${sql.join(conditions, ' AND ')} ORDER BY n.created_at ${direction}, n.id ${direction} LIMIT ${limit}`);
}

const Counts = z.object({
  counts: z.record(z.string(), z.number()),
  answered: z.number(),
  medianSeconds: z.number().nullable(),
});

/** Counts by status for a role, and how long the person took to answer as an owner. */
export const selectCounts = (db: Queryable, userId: string, role: NdaParty | undefined) => row(db, Counts, sql`
  SELECT coalesce((SELECT jsonb_object_agg(status, many) FROM (SELECT n.status, count(*) AS many FROM ndas n WHERE ${partyCondition(userId, role)} GROUP BY n.status) c), '{}') AS counts,
    count(n.answered_at) AS answered, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM n.answered_at - n.created_at)) AS "medianSeconds"
  FROM ndas n WHERE n.owner_id = ${userId} AND n.answered_at IS NOT NULL`);

const Locked = z.object({
  id: z.uuid(), pitchId: z.uuid().nullable(), pitchTitle: z.string(), status: NdaStatus, type: NdaType, terms: Terms, templateId: z.uuid(), templateVersion: z.number(),
  documentHash: z.string(), round: z.number(), supersedesId: z.uuid().nullable(), dueAt: z.string().nullable(), expiresAt: z.string().nullable(), answeredAt: z.string().nullable(),
  owner: Party, signer: Party,
});
export type LockedNda = z.output<typeof Locked>;

const party = (user: 'o' | 's', profile: 'op' | 'sp'): Sql => sql`jsonb_build_object('id', ${sql.ident(user)}.id, 'name', ${sql.ident(user)}.name,
  'email', ${sql.ident(user)}.email, 'portal', ${sql.ident(user)}.portal, 'company', ${sql.ident(profile)}.company_name)`;

/** Takes the row for the rest of the transaction: of two parallel moves, the second one reads what the first one left. */
export const lockNda = (tx: Queryable, id: string, partyId: string | null): Promise<LockedNda | null> => optionalRow(tx, Locked, sql`
  SELECT n.id, n.pitch_id AS "pitchId", n.pitch_title AS "pitchTitle", n.status, n.type, n.terms, n.template_id AS "templateId", n.template_version AS "templateVersion",
    d.sha256 AS "documentHash", (SELECT max(r.round) FROM nda_documents r WHERE r.nda_id = n.id) AS round, n.supersedes_id AS "supersedesId",
    n.due_at AS "dueAt", n.expires_at AS "expiresAt", n.answered_at AS "answeredAt", ${party('o', 'op')} AS owner, ${party('s', 'sp')} AS signer
  FROM ndas n JOIN nda_documents d ON d.id = n.document_id ${PEOPLE}
  WHERE n.id = ${id} AND (${partyId}::uuid IS NULL OR ${partyId}::uuid IN (n.owner_id, n.signer_id)) FOR UPDATE OF n`);

export interface MoveWrite {
  id: string;
  to: NdaStatus;
  at: string;
  as: NdaParty | 'system';
  by: string | null;
  action: string;
  reason: string | null;
  dueAt: string | null;
  terms?: Terms;
  documentId?: string;
  expiresAt?: string;
  signedAt?: string;
  answered?: boolean;
}

export const updateNda = (tx: Queryable, move: MoveWrite): Promise<number> => execute(tx, sql`
  UPDATE ndas SET status = ${move.to}, changed_at = ${move.at}, changed_as = ${move.as}, changed_by = ${move.by}, change_action = ${move.action}, change_reason = ${move.reason},
    due_at = ${move.dueAt}, terms = coalesce(${move.terms === undefined ? null : JSON.stringify(move.terms)}::jsonb, terms), document_id = coalesce(${move.documentId}::uuid, document_id),
    expires_at = coalesce(${move.expiresAt}::timestamptz, expires_at), signed_at = coalesce(${move.signedAt}::timestamptz, signed_at),
    answered_at = CASE WHEN ${move.answered ?? false} THEN coalesce(answered_at, ${move.at}::timestamptz) ELSE answered_at END, reminded_at = NULL
  WHERE id = ${move.id}`);

export const insertDocument = (tx: Queryable, document: { id: string; ndaId: string; round: number; html: string; sha256: string; at: string }): Promise<number> => execute(tx, sql`
  INSERT INTO nda_documents (id, nda_id, round, html, sha256, created_at)
  VALUES (${document.id}, ${document.ndaId}, ${document.round}, ${document.html}, ${document.sha256}, ${document.at})`);

export interface NdaInsert {
  id: string;
  pitchId: string;
  pitchTitle: string;
  ownerId: string;
  signerId: string;
  type: NdaType;
  terms: Terms;
  message: string;
  templateId: string;
  templateVersion: number;
  documentId: string;
  supersedesId: string | null;
  dueAt: string;
  at: string;
}

export const insertNda = (tx: Queryable, nda: NdaInsert): Promise<number> => execute(tx, sql`
  INSERT INTO ndas (id, pitch_id, pitch_title, owner_id, signer_id, type, terms, message, template_id, template_version, document_id, supersedes_id, due_at, created_at,
    changed_at, changed_by, changed_as, change_action)
  VALUES (${nda.id}, ${nda.pitchId}, ${nda.pitchTitle}, ${nda.ownerId}, ${nda.signerId}, ${nda.type}, ${JSON.stringify(nda.terms)}::jsonb, ${nda.message}, ${nda.templateId},
    ${nda.templateVersion}, ${nda.documentId}, ${nda.supersedesId}, ${nda.dueAt}, ${nda.at}, ${nda.at}, ${nda.signerId}, 'signer', 'request')`);

const Asked = z.object({
  id: z.uuid(), title: z.string(), status: z.string(), owner: Party, signer: Party, activeId: z.uuid().nullable(), activeStatus: NdaStatus.nullable(),
  today: z.number(), templateId: z.uuid().nullable(), signerIsVerified: z.boolean(),
});
export type AskedPitch = z.output<typeof Asked>;

/** Everything that decides whether a person may ask for a pitch, in one statement; null also where a block stands between the two. */
export const selectOptionalAskedPitch = (db: Queryable, pitchId: string, signerId: string, dayAgo: string): Promise<AskedPitch | null> => optionalRow(db, Asked, sql`
  SELECT p.id, p.title, p.status, ${party('o', 'op')} AS owner, ${party('s', 'sp')} AS signer, a.id AS "activeId", a.status AS "activeStatus",
    (SELECT count(*) FROM ndas t WHERE t.signer_id = s.id AND t.created_at > ${dayAgo}::timestamptz) AS today,
    st.template_id AS "templateId", EXISTS (SELECT FROM company_verifications v WHERE v.user_id = s.id) AS "signerIsVerified"
  FROM pitches p JOIN users o ON o.id = p.owner_id JOIN profiles op ON op.user_id = o.id
  JOIN users s ON s.id = ${signerId} JOIN profiles sp ON sp.user_id = s.id
  LEFT JOIN pitch_nda_settings st ON st.pitch_id = p.id
  LEFT JOIN LATERAL (SELECT n.id, n.status FROM ndas n WHERE n.pitch_id = p.id AND n.signer_id = s.id AND n.status IN ('requested', 'countered', 'approved', 'signed')
    ORDER BY (n.status = 'signed'), n.created_at DESC LIMIT 1) a ON true
  WHERE p.id = ${pitchId}
    AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = p.owner_id AND b.blocked_id = ${signerId}) OR (b.blocker_id = ${signerId} AND b.blocked_id = p.owner_id))`);

/** One request at a time for one person, so that ten a day are ten however many are sent at once. */
export const lockRequests = (tx: Queryable, signerId: string): Promise<number> => execute(tx, sql`SELECT pg_advisory_xact_lock(hashtextextended('nda-requests:' || ${signerId}, 0))`);

/** Whether an owner's standing rules approve this requester at once. */
export const hasAutoApproval = (db: Queryable, rule: { ownerId: string; pitchId: string; portal: string; verified: boolean; passport: boolean }): Promise<boolean> => scalar(db, z.boolean(), sql`
  SELECT EXISTS (SELECT FROM nda_auto_approvals r WHERE r.owner_id = ${rule.ownerId} AND (r.pitch_id IS NULL OR r.pitch_id = ${rule.pitchId}) AND r.requester IN ('any', ${rule.portal})
    AND (NOT r.verified_only OR ${rule.verified}) AND (NOT r.passport_only OR ${rule.passport}))`);

/** Every round's document of an NDA, for one of its parties; none for anybody else. */
export const selectNdaDocuments = (db: Queryable, id: string, partyId: string) => rows(db, NdaDocument, sql`
  SELECT d.round, d.sha256 AS hash, d.html, d.created_at AS "createdAt" FROM nda_documents d JOIN ndas n ON n.id = d.nda_id
  WHERE n.id = ${id} AND ${partyId}::uuid IN (n.owner_id, n.signer_id) ORDER BY d.round`);

/** What the platform knows of a person's dealings. */
export const selectPartyRecord = (db: Queryable, userId: string, now: string) => row(db, PartyRecord, sql`
  SELECT u.created_at AS "memberSince", v.company_name AS "verifiedCompany",
    EXISTS (SELECT FROM nda_passports p WHERE p.user_id = u.id AND p.ended_at IS NULL AND p.expires_at > ${now}::timestamptz) AS "hasPassport",
    (SELECT count(*) FROM ndas n WHERE n.signer_id = u.id AND n.signed_at IS NOT NULL) AS signed,
    (SELECT count(*) FROM ndas n WHERE n.signer_id = u.id AND n.status = 'signed') AS open,
    (SELECT count(*) FROM ndas n WHERE n.signer_id = u.id AND n.status = 'revoked') AS revoked,
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM n.answered_at - n.created_at)) FROM ndas n WHERE n.owner_id = u.id AND n.answered_at IS NOT NULL) AS "answersInSeconds",
    (SELECT count(n.answered_at) FROM ndas n WHERE n.owner_id = u.id) AS answered
  FROM users u LEFT JOIN company_verifications v ON v.user_id = u.id WHERE u.id = ${userId}`);
