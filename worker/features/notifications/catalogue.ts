// Every kind of notification, once: who gets it, by which channels unless they say otherwise, what belongs together, its words and where it leads.
// Words are made of what everybody at this gate may know: a project's title, a name, a count. What is behind a gate is read behind the link.
import { z } from 'zod';
import type { Portal } from '../../http/context.ts';
import type { MailTopic } from '../../platform/mail/messages.ts';
import type { Channels, NoticeKind } from './schema.ts';

const text = z.string().max(600);
/** What a fact tells about itself. Nothing else can be told. */
export const NoticeData = z.strictObject({
  project: text.optional(),
  /** Somebody without an account; people with one are named by `by`. */
  other: text.optional(),
  slug: text.optional(),
  /** Of a saved search: its name, what was found. */
  search: text.optional(),
  found: text.optional(),
  /** A word that decides the sentence: confirmed, declined, upheld, dismissed. */
  outcome: text.optional(),
  /** A path of this site. */
  path: z.string().regex(/^\/(?![/\\])/).max(600).optional(),
});
export type NoticeData = z.output<typeof NoticeData>;

export interface Told { data: NoticeData; other: string; handle: string | null; subjectId: string; portal: Portal; count: number }

export interface Kind {
  section: 'Agreements' | 'Messages' | 'Your projects' | 'The market';
  label: string;
  /** Whose preferences list it. */
  audience: readonly Portal[];
  channels: Channels;
  /** Shown and mailed whatever is set: what somebody is bound by, or what was decided about them. */
  required?: true;
  /** Of a push service: `high` wakes a sleeping phone. */
  urgency: 'high' | 'normal' | 'low';
  /** Minutes within which what belongs together goes in one mail. */
  window: number;
  /** Minutes a mail waits for the person to read it here first. */
  delay?: number;
  group: (subjectId: string) => string;
  mail: MailTopic;
  title: (told: Told) => string;
  body: (told: Told) => string;
  path: (told: Told) => string;
}

const everyone: readonly Portal[] = ['creator', 'investor', 'production'];
const makers: readonly Portal[] = ['creator', 'production'];
const readers: readonly Portal[] = ['investor', 'production'];

const now: Channels = { inApp: true, mail: 'now', push: true };
const nowQuietly: Channels = { inApp: true, mail: 'now', push: false };
const later: Channels = { inApp: true, mail: 'digest', push: false };

const title = ({ data }: Told): string => (data.project ? `“${data.project}”` : 'a project');
/** "Anna Weiss", or "3 people": a line that stands for several names nobody. */
const several = (one: string, many: (count: number) => string) => ({ count }: Told): string => (count === 1 ? one : many(count));

function agreement(label: string, audience: readonly Portal[], mail: MailTopic, sentence: (told: Told) => string, body: string, more: Partial<Kind> = {}): Kind {
  return {
    section: 'Agreements', label, audience, channels: now, urgency: 'high', window: 0, mail, group: (id) => `nda:${id}`,
    title: sentence, body: () => body, path: ({ subjectId }) => `/ndas/${subjectId}`, ...more,
  };
}

