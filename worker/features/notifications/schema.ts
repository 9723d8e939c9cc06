// The wire types of notifications and of what a person sets about them.
import { z } from 'zod';

export const NoticeKind = z.enum([
  'nda-requested', 'nda-countered', 'nda-approved', 'nda-rejected', 'nda-withdrawn', 'nda-signed', 'nda-revoked', 'nda-due', 'nda-lapsed', 'nda-ending', 'nda-expired',
  'nda-question', 'nda-answer', 'documents-opened', 'message', 'message-request', 'comment', 'reply', 'follow', 'published', 'search-alert', 'attachment-answered',
  'editor-invited', 'report-decided', 'pitch-taken-down', 'pitch-put-back', 'appeal-declined',
]);
export type NoticeKind = z.output<typeof NoticeKind>;

/** One line of the list: the latest of its group, and how many it stands for. `link` is a path of this site. */
export const Notification = z.object({
  id: z.string(),
  kind: NoticeKind,
  group: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  count: z.int(),
  at: z.string(),
  readAt: z.string().nullable(),
});
export type Notification = z.output<typeof Notification>;

export const NotificationsQuery = z.strictObject({
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 20),
  cursor: z.string().max(500).optional(),
  /** `true`: only what is unread. */
  unread: z.enum(['true', 'false']).optional(),
});

export const NotificationList = z.object({ items: z.array(Notification), nextCursor: z.string().nullable(), unread: z.int() });
export type NotificationList = z.output<typeof NotificationList>;

export const Unread = z.object({ unread: z.int() });
export type Unread = z.output<typeof Unread>;

export const MailChoice = z.enum(['now', 'digest', 'off']);
export type MailChoice = z.output<typeof MailChoice>;

export const Channels = z.strictObject({ inApp: z.boolean(), mail: MailChoice, push: z.boolean() });
export type Channels = z.output<typeof Channels>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time like 22:00.');

/** Whether the runtime knows a time zone by this name. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false; // RangeError is how it says no
  }
}

export const TimeZone = z.string().max(60).refine(isTimeZone, 'A time zone like Europe/Lisbon.');
export const QuietHours = z.strictObject({ from: clock, to: clock }).refine(({ from, to }) => from !== to, 'Quiet hours begin and end at different times.');
export const Digest = z.strictObject({ frequency: z.enum(['daily', 'weekly', 'off']), hour: z.int().min(0).max(23) });

/** Every member may be left out; `kinds` names only the kinds that change. */
export const PreferencesChange = z.strictObject({
  timeZone: TimeZone.optional(),
  quietHours: QuietHours.nullable().optional(),
  weeklyCap: z.int().min(0).max(200).optional(),
  digest: Digest.optional(),
  kinds: z.partialRecord(NoticeKind, Channels).optional(),
});
export type PreferencesChange = z.output<typeof PreferencesChange>;

export const KindPreference = z.object({ kind: NoticeKind, section: z.string(), label: z.string(), required: z.boolean(), channels: Channels });
export type KindPreference = z.output<typeof KindPreference>;

export const Preferences = z.object({
  timeZone: z.string(),
  quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  weeklyCap: z.int(),
  /** Mails of this week, which began on Monday in the person's zone; what must be mailed counts and is never withheld. */
  mailsThisWeek: z.int(),
  digest: Digest,
  kinds: z.array(KindPreference),
  devices: z.array(z.object({ id: z.string(), device: z.string(), createdAt: z.string() })),
});
export type Preferences = z.output<typeof Preferences>;

/** As a browser's PushSubscription gives it. */
export const PushSubscriptionCreate = z.strictObject({
  endpoint: z.url().max(1000),
  expirationTime: z.number().nullable().optional(),
  keys: z.strictObject({ p256dh: z.string().regex(/^[\w-]{87}=?$/), auth: z.string().regex(/^[\w-]{22}(==)?$/) }),
});
export type PushSubscriptionCreate = z.output<typeof PushSubscriptionCreate>;
export const PushSubscriptionDelete = z.strictObject({ endpoint: z.url().max(1000) });
/** Null where this site sends no pushes. */
export const PushKey = z.object({ key: z.string().nullable() });
export type PushKey = z.output<typeof PushKey>;

/** What a tab is told; the same words are in the list. */
export const NotificationEvent = z.object({ kind: z.literal('notification'), notification: Notification });
/** `ids` null: everything up to now was read. */
export const NotificationReadEvent = z.object({ kind: z.literal('notification_read'), ids: z.array(z.string()).nullable(), at: z.string() });

export const UnsubscribeQuery = z.strictObject({ token: z.string().max(800) });
/** POST /api/unsubscribe?token=: what no longer comes by mail. `names`: of the search, or of the kinds; none for the digest. */
export const Unsubscribed = z.object({ stopped: z.enum(['search', 'kinds', 'digest']), names: z.array(z.string()) });
export type Unsubscribed = z.output<typeof Unsubscribed>;
