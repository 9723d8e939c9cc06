// SQL of standing answers and of verified companies.
import type { z } from 'zod';
import { execute, type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { AutoApproval } from './schema.ts';

export const selectAutoApprovals = (db: Queryable, ownerId: string): Promise<z.output<typeof AutoApproval>[]> => rows(db, AutoApproval, sql`
  SELECT r.id, CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'title', p.title) END AS pitch, r.requester, r.verified_only AS "verifiedOnly", r.passport_only AS "passportOnly", r.created_at AS "createdAt"
  FROM nda_auto_approvals r LEFT JOIN pitches p ON p.id = r.pitch_id WHERE r.owner_id = ${ownerId} ORDER BY r.created_at DESC, r.id LIMIT 200`);

export interface RuleInsert {
  id: string;
  ownerId: string;
  pitchId: string | null;
  requester: string;
  verifiedOnly: boolean;
  passportOnly: boolean;
  at: string;
}

/** 0 rows when the pitch is not the owner's. */
export const insertAutoApproval = (r: RuleInsert): Sql => sql`
  INSERT INTO nda_auto_approvals (id, owner_id, pitch_id, requester, verified_only, passport_only, created_at)
  SELECT ${r.id}, ${r.ownerId}, ${r.pitchId}::uuid, ${r.requester}, ${r.verifiedOnly}, ${r.passportOnly}, ${r.at}
  WHERE ${r.pitchId}::uuid IS NULL OR EXISTS (SELECT FROM pitches WHERE id = ${r.pitchId}::uuid AND owner_id = ${r.ownerId})`;

export const deleteAutoApproval = (db: Queryable, id: string, ownerId: string): Promise<number> => execute(db, sql`DELETE FROM nda_auto_approvals WHERE id = ${id} AND owner_id = ${ownerId}`);

/** 0 rows when there is no such account of a company. */
export const upsertVerification = (db: Queryable, v: { userId: string; companyName: string; evidence: string; by: string; at: string }): Promise<number> => execute(db, sql`
  INSERT INTO company_verifications (user_id, company_name, evidence, verified_at, verified_by)
  SELECT u.id, ${v.companyName}, ${v.evidence}, ${v.at}, ${v.by} FROM users u WHERE u.id = ${v.userId} AND u.portal IN ('investor', 'production')
  ON CONFLICT (user_id) DO UPDATE SET company_name = excluded.company_name, evidence = excluded.evidence, verified_at = excluded.verified_at, verified_by = excluded.verified_by`);

export const deleteVerification = (db: Queryable, userId: string): Promise<number> => execute(db, sql`DELETE FROM company_verifications WHERE user_id = ${userId}`);