export const catalogue: Readonly<Record<NoticeKind, Kind>> = {
  'nda-requested': agreement('Somebody asks to read', makers, 'mail.nda-requested', (told) => `${told.other} asks to read ${title(told)}`, 'Approve, propose other terms or decline.'),
  'nda-countered': agreement('Other terms are proposed', everyone, 'mail.nda-countered', (told) => `${told.other} proposes other terms for ${title(told)}`, 'It is your turn.'),
  'nda-approved': agreement('A request is approved', everyone, 'mail.nda-approved', (told) => `${told.other} approved: sign to read ${title(told)}`, 'The offer stands for 14 days.'),
  'nda-rejected': agreement('A request is declined', readers, 'mail.nda-rejected', (told) => `${told.other} declined your request for ${title(told)}`, 'With a reason.', { urgency: 'normal' }),
  'nda-withdrawn': agreement('A request is taken back', everyone, 'mail.nda-withdrawn', (told) => `${told.other} took back what was open about ${title(told)}`, 'Nothing is left to do.', { urgency: 'normal', channels: nowQuietly }),
  'nda-signed': agreement('An agreement is signed', everyone, 'mail.nda-signed', (told) => `Signed with ${told.other}: ${title(told)}`, 'The signed copy and its certificate are there.', { required: true }),
  'nda-revoked': agreement('Access is closed', readers, 'mail.nda-revoked', (told) => `${told.other} closed your access to ${title(told)}`, 'What you agreed to stays in force.', { required: true }),
  'nda-due': agreement('An agreement waits for you', everyone, 'mail.nda-due', (told) => `The agreement on ${title(told)} lapses in three days`, 'It waits for you.'),
  'nda-lapsed': agreement('An offer has lapsed', everyone, 'mail.nda-lapsed', (told) => `What was open about ${title(told)} has lapsed`, 'Nobody answered in time.', { urgency: 'normal', channels: nowQuietly }),
  'nda-ending': agreement('Access ends soon', everyone, 'mail.nda-ending', (told) => `Access to ${title(told)} ends in 30 days`, 'It can be renewed.', { urgency: 'normal', channels: nowQuietly }),
  'nda-expired': agreement('Access has ended', everyone, 'mail.nda-expired', (told) => `Access to ${title(told)} has ended as agreed`, 'Duties of secrecy last as long as the agreement says.', { required: true, urgency: 'normal', channels: nowQuietly }),
  'nda-question': agreement('A question under an agreement', everyone, 'mail.nda-question', (told) => `${told.other} has a question about ${title(told)}`, 'It needs your answer.', { window: 30, urgency: 'normal', group: (id) => `questions:${id}` }),
  'nda-answer': agreement('An answer to your question', everyone, 'mail.nda-answer', (told) => `${told.other} answered about ${title(told)}`, 'The answer is on the page of the agreement.', { window: 30, urgency: 'normal', group: (id) => `questions:${id}` }),
  'documents-opened': {
    section: 'Agreements', label: 'Your documents are being read', audience: makers, channels: nowQuietly, urgency: 'low', window: 60, mail: 'mail.documents-opened', group: (id) => `opened:${id}`,
    title: (told) => several(`${told.other} opened documents of ${title(told)}`, (count) => `Documents of ${title(told)} were opened ${count} times`)(told),
    body: () => 'Who read what is in the reading record.', path: ({ portal, subjectId }) => `/${portal}/pitches/${subjectId}/interest`,
  },
  message: {
    section: 'Messages', label: 'Messages', audience: everyone, channels: { inApp: false, mail: 'now', push: true }, urgency: 'high', window: 60, delay: 10, mail: 'mail.message', group: (id) => `conversation:${id}`,
    title: (told) => several(`${told.other} wrote to you`, (count) => `${count} messages, the latest from ${told.other}`)(told),
    body: ({ data }) => (data.project ? `About “${data.project}”.` : ''), path: ({ subjectId }) => `/messages/${subjectId}`,
  },
  'message-request': {
    section: 'Messages', label: 'Message requests', audience: everyone, channels: nowQuietly, urgency: 'normal', window: 60, delay: 10, mail: 'mail.message-request', group: (id) => `conversation:${id}`,
    title: (told) => `${told.other} would like to write to you`, body: () => 'You share no agreement yet: accept or decline.', path: ({ subjectId }) => `/messages/${subjectId}`,
  },
  comment: {
    section: 'Your projects', label: 'Comments on your pitches', audience: makers, channels: nowQuietly, urgency: 'low', window: 120, mail: 'mail.comment', group: (id) => `comments:${id}`,
    title: (told) => several(`${told.other} commented on ${title(told)}`, (count) => `${count} comments on ${title(told)}`)(told),
    body: () => '', path: ({ data }) => (data.slug ? `/pitches/${data.slug}#comments` : '/notifications'),
  },
  reply: {
    section: 'The market', label: 'Replies to your comments', audience: everyone, channels: nowQuietly, urgency: 'low', window: 120, mail: 'mail.reply', group: (id) => `replies:${id}`,
    title: (told) => several(`${told.other} answered your comment on ${title(told)}`, (count) => `${count} answers to your comments on ${title(told)}`)(told),
    body: () => '', path: ({ data }) => (data.slug ? `/pitches/${data.slug}#comments` : '/notifications'),
  },
  follow: {
    section: 'The market', label: 'Somebody follows you', audience: everyone, channels: later, urgency: 'low', window: 1440, mail: 'mail.follow', group: () => 'follows',
    title: (told) => several(`${told.other} follows you`, (count) => `${count} people follow you, ${told.other} among them`)(told), body: () => '', path: ({ handle }) => (handle ? `/people/${handle}` : '/notifications'),
  },
  published: {
    section: 'The market', label: 'Somebody you follow publishes', audience: everyone, channels: later, urgency: 'low', window: 240, mail: 'mail.published', group: (id) => `published:${id}`,
    title: (told) => `${told.other} published ${title(told)}`, body: () => '', path: ({ data }) => (data.slug ? `/pitches/${data.slug}` : '/feed'),
  },
  'search-alert': {
    section: 'The market', label: 'A saved search found something', audience: everyone, channels: nowQuietly, urgency: 'low', window: 0, mail: 'mail.search-alert', group: (id) => `search:${id}`,
    title: ({ data }) => `New for your search “${data.search ?? ''}”`, body: ({ data }) => data.found ?? '', path: ({ data }) => data.path ?? '/saved-searches',
  },
  'attachment-answered': {
    section: 'Your projects', label: 'Somebody answers whether they are attached', audience: makers, channels: now, urgency: 'normal', window: 0, mail: 'mail.attachment-answered', group: (id) => `team:${id}`,
    title: (told) => (told.data.outcome === 'confirmed' ? `${told.other} confirmed being attached to ${title(told)}` : `${told.other} says they are not attached to ${title(told)}`),
    body: () => '', path: ({ portal, subjectId }) => `/${portal}/pitches/${subjectId}/edit`,
  },
  'editor-invited': {
    section: 'Your projects', label: 'You are asked to edit a pitch', audience: makers, channels: now, urgency: 'normal', window: 0, mail: 'mail.editor-invited', group: (id) => `editors:${id}`,
    title: (told) => `${told.other} invites you to edit ${title(told)}`, body: () => '', path: ({ portal }) => `/${portal}/pitches`,
  },
  'report-decided': {
    section: 'The market', label: 'A report of yours is decided', audience: everyone, channels: nowQuietly, urgency: 'low', window: 0, mail: 'mail.report-decided', group: (id) => `report:${id}`,
    title: ({ data }) => (data.outcome === 'upheld' ? 'Your report was upheld' : 'Your report was looked into and dismissed'), body: () => 'Thank you for telling us.', path: ({ data }) => data.path ?? '/notifications',
  },
  // Their mails carry the operator's reason and leave with the deed itself.
  'pitch-taken-down': {
    section: 'Your projects', label: 'A pitch is taken down', audience: makers, channels: { inApp: true, mail: 'off', push: true }, required: true, urgency: 'high', window: 0, mail: 'mail.pitch-taken-down', group: (id) => `moderation:${id}`,
    title: (told) => `${title(told)} was taken down`, body: () => 'The reason is in your mail.', path: ({ portal, subjectId }) => `/${portal}/pitches/${subjectId}/edit`,
  },
  'appeal-declined': {
    section: 'Your projects', label: 'A pitch stays down', audience: makers, channels: { inApp: true, mail: 'off', push: true }, required: true, urgency: 'normal', window: 0, mail: 'mail.appeal-declined', group: (id) => `moderation:${id}`,
    title: (told) => `${title(told)} stays down`, body: () => 'The answer is in your mail and in the editor.', path: ({ portal, subjectId }) => `/${portal}/pitches/${subjectId}/edit`,
  },
  'pitch-put-back': {
    section: 'Your projects', label: 'A pitch is put back', audience: makers, channels: { inApp: true, mail: 'off', push: true }, required: true, urgency: 'normal', window: 0, mail: 'mail.pitch-put-back', group: (id) => `moderation:${id}`,
    title: (told) => `${title(told)} is back in the market`, body: () => '', path: ({ portal }) => `/${portal}/pitches`,
  },
};
