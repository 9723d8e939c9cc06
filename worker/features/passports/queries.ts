// SQL of passports.
import { z } from 'zod';
import { execute, optionalRow, type Queryable } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';

const Row = z.object({
  id: z.uuid(), hash: z.string(), kind: z.enum(['typed', 'drawn']), name: z.string(), title: z.string().nullable(), company: z.string().nullable(),
  signedAt: z.string(), expiresAt: z.string(), uses: z.number(),
});
export type PassportRow = z.output<typeof Row>;

/** A person's passport while it is valid at `now`. */
export const selectOptionalPassport = (db: Queryable, userId: string, now: string): Promise<PassportRow | null> => optionalRow(db, Row, sql`
  SELECT p.id, p.sha256 AS hash, p.kind, p.name, p.title, p.company, p.signed_at AS "signedAt", p.expires_at AS "expiresAt",
    (SELECT count(*) FROM nda_signatures s WHERE s.signer_id = p.user_id AND s.kind = 'passport' AND s.value = p.id::text) AS uses
  FROM nda_passports p WHERE p.user_id = ${userId} AND p.ended_at IS NULL AND p.expires_at > ${now}::timestamptz`);

export interface PassportInsert {
  id: string;
  userId: string;
  html: string;
  sha256: string;
  kind: 'typed' | 'drawn';
  value: string;
  name: string;
  title: string | null;
  company: string | null;
  consent: string;
  at: string;
  expiresAt: string;
  ip: string;
  userAgent: string;
  sessionId: string;
}

/** Ends the passport that holds, also one that has run out: the next one may begin. */
export const endPassport = (userId: string, at: string): Sql => sql`UPDATE nda_passports SET ended_at = ${at} WHERE user_id = ${userId} AND ended_at IS NULL`;

export const insertPassport = (p: PassportInsert): Sql => sql`
  INSERT INTO nda_passports (id, user_id, html, sha256, kind, value, name, title, company, consent, signed_at, expires_at, ip, user_agent, session_id)
  VALUES (${p.id}, ${p.userId}, ${p.html}, ${p.sha256}, ${p.kind}, ${p.value}, ${p.name}, ${p.title}, ${p.company}, ${p.consent}, ${p.at}, ${p.expiresAt}, ${p.ip}, ${p.userAgent}, ${p.sessionId})`;

export const endOwnPassport = (db: Queryable, userId: string, at: string): Promise<number> => execute(db, endPassport(userId, at));
