// Wire types of templates.
import { z } from 'zod';
import { Clause } from '../nda-documents/schema.ts';
import { NdaType, Terms } from '../ndas/schema.ts';

const name = z.string().trim().min(2).max(120);

export const Template = z.object({
  id: z.uuid(),
  /** Offered by the platform; only a copy can be changed. */
  standard: z.boolean(),
  name: z.string(),
  type: NdaType,
  requester: z.enum(['investor', 'production', 'any']),
  version: z.number(),
  title: z.string(),
  clauses: z.array(Clause),
  terms: Terms,
  file: z.object({ sha256: z.string(), name: z.string() }).nullable(),
  hash: z.string(),
  uses: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Template = z.output<typeof Template>;

const content = {
  name,
  title: name,
  requester: z.enum(['investor', 'production', 'any']),
  clauses: z.array(Clause).min(1).max(60),
  terms: Terms,
  /** One of the caller's uploaded PDFs: it becomes the agreement. */
  fileId: z.uuid().nullable(),
};

export const TemplateCreate = z.strictObject({ ...content, requester: content.requester.default('any'), clauses: content.clauses.optional(), terms: Terms.partial().optional(), fileId: content.fileId.default(null) });
export const TemplatePatch = z.strictObject({ ...content, terms: Terms.partial() }).partial();
export type TemplateCreate = z.output<typeof TemplateCreate>;
export type TemplatePatch = z.output<typeof TemplatePatch>;

export const ClauseLibrary = z.object({ clauses: z.array(Clause), required: z.array(z.string()), variables: z.array(z.string()) });
