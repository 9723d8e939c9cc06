// The door of the documents: compose what two parties would sign, with its fingerprint and what each clause means.
import type { z } from 'zod';
import { sha256Hex } from '../../platform/digest.ts';
import { clausesInForce, type Composition, composeHtml, type Section } from './compose.ts';
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

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decode = (html: string): string => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] as string);

/** The words of a composed document, read back from its bytes: whatever is made of it later says what was signed, not what the tables say today. */
export function readDocument(html: string): { title: string; intro: string; sections: Section[] } {
  const [head = '', ...parts] = html.split('<section>\n');
  const text = (part: string, tag: 'h1' | 'h2' | 'p'): string[] => [...part.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, inner]) => decode(inner as string));
  return { title: text(head, 'h1')[0] ?? '', intro: text(head, 'p')[0] ?? '', sections: parts.map((part) => ({ title: text(part, 'h2')[0] ?? '', paragraphs: text(part, 'p') })) };
}
