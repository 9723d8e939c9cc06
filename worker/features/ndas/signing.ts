// Signing: what was shown is what is signed, who signed is written down, and the gate opens in the same transaction.
import type { UserDeed } from '../../http/deed.ts';
import { AppError } from '../../platform/app-error.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { cleanLine } from '../../platform/text.ts';
import { openUnderNda } from '../conversations/actions.ts';
import { closeGrants, insertGrant } from '../content-access/queries.ts';
import { keepSignedCopy } from '../evidence/actions.ts';
import { insertObligations } from '../obligations/queries.ts';
import { selectOptionalPassport } from '../passports/queries.ts';
import { STANDARD } from '../nda-documents/queries.ts';
import { inWork, iso, lockFor, settle, take, tell, type Work } from './moves.ts';
import { type LockedNda, lockNda } from './queries.ts';
import { insertSignature, type SignatureInsert } from './signature-queries.ts';
import { CONSENT, type SignBody } from './schema.ts';
import { accessEnd } from './terms.ts';
import { destination } from './transitions.ts';

type Signed = Pick<SignatureInsert, 'kind' | 'value' | 'name' | 'title' | 'company'>;

const refuseOther = (): never => {
  throw new AppError('conflict', 'The document has changed since it was shown. Read it again, then sign.', { extra: { reason: 'document_changed' } });
};

/** Ends the agreement that this one replaces. */
async function supersede(work: Work, id: string): Promise<void> {
  const old = await lockNda(work.tx, id, null);
  if (old?.status !== 'signed') return;
  const own: Work = { ...work, entries: [], outbox: [] };
  await take(own, old, { action: 'supersede', as: 'system', reason: 'A later agreement took its place.' });
  await closeGrants(work.tx, id, iso(work.now));
  await settle(own, id);
}

async function sign(work: Work, nda: LockedNda, documentHash: string, signed: Signed): Promise<LockedNda> {
  const deed = work.deed as UserDeed;
  // The state speaks first: a second signature is told that it is signed, not that its document is old.
  if (destination(nda.status, 'sign', 'signer') && documentHash.toLowerCase() !== nda.documentHash) refuseOther();
  const [at, end] = [iso(work.now), accessEnd(nda.terms, work.now)];
  if (nda.status === 'approved' && end <= work.now) throw new AppError('illegal_transition', 'The agreed end of access has passed. Ask for new terms.', { extra: { status: nda.status } });
  // First the old one goes: a person has one signed agreement for a pitch.
  if (nda.supersedesId && nda.status === 'approved') await supersede(work, nda.supersedesId);
  const result = await take(work, nda, {
    action: 'sign', as: 'signer', expiresAt: iso(end),
    details: { signature: { kind: signed.kind, name: signed.name, title: signed.title, company: signed.company, valueHash: await sha256Hex(signed.value) }, consent: CONSENT, expiresAt: iso(end) },
  });
  await insertSignature(work.tx, {
    ...signed, ndaId: nda.id, documentHash: nda.documentHash, signerId: deed.actor.id, consent: CONSENT, at, ip: deed.ip, userAgent: deed.userAgent, sessionId: deed.actor.sessionId,
  });
  if (!nda.pitchId) throw new AppError('conflict', 'The pitch is gone.');
  await insertGrant(work.tx, { id: deed.services.newId(), pitchId: nda.pitchId, userId: deed.actor.id, tier: 'nda', source: 'nda', sourceId: nda.id, download: nda.terms.download, at, expiresAt: iso(end) });
  await insertObligations(work.tx, { ndaId: nda.id, ownerId: nda.owner.id, signerId: nda.signer.id, terms: nda.terms, at: work.now, accessEnd: end, newId: deed.services.newId });
  work.live.push(...await openUnderNda(work.tx, deed.services.newId, {
    ndaId: nda.id, pitchId: nda.pitchId, people: [nda.owner.id, nda.signer.id], at, body: `The agreement on "${nda.pitchTitle}" is signed. You can talk here.`,
  }));
  // Made now so that it is there when the mail is opened; whoever comes first otherwise makes it then.
  work.afterCommit.push(() => deed.services.defer(keepSignedCopy(deed.services, deed.settings, nda.id)));
  tell(work, result, 'owner', 'nda-signed');
  tell(work, result, 'signer', 'nda-signed');
  return result;
}

/** POST /api/ndas/:id/sign. */
export const signNda = (deed: UserDeed, id: string, body: SignBody): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  if (side !== 'signer') throw new AppError('illegal_transition', 'Only the side that asked signs.', { extra: { status: nda.status } });
  await sign(work, nda, body.documentHash, {
    kind: body.signature.kind, value: body.signature.kind === 'typed' ? cleanLine(body.signature.value) : body.signature.value,
    name: cleanLine(body.name), title: body.title ? cleanLine(body.title) : null, company: body.company ? cleanLine(body.company) : null,
  });
  await settle(work, id);
});

/** Signs with the signature of the signer's passport. Only a standard form, unchanged: whoever signed that once knows every word of it. */
export async function signWithPassport(work: Work, nda: LockedNda, documentHash: string): Promise<void> {
  const passport = await selectOptionalPassport(work.tx, nda.signer.id, iso(work.now));
  if (!passport) throw new AppError('conflict', 'You have no valid passport: sign the standard form once.', { extra: { reason: 'no_passport' } });
  if (!STANDARD.has(nda.templateId) || !STANDARD.isUnchanged(nda.templateId, nda.terms)) {
    throw new AppError('conflict', 'This agreement differs from the standard form. Read and sign it by hand.', { extra: { reason: 'not_standard' } });
  }
  await sign(work, nda, documentHash, { kind: 'passport', value: passport.id, name: passport.name, title: passport.title, company: passport.company });
}

/** POST /api/ndas/:id/sign-with-passport. */
export const signNdaWithPassport = (deed: UserDeed, id: string, documentHash: string): Promise<void> => inWork(deed, async (work) => {
  const { nda, side } = await lockFor(work, id);
  if (side !== 'signer') throw new AppError('illegal_transition', 'Only the side that asked signs.', { extra: { status: nda.status } });
  await signWithPassport(work, nda, documentHash);
  await settle(work, id);
});
