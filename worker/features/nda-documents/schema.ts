// Wire types of clauses and forms: what a document is composed of.
import { z } from 'zod';
import { NdaType, Terms } from '../ndas/schema.ts';

/** Terms that switch a clause on. */
export const ClauseSwitch = z.enum(['download', 'nonCircumventionMonths', 'submissionRelease', 'residuals', 'creditIntent', 'publicityBan', 'priorWork', 'special']);

export const ClauseId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'Small letters, digits and hyphens.');

export const Clause = z.strictObject({
  id: ClauseId,
  title: z.string().trim().min(2).max(120),
  /** Words with variables in double braces, e.g. `{{signer}}`. Paragraphs are parted by an empty line. */
  text: z.string().trim().min(2).max(6000),
  /** What it means, for people who are not lawyers. */
  note: z.string().trim().max(600),
  usual: z.boolean(),
  /** Locked words are the library's, letter by letter. */
  locked: z.boolean(),
  when: ClauseSwitch.nullable(),
});
export type Clause = z.output<typeof Clause>;

/** A version of a template: enough to compose a document for any two parties. */
export const Form = z.object({
  templateId: z.uuid(),
  version: z.number(),
  type: NdaType,
  title: z.string(),
  clauses: z.array(Clause),
  terms: Terms,
  /** The owner's own PDF: it is the agreement, and the composed page binds it by its hash. */
  file: z.object({ sha256: z.string(), name: z.string() }).nullable(),
});
export type Form = z.output<typeof Form>;

export const Party = z.object({ id: z.uuid(), name: z.string(), email: z.string(), company: z.string().nullable(), portal: z.string() });
export type Party = z.output<typeof Party>;

/** A clause as both sides read it beside the document. */
export const ClauseNote = Clause.pick({ id: true, title: true, note: true, usual: true });

export const Preview = z.object({ hash: z.string(), html: z.string(), file: Form.shape.file, terms: Terms, type: NdaType, notes: z.array(ClauseNote) });
export type Preview = z.output<typeof Preview>;
