// What telling reads and writes. All of it happens under the lock of each person's settings row, in the order of their ids.
import { z } from 'zod';
import { type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { appendCtes } from '../../platform/live/streams.ts';
import { isSuspended } from '../moderation/queries.ts';
import type { Settings } from './plan.ts';
import { MailChoice, type NoticeKind } from './schema.ts';

const time = z.string().transform((at) => Date.parse(at));
const SettingsRow = z.object({
  user_id: z.string(), time_zone: z.string(), quiet_from: z.int().nullable(), quiet_to: z.int().nullable(), weekly_cap: z.int(), digest: z.enum(['daily', 'weekly', 'off']), digest_hour: z.int(),
});
export const settingsColumns = sql`user_id, time_zone, quiet_from, quiet_to, weekly_cap, digest, digest_hour`;

/** A row's settings, as planning takes them. */
export function settingsFrom(row: unknown): { userId: string; settings: Settings } {
  const { user_id: userId, time_zone: timeZone, quiet_from: from, quiet_to: to, weekly_cap: weeklyCap, digest, digest_hour: digestHour } = SettingsRow.parse(row);
  return { userId, settings: { timeZone, quiet: from === null || to === null ? null : { from, to }, weeklyCap, digest, digestHour } };
}

/** Makes and locks the settings of these people; those who are gone are left out. */
export async function lockSettings(tx: Queryable, userIds: readonly string[]): Promise<Map<string, Settings>> {
  const { rows: found } = await tx.query(sql`
    INSERT INTO notification_settings (user_id) SELECT id FROM users WHERE id = ANY(${userIds}::uuid[]) ORDER BY id
    ON CONFLICT (user_id) DO UPDATE SET user_id = excluded.user_id RETURNING ${settingsColumns}`);
  return new Map(found.map((row) => { const { userId, settings } = settingsFrom(row); return [userId, settings]; }));
}

/** Mails of `d` count together when they left together. */
export const mailsSince = (userId: Sql, since: Sql): Sql => sql`
  (SELECT count(DISTINCT d.outbox_id)::int FROM notification_deliveries d WHERE d.user_id = ${userId} AND d.channel = 'mail' AND NOT d.in_digest AND d.sent_at >= ${since})`;

export interface Person { id: string; settings: Settings; weekStart: string }

const Reader = z.object({
  id: z.string(), email: z.string(), name: z.string(), portal: z.enum(['creator', 'investor', 'production', 'admin']), reachable: z.boolean(), blocked: z.boolean(), told: z.boolean(),
  inApp: z.boolean().nullable(), mail: MailChoice.nullable(), push: z.boolean().nullable(), groupCount: z.int().nullable(), groupMailAt: time.nullable(), mailsThisWeek: z.int(), devices: z.array(z.string()),
});
export type Reader = z.output<typeof Reader>;

/** What decides for each person: their choices for this kind, what is unread and mailed of this group, their week, their browsers. */
export const selectReaders = (tx: Queryable, people: readonly Person[], { kind, groupKey, sourceId, by }: { kind: NoticeKind; groupKey: string; sourceId: string; by: string | null }) => rows(tx, Reader, sql`
  SELECT u.id, u.email::text AS email, u.name, u.portal, u.email_verified AND NOT ${isSuspended(sql`u.id`)} AS reachable,
    EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = u.id AND b.blocked_id = ${by}::uuid) OR (b.blocker_id = ${by}::uuid AND b.blocked_id = u.id)) AS blocked,
    EXISTS (SELECT FROM notifications n WHERE n.user_id = u.id AND n.source_id = ${sourceId} AND n.kind = ${kind}) AS told,
    p.in_app AS "inApp", p.mail, p.push, g.count AS "groupCount",
    (SELECT max(coalesce(d.sent_at, d.due_at)) FROM notification_deliveries d WHERE d.user_id = u.id AND d.group_key = ${groupKey} AND d.channel = 'mail' AND NOT d.in_digest AND d.state <> 'dropped') AS "groupMailAt",
    ${mailsSince(sql`u.id`, sql`(w.item->>'weekStart')::timestamptz`)} AS "mailsThisWeek",
    (SELECT coalesce(json_agg(s.id ORDER BY s.id), '[]') FROM push_subscriptions s WHERE s.user_id = u.id) AS devices
  FROM jsonb_array_elements(${JSON.stringify(people.map(({ id, weekStart }) => ({ id, weekStart })))}::jsonb) AS w(item) JOIN users u ON u.id = (w.item->>'id')::uuid
    LEFT JOIN notification_preferences p ON p.user_id = u.id AND p.kind = ${kind}
    LEFT JOIN notifications g ON g.user_id = u.id AND g.group_key = ${groupKey} AND g.read_at IS NULL AND g.in_app AND NOT g.superseded
  ORDER BY u.id`);

const Actor = z.object({ name: z.string(), handle: z.string(), companyName: z.string().nullable() });

/** Who did it; null when they are gone. */
export const selectOptionalActor = async (tx: Queryable, id: string | null) => (id === null ? null : (await rows(tx, Actor, sql`
  SELECT u.name, pr.handle, pr.company_name AS "companyName" FROM users u JOIN profiles pr ON pr.user_id = u.id WHERE u.id = ${id}`))[0] ?? null);

export interface Line { id: string; userId: string; count: number; inApp: boolean; eventId: string; event: unknown }
export interface Fact { kind: NoticeKind; sourceId: string; groupKey: string; subjectId: string; actorId: string | null; data: unknown; at: string }

/** Writes the lines, lets each stand for what was unread of its group, and tells the streams of those who see it. Rows: `appended`. */
export const insertLines = (lines: readonly Line[], { kind, sourceId, groupKey, subjectId, actorId, data, at }: Fact): Sql => sql`
  WITH line AS MATERIALIZED (SELECT (i.item->>'id')::uuid AS id, (i.item->>'userId')::uuid AS user_id, (i.item->>'count')::int AS count, (i.item->>'inApp')::boolean AS in_app,
      (i.item->>'eventId')::uuid AS event_id, i.item->'event' AS event FROM jsonb_array_elements(${JSON.stringify(lines)}::jsonb) AS i(item)),
    older AS (UPDATE notifications n SET superseded = true FROM line l WHERE l.in_app AND n.user_id = l.user_id AND n.group_key = ${groupKey} AND n.read_at IS NULL AND NOT n.superseded),
    made AS (INSERT INTO notifications (id, user_id, kind, source_id, group_key, subject_id, actor_id, payload, count, in_app, created_at)
      SELECT id, user_id, ${kind}, ${sourceId}::uuid, ${groupKey}, ${subjectId}::uuid, (SELECT u.id FROM users u WHERE u.id = ${actorId}::uuid), ${JSON.stringify(data)}::jsonb, count, in_app, ${at}::timestamptz FROM line),
    ${appendCtes(sql`SELECT 0 AS ord, event_id, 'notification' AS kind, id AS subject_id, NULL::uuid AS conversation_id, event AS payload, user_id FROM line WHERE in_app`, at)}
  SELECT user_id, seq, at, event FROM appended`;

export interface Delivery { notificationId: string; userId: string; channel: 'mail' | 'push'; inDigest: boolean; due: string; outboxId: string | null }

/** What leaves, at once (`outboxId`) or when it is due. */
export const insertDeliveries = (deliveries: readonly Delivery[], groupKey: string, at: string): Sql => sql`
  INSERT INTO notification_deliveries (notification_id, channel, user_id, group_key, in_digest, state, due_at, sent_at, outbox_id)
  SELECT (i.item->>'notificationId')::uuid, i.item->>'channel', (i.item->>'userId')::uuid, ${groupKey}, (i.item->>'inDigest')::boolean,
    CASE WHEN i.item->>'outboxId' IS NULL THEN 'waiting' ELSE 'sent' END, (i.item->>'due')::timestamptz, CASE WHEN i.item->>'outboxId' IS NOT NULL THEN ${at}::timestamptz END, (i.item->>'outboxId')::uuid
  FROM jsonb_array_elements(${JSON.stringify(deliveries)}::jsonb) AS i(item)`;
