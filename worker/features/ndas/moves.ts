// One move of one NDA inside a transaction: checked against the table, written with its history, collected for evidence and mail.
import type { Deed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Queryable } from '../../platform/db/db.ts';
import type { OutboxMessage } from '../../platform/outbox/outbox.ts';
import { execute } from '../../platform/db/db.ts';
import { appendEvents, type Delivery, deliveriesOf, type EventToAppend } from '../../platform/live/streams.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { appendEvidence, type EvidenceEntry, origin, witnessHead } from '../evidence/actions.ts';
import { composeDocument } from '../nda-documents/actions.ts';
import { noticeMessage } from '../notifications/actions.ts';
import type { NoticeKind } from '../notifications/schema.ts';
import type { Form } from '../nda-documents/schema.ts';
import { insertDocument, type LockedNda, lockNda, updateNda } from './queries.ts';
import type { NdaAction, NdaParty, Terms } from './schema.ts';
import { destination, dueAfter } from './transitions.ts';

/** A transaction on one NDA: what it did is written out by `settle`. */
export interface Work {
  tx: Queryable;
  deed: Deed;
  now: number;
  entries: EvidenceEntry[];
  outbox: OutboxMessage[];
  /** What both sides' open pages are told. */
  live: EventToAppend[];
  /** What may only happen when the facts are there; none of it may throw. */
  afterCommit: (() => void)[];
}

const openWork = (tx: Queryable, deed: Deed): Work => ({ tx, deed, now: deed.services.clock.now(), entries: [], outbox: [], live: [], afterCommit: [] });

export const iso = (ms: number): string => new Date(ms).toISOString();

const SENTENCES: Partial<Record<NdaAction, string>> = {
  approve: 'be approved', reject: 'be rejected', counter: 'be countered', withdraw: 'be withdrawn', sign: 'be signed', revoke: 'be revoked',
};

export const illegal = (nda: Pick<LockedNda, 'status'>, action: NdaAction): AppError =>
  new AppError('illegal_transition', `It is ${nda.status} and cannot ${SENTENCES[action] ?? 'change'} by you. Nothing was changed.`, { extra: { status: nda.status } });

/** The NDA under lock and the caller's side of it; a 404 for whoever is no party. */
export async function lockFor(work: Work, id: string): Promise<{ nda: LockedNda; side: NdaParty }> {
  const { actor } = work.deed;
  if (!actor) throw new Error('a job has no side');
  const nda = await lockNda(work.tx, id, actor.id);
  if (!nda) throw notFound();
  return { nda, side: nda.owner.id === actor.id ? 'owner' : 'signer' };
}

/** An offer that nobody answered in time is over, also before the clock's job has written it down. */
function refuseOverdue(nda: LockedNda, action: NdaAction, now: number): void {
  if (nda.dueAt !== null && Date.parse(nda.dueAt) <= now) throw new AppError('illegal_transition', 'The time to answer has passed. Ask again.', { extra: { status: 'lapsed' } });
  if (nda.status === 'signed' && nda.expiresAt !== null && Date.parse(nda.expiresAt) <= now && action === 'revoke') throw illegal({ status: 'expired' }, action);
}

export interface Step {
  action: NdaAction;
  as: NdaParty | 'system';
  reason?: string;
  /** Changed terms; the form composes the next round's document. */
  change?: { terms: Terms; form: Form };
  expiresAt?: string;
  details?: Record<string, unknown>;
}

function actorOf({ deed }: Work, as: NdaParty | 'system'): EvidenceEntry['by'] {
  return as === 'system' || !deed.actor ? { as: 'system' } : { as, id: deed.actor.id, name: deed.actor.name, email: deed.actor.email };
}

/** A line of evidence that is not a move. */
export const note = (work: Work, action: string, as: NdaParty | 'system', details: Record<string, unknown>): void => {
  work.entries.push({ at: iso(work.now), action, by: actorOf(work, as), ...details, ...(as !== 'system' && origin(work.deed)) });
};

