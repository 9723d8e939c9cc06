// Whether somebody may see a file now, and the copy under which they see it. A new copy is a line of evidence, and news to the owner.
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { execute } from '../../platform/db/db.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { appendEvidence, origin, witnessHead } from '../evidence/actions.ts';
import { lockNda } from '../ndas/queries.ts';
import { noticeMessage } from '../notifications/actions.ts';
import { isOpenTo } from '../pitches/queries.ts';
import { addDenial, takeNotice } from '../reading/queries.ts';
import { insertCopy, selectOptionalViewedFile, type ViewedFile } from './queries.ts';

/** Hours between two notices about the same reader and pitch. */
const NOTICE_HOURS = 6;

export interface Copy {
  id: string;
  code: string;
  at: string;
}

const isoNow = ({ services }: UserDeed): string => new Date(services.clock.now()).toISOString();

/** The file, for whoever its gate lets in. Whoever was let in once gets a 403; everyone else the 404 of a file that is not there. Attempts are counted. */
export async function viewedFile(deed: UserDeed, fileId: string): Promise<ViewedFile> {
  const { services: { db, defer }, actor } = deed;
  const at = isoNow(deed);
  const file = await selectOptionalViewedFile(db, fileId, actor.id, at);
  if (!file) throw notFound();
  if (file.ownerId === actor.id) return file;
  if (!file.published) throw notFound();
  if (!isOpenTo(actor, file)) {
    defer(addDenial(db, { pitchId: file.pitchId, fileId, userId: actor.id, at }));
    if (!file.wasGranted) throw notFound();
    throw new AppError('forbidden', 'This document is behind a gate that is not open to you.', { extra: { gate: file.gate } });
  }
  return file;
}

/** The gate once more, between two pieces of a body. */
export async function isStillOpen(deed: UserDeed, fileId: string): Promise<boolean> {
  const file = await selectOptionalViewedFile(deed.services.db, fileId, deed.actor.id, isoNow(deed));
  return file !== null && (file.ownerId === deed.actor.id || (file.published && isOpenTo(deed.actor, file)));
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight signs that are not mistaken for one another: 40 bits. */
const newCode = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => ALPHABET[byte % ALPHABET.length]).join('').replace(/^(.{4})/, '$1-');

/** Tells the owner that somebody reads, at most once in six hours a reader. */
async function noticeOwner({ services, actor }: UserDeed, file: ViewedFile, at: string): Promise<void> {
  const before = new Date(Date.parse(at) - NOTICE_HOURS * 3_600_000).toISOString();
  if (!(await takeNotice(services.db, file.pitchId, actor.id, at, before))) return;
  const message = noticeMessage(services.newId(), { kind: 'documents-opened', to: [file.ownerId], by: actor.id, subject: file.pitchId, data: { project: file.pitchTitle.slice(0, 200) } });
  await execute(services.db, insertOutbox([message]));
  await services.outbox.relay([message.id]);
}

/** The copy under which this person reads this file today. The owner's own look is no copy: null. */
export async function copyOf(deed: UserDeed, file: ViewedFile): Promise<Copy | null> {
  const { services, settings, actor } = deed;
  if (file.ownerId === actor.id) return null;
  if (file.copyId && file.code && file.copiedAt) return { id: file.copyId, code: file.code, at: file.copiedAt };
  // Only where a film was put behind a stricter gate within seconds of its arrival.
  if (file.sha256 === '') throw new AppError('unavailable', 'This file is still being read. Try again in a moment.', { retryAfter: 5 });
  const at = isoNow(deed);
  const fresh = { id: services.newId(), code: newCode(), file, userId: actor.id, ndaId: file.ndaId, at, ip: deed.ip, userAgent: deed.userAgent };
  const made = await services.db.transaction(async (tx) => {
    const nda = file.ndaId ? await lockNda(tx, file.ndaId, actor.id) : null;
    const copy = await insertCopy(tx, fresh);
    if (!copy || !nda) return { copy, head: null };
    const head = await appendEvidence(tx, settings, nda.id, [{
      at, action: 'open', by: { as: 'signer', id: actor.id, name: actor.name, email: actor.email }, copy: { id: copy.id, code: copy.code }, file: { id: file.id, name: file.fileName, sha256: file.sha256 }, ...origin(deed),
    }]);
    return { copy, head };
  });
  if (made.head && file.ndaId) witnessHead(deed, file.ndaId, made.head);
  if (made.copy) {
    services.defer(noticeOwner(deed, file, at));
    return made.copy;
  }
  const known = await selectOptionalViewedFile(services.db, file.id, actor.id, at);
  if (!known?.copyId || !known.code || !known.copiedAt) throw new Error('a copy was made by another request and cannot be read');
  return { id: known.copyId, code: known.code, at: known.copiedAt };
}
