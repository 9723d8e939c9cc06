// Asking a person to confirm their attachment, and taking the answer.
import { digestOf, randomToken } from '../../auth/signing.ts';
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { mailMessage } from '../../platform/mail/messages.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import type { Services } from '../../services.ts';
import { labelOf, teamStatuses } from '../catalogue/lists.ts';
import { announceChange } from '../pitches/actions.ts';
import { answerQuestion, selectOptionalMember, upsertInvitation } from './queries.ts';
import type { AnswerBody, InviteBody, Invited, Question } from './schema.ts';

const MINUTE = 60_000;
/** How long a link works, and how soon the same question may be asked again, ms. */
const LINK_MS = 14 * 24 * 60 * MINUTE;
const AGAIN_MS = 10 * MINUTE;

/** Mails the question to a person of the owner's team. 404 when there is no such person; 409 where there is nothing to confirm, or nothing more. */
export async function inviteMember({ services, settings, actor }: UserDeed, pitchId: string, { name, role, email }: InviteBody): Promise<Invited> {
  const member = await selectOptionalMember(services.db, { pitchId, ownerId: actor.id, name, role });
  if (!member) throw notFound();
  const now = services.clock.now();
  if (member.status === 'interested') throw new AppError('conflict', 'Interest needs no confirmation. Ask when there is a letter of intent or a signature.');
  if (member.confirmedAt) throw new AppError('conflict', 'This has been confirmed already.');
  if (member.declinedAt) throw new AppError('conflict', 'This person answered that it is not so. Change the role or the status to ask about something else.');
  const since = member.invitedAt === null ? Infinity : now - Date.parse(member.invitedAt);
  if (since < AGAIN_MS) throw new AppError('conflict', 'The mail is on its way. Ask again in ten minutes if it did not arrive.', { retryAfter: (AGAIN_MS - since) / 1000 });
  const token = randomToken();
  const mail = mailMessage(services.newId(), 'mail.attachment-asked', {
    to: email, name, link: `${settings.APP_ORIGIN}/confirm-attachment?token=${token}`, project: member.project, other: member.creator, role,
    standing: labelOf(teamStatuses, member.status).toLowerCase(), days: LINK_MS / (24 * 60 * MINUTE),
  });
  const invitedAt = new Date(now).toISOString();
  await services.db.batch([
    upsertInvitation({ pitchId, name, role, status: member.status, digest: digestOf(token), now: invitedAt, expires: new Date(now + LINK_MS).toISOString() }),
    insertOutbox([mail]),
  ]);
  services.defer(services.outbox.relay([mail.id]));
  return { name, role, invitedAt };
}

/** Takes the answer of whoever holds the link, once. */
export async function takeAnswer(services: Services, { token, answer }: AnswerBody): Promise<Question> {
  const noticeId = services.newId();
  const answered = await answerQuestion(services.db, digestOf(token), answer, new Date(services.clock.now()).toISOString(), noticeId);
  if (!answered) throw notFound();
  services.defer(services.outbox.relay([noticeId]));
  const { id, slug, pitchStatus, ...question } = answered;
  if (pitchStatus === 'published') await announceChange(services, { id, slug });
  return question;
}