/** The terms and bytes of the next round, when they differ. */
async function nextRound(work: Work, nda: LockedNda, { terms, form }: { terms: Terms; form: Form }): Promise<{ id: string; hash: string } | null> {
  const { html, sha256 } = await composeDocument({ form, terms, project: nda.pitchTitle, owner: nda.owner, signer: nda.signer });
  if (sha256 === nda.documentHash) return null;
  const id = work.deed.services.newId();
  await insertDocument(work.tx, { id, ndaId: nda.id, round: nda.round + 1, html, sha256, at: iso(work.now) });
  return { id, hash: sha256 };
}

/** Makes the move. Throws `illegal_transition` when the table does not have it. */
export async function take(work: Work, nda: LockedNda, step: Step): Promise<LockedNda> {
  const { action, as } = step;
  const to = destination(nda.status, action, as);
  if (!to) throw illegal(nda, action);
  if (as !== 'system') refuseOverdue(nda, action, work.now);
  const at = iso(work.now);
  const round = step.change ? await nextRound(work, nda, step.change) : null;
  const due = dueAfter(to, work.now);
  await updateNda(work.tx, {
    id: nda.id, to, at, as, by: as === 'system' ? null : work.deed.actor?.id ?? null, action, reason: step.reason || null, dueAt: due === null ? null : iso(due),
    ...(step.change && { terms: step.change.terms }), ...(round && { documentId: round.id }),
    ...(to === 'signed' && { signedAt: at }), ...(step.expiresAt && { expiresAt: step.expiresAt }),
    answered: nda.status === 'requested' && (as === 'owner' || (as === 'system' && action === 'approve')),
  });
  const documentHash = round?.hash ?? nda.documentHash;
  note(work, action, as, { from: nda.status, to, ...(step.reason && { reason: step.reason }), documentHash, ...(step.change && { terms: step.change.terms }), ...step.details });
  tellPages(work, { ...nda, status: to });
  return {
    ...nda, status: to, documentHash, round: nda.round + (round ? 1 : 0), dueAt: due === null ? null : iso(due),
    ...(step.change && { terms: step.change.terms }), ...(step.expiresAt && { expiresAt: step.expiresAt }),
  };
}

/** Open pages of both sides are told that the agreement moved. */
export function tellPages(work: Work, { id, pitchId, status, owner, signer }: Pick<LockedNda, 'id' | 'pitchId' | 'status' | 'owner' | 'signer'>): void {
  work.live.push({ id: work.deed.services.newId(), payload: { kind: 'nda', ndaId: id, pitchId, status }, userIds: [owner.id, signer.id] });
}

/** Tells one side what happened; the other side is named in it. */
export function tell(work: Work, nda: Pick<LockedNda, 'id' | 'owner' | 'signer' | 'pitchTitle'>, to: NdaParty, kind: Extract<NoticeKind, `nda-${string}`>): void {
  work.outbox.push(noticeMessage(work.deed.services.newId(), { kind, to: [nda[to].id], by: nda[to === 'owner' ? 'signer' : 'owner'].id, subject: nda.id, data: { project: nda.pitchTitle.slice(0, 200) } }));
}

/** Writes evidence and outbox; the last thing in the transaction. */
export async function settle(work: Work, ndaId: string): Promise<void> {
  const head = await appendEvidence(work.tx, work.deed.settings, ndaId, work.entries);
  work.entries = [];
  if (head) work.afterCommit.push(() => witnessHead(work.deed, ndaId, head));
  if (work.outbox.length > 0) await execute(work.tx, insertOutbox(work.outbox));
}

/** Runs work on one NDA in a transaction and sends what it left in the outbox. */
export async function inWork<T>(deed: Deed, run: (work: Work) => Promise<T>): Promise<T> {
  let done: Work | undefined;
  let told: Delivery[] = [];
  const result = await deed.services.db.transaction(async (tx) => {
    const work = openWork(tx, deed);
    const value = await run(work);
    // Last in the transaction: from here on others who are told something wait for these two.
    if (work.live.length > 0) told = deliveriesOf((await tx.query(appendEvents(work.live, iso(work.now)))).rows);
    done = work;
    return value;
  });
  const { outbox = [], afterCommit = [] } = done ?? {};
  if (outbox.length > 0) deed.services.defer(deed.services.outbox.relay(outbox.map(({ id }) => id)));
  if (told.length > 0) deed.services.defer(deed.services.live.deliver(told));
  for (const effect of afterCommit) effect();
  return result;
}

