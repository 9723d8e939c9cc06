// SQL of templates and their versions. A version is written once and read for ever.
import { z } from 'zod';
import { type Db, execute, optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { Form } from '../nda-documents/schema.ts';
import { Template } from './schema.ts';

const FORM = sql`v.template_id AS "templateId", v.version, t.type, v.title, v.clauses, v.terms,
  CASE WHEN v.file_sha256 IS NOT NULL THEN jsonb_build_object('sha256', v.file_sha256, 'name', v.file_name) END AS file`;

/** A version of a template; without a number the current one, unless the template was put away. */
export const selectOptionalForm = (db: Queryable, templateId: string, version?: number): Promise<Form | null> => optionalRow(db, Form, sql`
  SELECT ${FORM} FROM nda_template_versions v JOIN nda_templates t ON t.id = v.template_id
  WHERE v.template_id = ${templateId} AND ${version === undefined ? sql`v.version = t.version AND t.archived_at IS NULL` : sql`v.version = ${version}`}`);

export interface VersionInsert {
  templateId: string;
  version: number;
  title: string;
  clauses: readonly unknown[];
  terms: unknown;
  file: { sha256: string; name: string } | null;
  sha256: string;
  at: string;
}

export const insertVersion = ({ templateId, version, title, clauses, terms, file, sha256, at }: VersionInsert): Sql => sql`
  INSERT INTO nda_template_versions (template_id, version, title, clauses, terms, file_sha256, file_name, sha256, created_at)
  VALUES (${templateId}, ${version}, ${title}, ${JSON.stringify(clauses)}::jsonb, ${JSON.stringify(terms)}::jsonb, ${file?.sha256}, ${file?.name}, ${sha256}, ${at})
  ON CONFLICT (template_id, version) DO NOTHING`;

const Known = z.object({ version: z.number(), sha256: z.string() });

/** The newest version of a standard form and its fingerprint. */
export const selectOptionalKnownVersion = (db: Queryable, templateId: string) => optionalRow(db, Known, sql`
  SELECT v.version, v.sha256 FROM nda_templates t JOIN nda_template_versions v ON v.template_id = t.id AND v.version = t.version WHERE t.id = ${templateId}`);

export interface TemplateInsert {
  id: string;
  ownerId: string | null;
  name: string;
  type: string;
  requester: string;
  version: number;
  at: string;
}

/** Adds a template, or moves it to a later version. */
export const upsertTemplate = ({ id, ownerId, name, type, requester, version, at }: TemplateInsert): Sql => sql`
  INSERT INTO nda_templates (id, owner_id, name, type, requester, version, created_at, updated_at)
  VALUES (${id}, ${ownerId}, ${name}, ${type}, ${requester}, ${version}, ${at}, ${at})
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = greatest(nda_templates.version, excluded.version), updated_at = excluded.updated_at`;

const TEMPLATE = sql`t.id, t.owner_id IS NULL AS standard, t.name, t.type, t.requester, t.version, v.title, v.clauses, v.terms,
  CASE WHEN v.file_sha256 IS NOT NULL THEN jsonb_build_object('sha256', v.file_sha256, 'name', v.file_name) END AS file, v.sha256 AS hash,
  (SELECT count(*) FROM ndas n WHERE n.template_id = t.id) AS uses, t.created_at AS "createdAt", t.updated_at AS "updatedAt"`;

/** The standard forms and one's own. */
export const selectTemplates = (db: Queryable, ownerId: string): Promise<Template[]> => rows(db, Template, sql`
  SELECT ${TEMPLATE} FROM nda_templates t JOIN nda_template_versions v ON v.template_id = t.id AND v.version = t.version
  WHERE (t.owner_id = ${ownerId} OR t.owner_id IS NULL) AND t.archived_at IS NULL ORDER BY t.owner_id NULLS LAST, t.updated_at DESC, t.id LIMIT 200`);

export const selectOptionalTemplate = (db: Queryable, id: string, ownerId: string): Promise<Template | null> => optionalRow(db, Template, sql`
  SELECT ${TEMPLATE} FROM nda_templates t JOIN nda_template_versions v ON v.template_id = t.id AND v.version = t.version
  WHERE t.id = ${id} AND (t.owner_id = ${ownerId} OR t.owner_id IS NULL) AND t.archived_at IS NULL`);

/** Puts a template away; what was signed with it keeps its words. */
export const archiveTemplate = (db: Db, id: string, ownerId: string, at: string): Promise<number> => execute(db, sql`
  UPDATE nda_templates SET archived_at = ${at} WHERE id = ${id} AND owner_id = ${ownerId} AND archived_at IS NULL`);

const PitchTemplate = z.object({ id: z.uuid(), name: z.string(), version: z.number() });

/** The form that a pitch offers; null when it offers the standard ones. */
export const selectOptionalPitchTemplate = (db: Queryable, pitchId: string) => optionalRow(db, PitchTemplate, sql`
  SELECT t.id, t.name, t.version FROM pitch_nda_settings s JOIN nda_templates t ON t.id = s.template_id WHERE s.pitch_id = ${pitchId} AND t.archived_at IS NULL`);

/** Sets it, for an own pitch and a template that the owner may use; 0 rows otherwise. */
export const upsertPitchTemplate = (db: Queryable, { id, ownerId, templateId, at }: { id: string; ownerId: string; templateId: string | null; at: string }): Promise<number> => execute(db, sql`
  INSERT INTO pitch_nda_settings (pitch_id, template_id, updated_at)
  SELECT p.id, ${templateId}::uuid, ${at} FROM pitches p WHERE p.id = ${id} AND p.owner_id = ${ownerId}
    AND (${templateId}::uuid IS NULL OR EXISTS (SELECT FROM nda_templates t WHERE t.id = ${templateId}::uuid AND (t.owner_id = ${ownerId} OR t.owner_id IS NULL) AND t.archived_at IS NULL))
  ON CONFLICT (pitch_id) DO UPDATE SET template_id = excluded.template_id, updated_at = excluded.updated_at`);
