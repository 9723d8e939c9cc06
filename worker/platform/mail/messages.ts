// The mails we send: what each needs to know. A feature writes one into the outbox with `mailMessage`; nothing sends directly.
import { z } from 'zod';
import type { OutboxMessage } from '../outbox/outbox.ts';

const to = z.email().max(254);
const name = z.string().max(200);
/** One-time or plain, always our own https origin; removed from the outbox once the mail has left. */
const link = z.url({ protocol: /^https?$/ });
const deedReason = z.string().max(600);
/** The token that stops mails of this kind where it is taken: `origin`. None where they cannot be switched off. */
const unsubscribe = z.string().max(700).optional();
const agreement = z.object({ to, name, link, project: name, other: name, origin: link, unsubscribe });
/** About something that is no agreement; `origin` is where the person chooses what they are mailed. */
const notice = z.object({ to, name, link, project: name, other: name, origin: link, unsubscribe });
/** Several in one: a line each. */
const list = z.object({ to, name, link, list: z.string().max(4000), count: z.int().positive(), origin: link, unsubscribe });

export const mails = {
  /** Confirms an address; `link` opens a page whose button confirms. */
  'mail.verify-email': z.object({ to, name, link, hours: z.number().int().positive() }),
  /** Somebody signed up with an address that has an account; `link` opens the sign-in page. */
  'mail.address-taken': z.object({ to, name, link }),
  'mail.reset-password': z.object({ to, name, link, minutes: z.number().int().positive() }),
  /** After the fact; `link` opens the reset page, for whoever did not do it. */
  'mail.password-changed': z.object({ to, name, link }),
  'mail.account-locked': z.object({ to, name, link, minutes: z.number().int().positive() }),
  // About one agreement on one project: `other` is the other side. What people wrote to each other is read behind the link, not here.
  'mail.nda-requested': agreement,
  'mail.nda-countered': agreement,
  'mail.nda-approved': agreement,
  'mail.nda-rejected': agreement,
  'mail.nda-withdrawn': agreement,
  'mail.nda-signed': agreement,
  'mail.nda-revoked': agreement,
  'mail.nda-due': agreement,
  'mail.nda-lapsed': agreement,
  'mail.nda-ending': agreement,
  'mail.nda-expired': agreement,
  'mail.nda-question': agreement,
  'mail.nda-answer': agreement,
  'mail.documents-opened': agreement,
  /** Asks a person of a team whether it is so: `standing` is letter of intent or signed, `other` who says it. `link` opens a page whose buttons answer. */
  'mail.attachment-asked': z.object({ to, name, link, project: name, other: name, role: name, standing: name, days: z.number().int().positive() }),
  'mail.attachment-answered': notice,
  'mail.message': notice,
  'mail.message-request': notice,
  'mail.comment': notice,
  'mail.reply': notice,
  'mail.follow': notice,
  'mail.published': notice,
  'mail.editor-invited': notice,
  'mail.report-decided': notice.extend({ outcome: name }),
  /** What waited for the end of quiet hours, or came within one window. */
  'mail.notices': list,
  'mail.digest': list,
  // What operators did, with their reason.
  'mail.pitch-taken-down': z.object({ to, name, link, project: name, reason: deedReason }),
  /** `reason` is the operator's answer. */
  'mail.appeal-declined': z.object({ to, name, link, project: name, reason: deedReason }),
  'mail.pitch-put-back': z.object({ to, name, link, project: name, reason: deedReason }),
  'mail.account-suspended': z.object({ to, name, link, reason: deedReason }),
  'mail.account-reinstated': z.object({ to, name, link, reason: deedReason }),
  /** New pitches for a saved search. `found` lists them; `unsubscribe` is the token that stops the mails of this search, `origin` where it is taken. */
  'mail.search-alert': z.object({ to, name, link, search: name, found: z.string().max(600), unsubscribe: z.string().max(200), origin: link }),
} as const;

export type MailTopic = keyof typeof mails;
export type MailPayload<Topic extends MailTopic> = z.output<(typeof mails)[Topic]>;

/** An outbox message for a mail. Insert it with `insertOutbox` in the transaction of the fact it tells. */
export function mailMessage<Topic extends MailTopic>(id: string, topic: Topic, payload: MailPayload<Topic>): OutboxMessage {
  return { id, topic, payload: { ...mails[topic].parse(payload) } };
}
