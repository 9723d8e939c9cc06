// Turns a form, terms and parties into the exact bytes that are shown and signed. Pure: the same input gives the same bytes for ever.
import { cleanText } from '../../platform/text.ts';
import type { Terms } from '../ndas/schema.ts';
import type { Clause, Form, Party } from './schema.ts';

export interface Composition {
  form: Pick<Form, 'title' | 'clauses' | 'file'>;
  terms: Terms;
  project: string;
  owner: Party;
  signer: Party;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Signs that turn or hide words are gone: a signed document reads as it is written.
const escape = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

const partyLine = ({ name, company, email }: Party): string => `${name}${company ? ` for ${company}` : ''} (${email})`;

/** `2027-03-01T00:00:00.000Z` -> `1 March 2027`, in UTC. */
const dateWords = (iso: string): string => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));

function variables({ terms, project, owner, signer }: Composition): Record<string, string> {
  return {
    owner: partyLine(owner), signer: partyLine(signer), project, termMonths: String(terms.termMonths), governingLaw: terms.governingLaw,
    access: terms.expiresAt ? `on ${dateWords(terms.expiresAt)} (UTC)` : `${terms.accessDays} days after the signature`,
    nonCircumventionMonths: String(terms.nonCircumventionMonths), priorWork: terms.priorWork, special: terms.special,
  };
}

/** Names of variables a clause may use. */
export const VARIABLES = ['owner', 'signer', 'project', 'termMonths', 'governingLaw', 'access', 'nonCircumventionMonths', 'priorWork', 'special'] as const;

/** The clauses that these terms switch on, in order. */
export const clausesInForce = (clauses: readonly Clause[], terms: Terms): Clause[] => clauses.filter(({ when }) => when === null || Boolean(terms[when]));

export interface Section {
  title: string;
  paragraphs: string[];
}

/** The document as plain text, section by section. Values are filled in after the template is cut, so that no value can add a variable or a paragraph title. */
export function sectionsOf(composition: Composition): Section[] {
  const values = variables(composition);
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  const { form: { clauses, file }, terms } = composition;
  if (file) {
    return [
      { title: 'The two sides', paragraphs: [`${values.owner} (the "Owner") and ${values.signer} (the "Reader") agree on the attached document for the project "${composition.project}".`] },
      { title: 'The attached document', paragraphs: [`The agreement is the PDF file "${file.name}" with the SHA-256 fingerprint ${file.sha256}. It was shown whole before the signature. Access to the gated material ends ${values.access}.`] },
    ];
  }
  return clausesInForce(clauses, terms).map(({ title, text }) => ({ title, paragraphs: fill(text).split(/\n\s*\n/) }));
}

/** The canonical HTML: no script, no style, no reference to anything outside of itself. */
export function composeHtml(composition: Composition): string {
  const { form, project } = composition;
  const sections = sectionsOf(composition).map(({ title, paragraphs }, index) =>
    `<section>\n<h2>${index + 1}. ${escape(title)}</h2>\n${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}\n</section>`);
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${escape(form.title)}: ${escape(project)}</title>\n</head>\n<body>\n<article>\n<h1>${escape(form.title)}</h1>\n<p>Project: ${escape(project)}</p>\n${sections.join('\n')}\n</article>\n</body>\n</html>\n`;
}
