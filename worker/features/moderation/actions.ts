// Taking pitches down and suspending accounts, and back. The permission is read from the tables at the moment of the deed.
import { endSessions } from '../../auth/revocation.ts';
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { mailMessage } from '../../platform/mail/messages.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { decided, settleAppeal } from '../appeals/queries.ts';
import { noticeMessage } from '../notifications/actions.ts';
import { announceProfile } from '../people/actions.ts';
import { announceChange, putBackStatus, takeDownStatus } from '../pitches/actions.ts';
import { deleteSessions, insertSuspension, insertTakedown, liftSuspension, liftTakedown, lockAccount, lockPitch } from './queries.ts';
import type { Moderated } from './schema.ts';

const forbidden = () => new AppError('forbidden', 'Your roles do not allow this.');

const recordOf = ({ services, actor }: UserDeed, reason: string) => ({ actorId: actor.id, reason, at: new Date(services.clock.now()).toISOString() });

const editorOf = (settings: UserDeed['settings'], { portal, id }: { portal: string; id: string }): string => `${settings.APP_ORIGIN}/${portal}/pitches/${id}/edit`;

/** The mail carries the reason and leaves by itself; this is the line in the list. */
const told = (id: string, kind: 'pitch-taken-down' | 'pitch-put-back', pitch: { id: string; ownerId: string; title: string }) => noticeMessage(id, { kind, to: [pitch.ownerId], by: null, subject: pitch.id, data: { project: pitch.title.slice(0, 200) } });

/** Takes a published pitch out of the market. Its owner is told why, keeps it with all its agreements, and cannot publish it until it is put back. */
export async function takeDown(deed: UserDeed, pitchId: string, reason: string): Promise<Moderated> {
  const { services, settings, actor } = deed;
  const [takedownId, mailId, noticeId] = [services.newId(), services.newId(), services.newId()];
  const pitch = await services.db.transaction(async (tx) => {
    const found = await lockPitch(tx, pitchId, actor.id);
    if (!found) throw notFound();
    if (!found.mayModerate) throw forbidden();
    if (found.isDown) throw new AppError('conflict', 'This pitch is down already.');
    if (found.status !== 'published') throw new AppError('illegal_transition', `A pitch that is ${found.status} is not in the market.`);
    const record = recordOf(deed, reason);
    await tx.query(takeDownStatus(found.id, record.at));
    await tx.query(insertTakedown(takedownId, found, record));
    await tx.query(insertOutbox([mailMessage(mailId, 'mail.pitch-taken-down', { to: found.email, name: found.name, link: editorOf(settings, found), project: found.title.slice(0, 200), reason }), told(noticeId, 'pitch-taken-down', found)]));
    return found;
  });
  await announceChange(services, pitch);
  services.defer(services.outbox.relay([mailId, noticeId]));
  return { id: pitch.id, isShown: false };
}

/**
 * Lifts a takedown, and with it grants what its owner said against it; `appealId` where that is why, and still has to be open. The pitch is in the
 * market again, unless its owner archived it meanwhile or took from it what publishing asks for.
 */
export async function putBack(deed: UserDeed, pitchId: string, reason: string, appealId: string | null = null): Promise<Moderated> {
  const { services, settings, actor } = deed;
  const [mailId, noticeId] = [services.newId(), services.newId()];
  const { pitch, isShown } = await services.db.transaction(async (tx) => {
    const found = await lockPitch(tx, pitchId, actor.id);
    if (!found) throw notFound();
    if (!found.mayModerate) throw forbidden();
    if (!found.isDown) throw new AppError('conflict', 'This pitch is not down.');
    const record = recordOf(deed, reason);
    await tx.query(liftTakedown(found.id, record));
    const { count: granted } = await tx.query(settleAppeal(found.id, { appealId, decision: 'granted', answer: reason, actorId: record.actorId, at: record.at }));
    if (appealId !== null && granted === 0) throw decided();
    const { count } = await tx.query(putBackStatus(found.id, record.at));
    await tx.query(insertOutbox([mailMessage(mailId, 'mail.pitch-put-back', { to: found.email, name: found.name, link: editorOf(settings, found), project: found.title.slice(0, 200), reason }), told(noticeId, 'pitch-put-back', found)]));
    return { pitch: found, isShown: count > 0 };
  });
  await announceChange(services, pitch);
  services.defer(services.outbox.relay([mailId, noticeId]));
  return { id: pitch.id, isShown };
}

/** Ends every session of an account, everywhere within 5 s, and lets nobody sign in to it. What it published stays until it is taken down. */
export async function suspend(deed: UserDeed, userId: string, reason: string): Promise<Moderated> {
  const { services, settings, actor } = deed;
  const [suspensionId, mailId] = [services.newId(), services.newId()];
  await endSessions(services, userId, () => services.db.transaction(async (tx) => {
    const found = await lockAccount(tx, userId, actor.id);
    if (!found) throw notFound();
    // An operator is first made something else, by whoever makes operators.
    if (!found.mayManage || found.portal === 'admin') throw forbidden();
    if (found.isSuspended) throw new AppError('conflict', 'This account is suspended already.');
    await tx.query(insertSuspension(suspensionId, found.id, recordOf(deed, reason)));
    await tx.query(deleteSessions(found.id));
    await tx.query(insertOutbox([mailMessage(mailId, 'mail.account-suspended', { to: found.email, name: found.name, link: `${settings.APP_ORIGIN}/terms`, reason })]));
  }));
  await announceProfile(services);
  services.defer(services.outbox.relay([mailId]));
  return { id: userId, isShown: false };
}

/** Lifts a suspension: the person may sign in again, with the password they had. */
export async function reinstate(deed: UserDeed, userId: string, reason: string): Promise<Moderated> {
  const { services, settings, actor } = deed;
  const mailId = services.newId();
  await services.db.transaction(async (tx) => {
    const found = await lockAccount(tx, userId, actor.id);
    if (!found) throw notFound();
    if (!found.mayManage) throw forbidden();
    if (!found.isSuspended) throw new AppError('conflict', 'This account is not suspended.');
    await tx.query(liftSuspension(found.id, recordOf(deed, reason)));
    await tx.query(insertOutbox([mailMessage(mailId, 'mail.account-reinstated', { to: found.email, name: found.name, link: `${settings.APP_ORIGIN}/sign-in`, reason })]));
  });
  await announceProfile(services);
  services.defer(services.outbox.relay([mailId]));
  return { id: userId, isShown: true };
}
