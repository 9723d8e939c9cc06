// Asking: the rules of who may ask for what, the first document, and the owner's standing answers.
import type { UserDeed } from '../../http/deed.ts';
import { keepReplay, replayed, type ReplayKey } from '../../http/replays.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { composeDocument, notesOf } from '../nda-documents/actions.ts';
import type { Form, Preview } from '../nda-documents/schema.ts';
import { formFor } from '../nda-templates/actions.ts';
import { inWork, iso, note, settle, take, tell, tellPages, type Work } from './moves.ts';
import { type AskedPitch, hasAutoApproval, insertDocument, insertNda, lockNda, lockRequests, type LockedNda, selectOptionalAskedPitch, selectPartyRecord } from './queries.ts';
import type { NdaType, Terms } from './schema.ts';
import { signWithPassport } from './signing.ts';
import { changedTerms, type TermsPatch } from './terms.ts';
import { ANSWER_DAYS } from './transitions.ts';

const DAY = 86_400_000;
/** Requests of one person in 24 hours. */
export const REQUESTS_A_DAY = 10;

export interface Request {
  pitchId: string;
  message: string;
  type?: 'basic' | 'enhanced' | undefined;
  terms?: TermsPatch | undefined;
  passport?: { documentHash: string } | undefined;
}

const portalOf = (deed: UserDeed): 'investor' | 'production' => (deed.actor.portal === 'production' ? 'production' : 'investor');

/** Why this person cannot ask for this pitch, or null. */
export function refusal(asked: AskedPitch, deed: UserDeed): AppError | null {
  if (asked.owner.id === deed.actor.id) return new AppError('conflict', 'This is your own pitch.', { extra: { reason: 'own_pitch' } });
  if (asked.status !== 'published') return new AppError('conflict', 'This pitch is not published.', { extra: { reason: 'not_published' } });
  if (asked.activeId) return new AppError('conflict', `You have an agreement for this pitch already: it is ${asked.activeStatus}.`, { extra: { reason: 'already_active', ndaId: asked.activeId } });
  if (asked.today >= REQUESTS_A_DAY) return new AppError('rate_limited', `At most ${REQUESTS_A_DAY} requests a day. Tomorrow you can ask for more.`, { retryAfter: 3600 });
  return null;
}

interface Draft {
  form: Form;
  type: NdaType;
  terms: Terms;
  html: string;
  sha256: string;
}

async function draftFor(deed: UserDeed, asked: AskedPitch, { type, terms: patch }: Pick<Request, 'type' | 'terms'>): Promise<Draft> {
  const form = await formFor(deed.services, asked.templateId, portalOf(deed), type ?? 'basic');
  const terms = changedTerms(form.terms, patch, deed.services.clock.now());
  const { html, sha256 } = await composeDocument({ form, terms, project: asked.title, owner: asked.owner, signer: asked.signer });
  return { form, type: form.type, terms, html, sha256 };
}

const askedPitch = async (work: Pick<Work, 'tx' | 'now'>, deed: UserDeed, pitchId: string): Promise<AskedPitch> => {
  const asked = await selectOptionalAskedPitch(work.tx, pitchId, deed.actor.id, iso(work.now - DAY));
  if (!asked) throw notFound();
  return asked;
};

/** What the caller would sign for a pitch, before anything is asked: the same bytes that a request would hold. */
export async function previewRequest(deed: UserDeed, request: Pick<Request, 'pitchId' | 'type' | 'terms'>): Promise<Preview & { blocked: string | null; ownerAnswers: { medianSeconds: number | null; answered: number } }> {
  const asked = await askedPitch({ tx: deed.services.db, now: deed.services.clock.now() }, deed, request.pitchId);
  // A pitch that is not published is nothing to look at; the other refusals still let one read the form.
  if (asked.status !== 'published' && asked.owner.id !== deed.actor.id) throw notFound();
  const draft = await draftFor(deed, asked, request);
  const { answersInSeconds, answered } = await selectPartyRecord(deed.services.db, asked.owner.id, iso(deed.services.clock.now()));
  return {
    hash: draft.sha256, html: draft.html, file: draft.form.file, terms: draft.terms, type: draft.type, notes: notesOf(draft), blocked: refusal(asked, deed)?.message ?? null,
    ownerAnswers: { medianSeconds: answersInSeconds, answered },
  };
}

interface Insertion {
  pitch: { id: string; title: string };
  ownerId: string;
  signerId: string;
  message: string;
  supersedesId: string | null;
  draft: Draft;
}

