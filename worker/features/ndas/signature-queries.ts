// SQL of signatures.
import { z } from 'zod';
import { execute, optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';

const Row = z.object({
  ndaId: z.uuid(), documentHash: z.string(), signerId: z.uuid(), kind: z.enum(['typed', 'drawn', 'passport']), value: z.string(), name: z.string(),
  title: z.string().nullable(), company: z.string().nullable(), consent: z.string(), at: z.string(), ip: z.string(), userAgent: z.string(), sessionId: z.uuid(),
});
export type SignatureInsert = z.output<typeof Row>;

export const insertSignature = (tx: Queryable, s: SignatureInsert): Promise<number> => execute(tx, sql`
  INSERT INTO nda_signatures (nda_id, document_sha256, signer_id, kind, value, name, title, company, consent, signed_at, ip, user_agent, session_id)
  VALUES (${s.ndaId}, ${s.documentHash}, ${s.signerId}, ${s.kind}, ${s.value}, ${s.name}, ${s.title}, ${s.company}, ${s.consent}, ${s.at}, ${s.ip}, ${s.userAgent}, ${s.sessionId})`);

export const selectOptionalSignature = (db: Queryable, ndaId: string): Promise<SignatureInsert | null> => optionalRow(db, Row, sql`
  SELECT nda_id AS "ndaId", document_sha256 AS "documentHash", signer_id AS "signerId", kind, value, name, title, company, consent, signed_at AS at, ip,
    user_agent AS "userAgent", session_id AS "sessionId" FROM nda_signatures WHERE nda_id = ${ndaId}`);
