// What a notification becomes when it leaves: one mail of its kind, one mail for several, a push a browser.
import { unsubscribeToken } from '../saved-searches/actions.ts';
import type { Settings as AppSettings } from '../../env.ts';
import { mailMessage, type MailPayload, type MailTopic } from '../../platform/mail/messages.ts';
import type { OutboxMessage } from '../../platform/outbox/outbox.ts';
import { PUSH_TOPIC, type PushJob } from '../../platform/push/push.ts';
import { catalogue, type Told } from './catalogue.ts';
import type { NoticeKind, Notification } from './schema.ts';
import { digestToken, kindsToken } from './way-out.ts';

export interface Letter { kind: NoticeKind; told: Told; company: string | null }
export interface Addressee { id: string; email: string; name: string }

const nameOf = ({ told, company }: Letter): string => (company ? `${told.other} (${company})` : told.other).slice(0, 200);
const LISTED = 12;

/** The mail of one notification, in the words of its kind. */
export function mailOf(app: AppSettings, id: string, letter: Letter, { id: userId, email: to, name }: Addressee): OutboxMessage {
  const { kind, told } = letter;
  const { mail: topic, path } = catalogue[kind];
  const origin = app.APP_ORIGIN;
  const { project = '', search = '', found = '' } = told.data;
  const values = {
    to, name, origin, link: `${origin}${path(told)}`, project: project.slice(0, 200), other: nameOf(letter), search: search.slice(0, 200), found,
    // The mails of a saved search end one search at a time.
    unsubscribe: kind === 'search-alert' ? unsubscribeToken(app, told.subjectId) : kindsToken(app, userId, [kind]), outcome: told.data.outcome ?? '',
  };
  return mailMessage(id, topic, values as unknown as MailPayload<MailTopic>);
}

/** One mail that lists several: what was held, or a digest. */
export function listMailOf(app: AppSettings, id: string, topic: 'mail.notices' | 'mail.digest', lines: readonly { kind: NoticeKind; title: string }[], { id: userId, email: to, name }: Addressee): OutboxMessage {
  const titles = lines.map(({ title }) => title);
  const unsubscribe = topic === 'mail.digest' ? digestToken(app, userId) : kindsToken(app, userId, lines.map(({ kind }) => kind));
  const more = titles.length - LISTED;
  const list = [...titles.slice(0, LISTED), ...(more > 0 ? [`and ${more} more`] : [])].map((title) => `\u2013 ${title.replace(/\s+/g, ' ').slice(0, 200)}`).join('\n');
  return mailMessage(id, topic, { to, name, origin: app.APP_ORIGIN, link: `${app.APP_ORIGIN}/notifications`, list, count: titles.length, unsubscribe });
}

/** One outbox row a browser, so that one that fails is tried again by itself. */
export const pushesOf = ({ newId }: { newId(): string }, subscriptionIds: readonly string[], { title, body, link, group }: Pick<Notification, 'title' | 'body' | 'link' | 'group'>, urgency: PushJob['urgency']): OutboxMessage[] =>
  subscriptionIds.map((subscriptionId) => ({ id: newId(), topic: PUSH_TOPIC, payload: { subscriptionId, urgency, message: { title, body, path: link, tag: group } } }));
