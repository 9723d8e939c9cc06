// What the two sides do with a request: approve, reject, counter, withdraw, revoke. Each is one transaction on one locked row.
import type { z } from 'zod';
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { closeGrants } from '../content-access/queries.ts';
import { notesOf } from '../nda-documents/actions.ts';
import { selectOptionalForm } from '../nda-templates/queries.ts';
import { illegal, inWork, iso, lockFor, type Step, settle, take, tell, type Work } from './moves.ts';
import { type LockedNda, lockNda, selectPartyRecord } from './queries.ts';
import type { NdaReading, Terms } from './schema.ts';
import { changedTerms, type TermsPatch } from './terms.ts';

/** The change of a step: new terms on the form that the NDA was asked with. */
async function change(work: Work, nda: LockedNda, patch: TermsPatch): Promise<NonNullable<Step['change']>> {
  const form = await selectOptionalForm(work.tx, nda.templateId, nda.templateVersion);
  if (!form) throw new Error(`the form of NDA ${nda.id} is gone`);
  return { form, terms: changedTerms(nda.terms, patch, work.now) };
}

/** The owner approves; the signer of a countered NDA takes the owner's terms, which approves them in the same breath. */
export const approveNda = (deed: UserDeed, id: string, patch?: TermsPatch): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  if (side === 'signer' && nda.status === 'countered') {
    if (patch) throw new AppError('bad_request', 'Other terms are a counter-offer. Nothing was changed.', { fields: { terms: 'Send them as a counter.' } });
    const accepted = await take(work, nda, { action: 'accept', as: 'signer' });
    const approved = await take(work, accepted, { action: 'approve', as: 'system', reason: 'The owner\'s own terms were accepted.' });
    tell(work, approved, 'owner', 'nda-approved');
  } else {
    if (nda.status !== 'requested') throw illegal(nda, 'approve');
    const approved = await take(work, nda, { action: 'approve', as: side, ...(patch && { change: await change(work, nda, patch) }) });
    tell(work, approved, 'signer', 'nda-approved');
  }
  await settle(work, id);
});

export const rejectNda = (deed: UserDeed, id: string, reason: string): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  tell(work, await take(work, nda, { action: 'reject', as: side, reason }), 'signer', 'nda-rejected');
  await settle(work, id);
});

export const counterNda = (deed: UserDeed, id: string, patch: TermsPatch, reason: string): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  if (nda.status !== 'requested' && nda.status !== 'countered') throw illegal(nda, 'counter');
  const countered = await take(work, nda, { action: 'counter', as: side, reason, change: await change(work, nda, patch) });
  tell(work, countered, side === 'owner' ? 'signer' : 'owner', 'nda-countered');
  await settle(work, id);
});

export const withdrawNda = (deed: UserDeed, id: string, reason: string): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  tell(work, await take(work, nda, { action: 'withdraw', as: side, reason }), side === 'owner' ? 'signer' : 'owner', 'nda-withdrawn');
  await settle(work, id);
});

/** Closes the gate with the commit: whoever reads on is asked again before the next bytes. */
export const revokeNda = (deed: UserDeed, id: string, reason: string): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  const revoked = await take(work, nda, { action: 'revoke', as: side, reason });
  await closeGrants(work.tx, id, iso(work.now));
  tell(work, revoked, 'signer', 'nda-revoked');
  await settle(work, id);
});

/** What stands beside the document while somebody decides. */
export async function readingOf({ services: { db, clock }, actor }: UserDeed, id: string): Promise<z.output<typeof NdaReading>> {
  const nda = await lockNda(db, id, actor.id);
  if (!nda) throw notFound();
  const form = await selectOptionalForm(db, nda.templateId, nda.templateVersion);
  if (!form) throw new Error(`the form of NDA ${id} is gone`);
  const now = iso(clock.now());
  const [owner, signer] = await Promise.all([selectPartyRecord(db, nda.owner.id, now), selectPartyRecord(db, nda.signer.id, now)]);
  const differences = (Object.keys(form.terms) as (keyof Terms)[]).filter((term) => form.terms[term] !== nda.terms[term]).map((term) => ({ term, form: form.terms[term], here: nda.terms[term] }));
  return { notes: notesOf({ form, terms: nda.terms }), differences, owner, signer };
}

export interface BulkResult {
  id: string;
  ok: boolean;
  code?: string;
}

/** Each id by itself, so that one that is gone stops no other; ids of strangers answer like ids that do not exist. */
export async function decideMany(ids: readonly string[], decide: (id: string) => Promise<void>): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const id of new Set(ids)) {
    try {
      await decide(id);
      results.push({ id, ok: true });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'unavailable' || error.code === 'internal') throw error;
      results.push({ id, ok: false, code: error.code });
    }
  }
  return results;
}
