// Rules of templates: a change is a new version; locked words stay the library's; the standard forms come from the code.
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Sql } from '../../platform/db/sql.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { Services } from '../../services.ts';
import { CLAUSE_RULES, STANDARD } from '../nda-documents/queries.ts';
import type { Clause, Form } from '../nda-documents/schema.ts';
import { type NdaType, Terms } from '../ndas/schema.ts';
import { copyOwnPdf } from './own-pdf.ts';
import { insertVersion, selectOptionalForm, selectOptionalKnownVersion, selectOptionalTemplate, upsertPitchTemplate, upsertTemplate } from './queries.ts';
import type { Template, TemplateCreate, TemplatePatch } from './schema.ts';

interface Content {
  title: string;
  clauses: readonly Clause[];
  terms: Terms;
  file: { sha256: string; name: string } | null;
}

const fingerprint = ({ title, clauses, terms, file }: Content): Promise<string> => sha256Hex(JSON.stringify({ title, clauses, terms, file }));

/** The standard form for this portal and type, as the code has it now; written down the first time it is asked for. */
export async function standardForm({ db, clock }: Pick<Services, 'db' | 'clock'>, portal: 'investor' | 'production', type: 'basic' | 'enhanced'): Promise<Form> {
  const form = STANDARD.formFor(portal, type);
  const content: Content = { title: form.title, clauses: form.clauses, terms: form.terms, file: null };
  const sha256 = await fingerprint(content);
  const known = await selectOptionalKnownVersion(db, form.id);
  let version = known?.version ?? 0;
  if (known?.sha256 !== sha256) {
    version += 1;
    const at = new Date(clock.now()).toISOString();
    // Two isolates may do this at once: the same text gets the same number, and the first row stays.
    await db.batch([
      upsertTemplate({ id: form.id, ownerId: null, name: form.name, type: form.type, requester: form.requester, version, at }),
      insertVersion({ ...content, templateId: form.id, version, sha256, at }),
    ]);
  }
  return { templateId: form.id, version, type: form.type, ...content, clauses: [...content.clauses] };
}

/** Writes the standard forms down where they are not: what a list of them needs. */
export async function ensureStandardForms(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  for (const portal of ['investor', 'production'] as const) for (const type of ['basic', 'enhanced'] as const) await standardForm(services, portal, type);
}

/** The form that a pitch offers to this requester: the owner's choice, else the standard one. */
export async function formFor(services: Services, templateId: string | null, portal: 'investor' | 'production', type: 'basic' | 'enhanced'): Promise<Form> {
  const own = templateId ? await selectOptionalForm(services.db, templateId) : null;
  return own ?? standardForm(services, portal, type);
}

function checkClauses(clauses: readonly Clause[]): void {
  const fields: Record<string, string> = {};
  const ids = new Set<string>();
  clauses.forEach((clause, index) => {
    if (ids.has(clause.id)) fields[`clauses.${index}.id`] = 'Two clauses cannot have the same id.';
    ids.add(clause.id);
    const original = CLAUSE_RULES.byId(clause.id);
    if (original?.locked && (original.text !== clause.text || original.title !== clause.title || original.when !== clause.when || !clause.locked)) {
      fields[`clauses.${index}.text`] = 'These words are locked. Leave the clause out or add your own under another id.';
    }
    if (!original && clause.locked) fields[`clauses.${index}.locked`] = 'Only clauses of the library are locked.';
    if (!original && clause.usual) fields[`clauses.${index}.usual`] = 'Your own words are not a usual clause; readers are told so.';
    const stranger = [...clause.text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).find((name) => !CLAUSE_RULES.variables.includes(name));
    if (stranger) fields[`clauses.${index}.text`] = `There is no variable {{${stranger}}}.`;
  });
  const missing = CLAUSE_RULES.required.filter((id) => !ids.has(id));
  if (missing.length > 0) fields.clauses = `These clauses are needed: ${missing.join(', ')}.`;
  if (Object.keys(fields).length > 0) throw new AppError('bad_request', 'The template cannot be used like this. Nothing was changed.', { fields });
}

async function save(deed: UserDeed, id: string, version: number, meta: { name: string; type: NdaType; requester: string }, content: Content, beside: readonly Sql[] = []): Promise<Template> {
  const { services: { db, clock }, actor } = deed;
  if (!content.file) checkClauses(content.clauses);
  const at = new Date(clock.now()).toISOString();
  // ON CONFLICT DO NOTHING would let a parallel change vanish without a word; the count tells.
  const [, written] = await db.batch([
    upsertTemplate({ id, ownerId: actor.id, ...meta, version, at }),
    insertVersion({ ...content, templateId: id, version, sha256: await fingerprint(content), at }),
    ...beside,
  ]);
  if (written?.count === 0) throw new AppError('conflict', 'The template was changed elsewhere at the same time. Load it again.');
  const saved = await selectOptionalTemplate(db, id, actor.id);
  if (!saved) throw notFound();
  return saved;
}

/** `keep` gives what is written beside the template, by its id. */
export async function createTemplate(deed: UserDeed, input: TemplateCreate, keep: (id: string) => readonly Sql[]): Promise<Template> {
  const base = STANDARD.formFor(input.requester === 'production' ? 'production' : 'investor', 'basic');
  const file = input.fileId ? await copyOwnPdf(deed, input.fileId) : null;
  const clauses = input.clauses ?? base.clauses;
  const id = deed.services.newId();
  return save(deed, id, 1, { name: input.name, type: 'custom', requester: input.requester }, { title: input.title, clauses, terms: Terms.parse({ ...base.terms, ...input.terms }), file }, keep(id));
}

export async function changeTemplate(deed: UserDeed, id: string, patch: TemplatePatch): Promise<Template> {
  const known = await selectOptionalTemplate(deed.services.db, id, deed.actor.id);
  if (!known) throw notFound();
  if (known.standard) throw new AppError('forbidden', 'A standard form cannot be changed. Make a template of your own from it.');
  const file = patch.fileId === undefined ? known.file : patch.fileId === null ? null : await copyOwnPdf(deed, patch.fileId);
  return save(deed, id, known.version + 1, { name: patch.name ?? known.name, type: known.type, requester: patch.requester ?? known.requester }, {
    title: patch.title ?? known.title, clauses: patch.clauses ?? known.clauses, terms: Terms.parse({ ...known.terms, ...patch.terms }), file,
  });
}

/** The form that requests for a pitch are made with. Open requests keep the one they were made with. */
export async function setPitchTemplate({ db, clock }: Pick<Services, 'db' | 'clock'>, change: { id: string; ownerId: string; templateId: string | null }): Promise<void> {
  const written = await upsertPitchTemplate(db, { ...change, at: new Date(clock.now()).toISOString() });
  if (written === 0) throw notFound();
}