/** Writes the NDA with its first document and gives it back under lock. */
export async function insertRequest(work: Work, { pitch, ownerId, signerId, message, supersedesId, draft }: Insertion): Promise<LockedNda> {
  const { newId } = work.deed.services;
  const [id, documentId, at] = [newId(), newId(), iso(work.now)];
  await insertNda(work.tx, {
    id, pitchId: pitch.id, pitchTitle: pitch.title, ownerId, signerId, type: draft.type, terms: draft.terms, message, templateId: draft.form.templateId,
    templateVersion: draft.form.version, documentId, supersedesId, dueAt: iso(work.now + ANSWER_DAYS * DAY), at,
  });
  await insertDocument(work.tx, { id: documentId, ndaId: id, round: 1, html: draft.html, sha256: draft.sha256, at });
  note(work, 'request', 'signer', { to: 'requested', documentHash: draft.sha256, terms: draft.terms, template: { id: draft.form.templateId, version: draft.form.version }, pitch, ...(supersedesId && { supersedes: supersedesId }), ...(message && { message }) });
  const nda = await lockNda(work.tx, id, signerId);
  if (!nda) throw new Error(`the NDA ${id} was written and cannot be read`);
  tellPages(work, nda);
  return nda;
}

/** POST /api/ndas/request. A key that was used before gives what it gave then. */
export async function requestNda(deed: UserDeed, request: Request, key: ReplayKey | null): Promise<{ id: string; again: boolean }> {
  const before = key && await replayed(deed.services.db, key);
  if (before) return { id: before, again: true };
  // The form is looked up before the transaction: the first use of a standard form writes it down.
  const early = await askedPitch({ tx: deed.services.db, now: deed.services.clock.now() }, deed, request.pitchId);
  const refused = refusal(early, deed);
  // With a key, the request that stands in the way may be this very one, sent twice: that is looked at under the lock.
  if (refused && !key) throw refused;
  const draft = await draftFor(deed, early, request);
  return inWork(deed, async (work) => {
    await lockRequests(work.tx, deed.actor.id);
    const meanwhile = key && await replayed(work.tx, key);
    if (meanwhile) return { id: meanwhile, again: true };
    const asked = await askedPitch(work, deed, request.pitchId);
    const late = refusal(asked, deed);
    if (late) throw late;
    const nda = await insertRequest(work, { pitch: { id: asked.id, title: asked.title }, ownerId: asked.owner.id, signerId: deed.actor.id, message: request.message, supersedesId: null, draft });
    // Terms of the requester's own are for the owner to read, never for a rule to accept.
    const standing = !request.terms && await hasAutoApproval(work.tx, {
      ownerId: asked.owner.id, pitchId: asked.id, portal: portalOf(deed), verified: asked.signerIsVerified, passport: request.passport !== undefined,
    });
    if (standing) {
      const approved = await take(work, nda, { action: 'approve', as: 'system', reason: 'A standing rule of the owner approves this.' });
      if (request.passport) await signWithPassport(work, approved, request.passport.documentHash);
      else tell(work, approved, 'signer', 'nda-approved');
    } else {
      tell(work, nda, 'owner', 'nda-requested');
    }
    if (key) await work.tx.query(keepReplay(key, nda.id));
    await settle(work, nda.id);
    return { id: nda.id, again: false };
  });
}

/** POST /api/ndas/:id/renew: a successor of a signed NDA, on the form as it is today. The old one holds until the new one is signed. */
export async function renewNda(deed: UserDeed, id: string, { message, type }: { message: string; type?: 'basic' | 'enhanced' | undefined }, key: ReplayKey | null): Promise<{ id: string; again: boolean }> {
  const before = key && await replayed(deed.services.db, key);
  if (before) return { id: before, again: true };
  const old = await lockNda(deed.services.db, id, deed.actor.id);
  if (!old || old.signer.id !== deed.actor.id) throw notFound();
  if (old.status !== 'signed' || !old.pitchId) throw new AppError('illegal_transition', 'Only a signed agreement can be renewed.', { extra: { status: old.status } });
  const early = await askedPitch({ tx: deed.services.db, now: deed.services.clock.now() }, deed, old.pitchId);
  const draft = await draftFor(deed, early, { type, terms: undefined });
  return inWork(deed, async (work) => {
    await lockRequests(work.tx, deed.actor.id);
    const meanwhile = key && await replayed(work.tx, key);
    if (meanwhile) return { id: meanwhile, again: true };
    const current = await lockNda(work.tx, id, deed.actor.id);
    const asked = await askedPitch(work, deed, early.id);
    if (current?.status !== 'signed') throw new AppError('illegal_transition', 'Only a signed agreement can be renewed.', { extra: { status: current?.status } });
    if (asked.activeStatus !== 'signed') throw new AppError('conflict', 'A renewal is on its way already.', { extra: { ndaId: asked.activeId } });
    const late = refusal({ ...asked, activeId: null }, deed);
    if (late) throw late;
    const nda = await insertRequest(work, { pitch: { id: asked.id, title: asked.title }, ownerId: asked.owner.id, signerId: deed.actor.id, message, supersedesId: id, draft });
    tell(work, nda, 'owner', 'nda-requested');
    if (key) await work.tx.query(keepReplay(key, nda.id));
    await settle(work, nda.id);
    return { id: nda.id, again: false };
  });
}
