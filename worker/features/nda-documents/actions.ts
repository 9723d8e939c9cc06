// The door of the documents: compose what two parties would sign, with its fingerprint and what each clause means.
import type { z } from 'zod';
import { sha256Hex } from '../../platform/digest.ts';
import { clausesInForce, type Composition, composeHtml } from './compose.ts';
import type { ClauseNote } from './schema.ts';

export interface ComposedDocument {
  html: string;
  /** SHA-256 of the HTML's UTF-8 bytes. */
  sha256: string;
}

export async function composeDocument(composition: Composition): Promise<ComposedDocument> {
  const html = composeHtml(composition);
  return { html, sha256: await sha256Hex(html) };
}

/** Plain-language notes of the clauses that are in force, in their order. */
export const notesOf = ({ form, terms }: Pick<Composition, 'form' | 'terms'>): z.output<typeof ClauseNote>[] =>
  form.file ? [] : clausesInForce(form.clauses, terms).map(({ id, title, note, usual }) => ({ id, title, note, usual }));
