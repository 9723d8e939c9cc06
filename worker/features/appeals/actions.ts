// An owner's word against a takedown, and the answer to it.
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { mailMessage } from '../../platform/mail/messages.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import { putBack } from '../moderation/actions.ts';
import { lockPitch } from '../moderation/queries.ts';
import { noticeMessage } from '../notifications/actions.ts';
import { decided, insertAppeal, selectOptionalTarget, settleAppeal } from './queries.ts';
import type { AppealDecision } from './schema.ts';

/** Says something against the takedown of one's own pitch. One at a time, and a few in all. */
export async function appeal({ services, actor }: UserDeed, pitchId: string, text: string): Promise<void> {
  const found = await insertAppeal(services.db, { id: services.newId(), pitchId, ownerId: actor.id, text, at: new Date(services.clock.now()).toISOString() });
  if (!found) throw notFound();
  if (found.made) return;
  if (!found.isDown) throw new AppError('conflict', 'This pitch is not down.');
  throw new AppError('conflict', found.isOpen ? 'Your appeal is being read. You get a mail with the answer.' : 'This takedown was appealed as often as it can be.');
}

/** Puts the pitch back, or answers why it stays down. Either way the owner is told in the operator's words. */
export async function decide(deed: UserDeed, appealId: string, { decision, answer }: AppealDecision): Promise<void> {
  const { services, settings, actor } = deed;
  const target = await selectOptionalTarget(services.db, appealId);
  if (!target) throw notFound();
  if (!target.isOpen || target.pitchId === null) throw decided();
  const { pitchId } = target;
  if (decision === 'granted') {
    await putBack(deed, pitchId, answer, appealId);
    return;
  }
  const [mailId, noticeId] = [services.newId(), services.newId()];
  await services.db.transaction(async (tx) => {
    const pitch = await lockPitch(tx, pitchId, actor.id);
    if (!pitch) throw notFound();
    if (!pitch.mayModerate) throw new AppError('forbidden', 'Your roles do not allow this.');
    const { count } = await tx.query(settleAppeal(pitch.id, { appealId, decision, answer, actorId: actor.id, at: new Date(services.clock.now()).toISOString() }));
    if (count === 0) throw decided();
    await tx.query(insertOutbox([
      mailMessage(mailId, 'mail.appeal-declined', { to: pitch.email, name: pitch.name, link: `${settings.APP_ORIGIN}/${pitch.portal}/pitches/${pitch.id}/edit`, project: pitch.title.slice(0, 200), reason: answer }),
      noticeMessage(noticeId, { kind: 'appeal-declined', to: [pitch.ownerId], by: null, subject: pitch.id, data: { project: pitch.title.slice(0, 200) } }),
    ]));
  });
  services.defer(services.outbox.relay([mailId, noticeId]));
}
