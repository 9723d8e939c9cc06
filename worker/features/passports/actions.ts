// The passport: its text is the standard form of the holder's portal for "the projects the holder chooses", signed once; each use names one project.
import type { UserDeed } from '../../http/deed.ts';
import { AppError } from '../../platform/app-error.ts';
import { optionalRow } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { cleanLine } from '../../platform/text.ts';
import { composeDocument, type ComposedDocument } from '../nda-documents/actions.ts';
import { Party } from '../nda-documents/schema.ts';
import { CONSENT, type SignBody } from '../ndas/schema.ts';
import { standardForm } from '../nda-templates/actions.ts';
import { endPassport, insertPassport, type PassportRow, selectOptionalPassport } from './queries.ts';

/** Days that a passport is valid: a year, then the form is read anew. */
const VALID_DAYS = 365;

const ANY_PROJECT = 'each project for which the Reader uses this passport';
const ANY_OWNER: Party = { id: '00000000-0000-0000-0000-000000000000', name: 'The owner of each such project', email: 'as named with each use', company: null, portal: 'creator' };

/** The bytes that a passport of this person is a signature under. */
export async function passportDocument({ services, actor }: UserDeed): Promise<ComposedDocument> {
  const signer = await optionalRow(services.db, Party, sql`SELECT u.id, u.name, u.email, p.company_name AS company, u.portal FROM users u JOIN profiles p ON p.user_id = u.id WHERE u.id = ${actor.id}`);
  if (!signer) throw new Error(`person ${actor.id} has no profile`);
  const form = await standardForm(services, actor.portal === 'production' ? 'production' : 'investor', 'basic');
  return composeDocument({ form: { ...form, title: `Passport: ${form.title.toLowerCase()}` }, terms: form.terms, project: ANY_PROJECT, owner: ANY_OWNER, signer });
}

/** `keep` gives what is written beside the passport, by its id. */
export async function signPassport(deed: UserDeed, body: SignBody, keep: (id: string) => readonly Sql[] = () => []): Promise<PassportRow> {
  const { services: { db, clock, newId }, actor, ip, userAgent } = deed;
  const { html, sha256 } = await passportDocument(deed);
  if (sha256 !== body.documentHash.toLowerCase()) throw new AppError('conflict', 'The form has changed since it was shown. Read it again, then sign.', { extra: { reason: 'document_changed' } });
  const now = clock.now();
  const [id, at] = [newId(), new Date(now).toISOString()];
  await db.batch([
    endPassport(actor.id, at),
    insertPassport({
      id, userId: actor.id, html, sha256, kind: body.signature.kind, value: body.signature.value, name: cleanLine(body.name), title: body.title ? cleanLine(body.title) : null,
      company: body.company ? cleanLine(body.company) : null, consent: CONSENT, at, expiresAt: new Date(now + VALID_DAYS * 86_400_000).toISOString(), ip, userAgent, sessionId: actor.sessionId,
    }),
    ...keep(id),
  ]);
  const made = await selectOptionalPassport(db, actor.id, at);
  if (!made) throw new Error('the passport was written and cannot be read');
  return made;
}
