// Preferences and browsers of one person.
import { z } from 'zod';
import type { Db, Queryable } from '../../platform/db/db.ts';
import { execute, optionalRow } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Portal } from '../../http/context.ts';
import { catalogue } from './catalogue.ts';
import { defaultSettings, type Settings } from './plan.ts';
import { Channels, NoticeKind, type Preferences, type PreferencesChange, type PushSubscriptionCreate } from './schema.ts';
import { mailsSince, settingsColumns, settingsFrom } from './tell-queries.ts';
import { weekStart } from './zone.ts';

const Chosen = Channels.extend({ kind: z.string() });
const Device = z.object({ id: z.string(), device: z.string(), createdAt: z.string() });

const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const selectSettings = (userId: string): Sql => sql`SELECT ${settingsColumns} FROM notification_settings WHERE user_id = ${userId}`;

/** Everything on the preferences page, as far as it concerns this portal. */
export async function selectPreferences(db: Db, { id: userId, portal }: { id: string; portal: Portal }, now: number): Promise<Preferences> {
  const [stored, chosen, devices] = await db.batch([
    selectSettings(userId),
    sql`SELECT kind, in_app AS "inApp", mail, push FROM notification_preferences WHERE user_id = ${userId}`,
    sql`SELECT id, device, created_at AS "createdAt" FROM push_subscriptions WHERE user_id = ${userId} ORDER BY created_at, id`,
  ]);
  const settings: Settings = stored?.rows[0] ? settingsFrom(stored.rows[0]).settings : defaultSettings;
  const { mails } = (await optionalRow(db, z.object({ mails: z.int() }), sql`SELECT ${mailsSince(sql`${userId}::uuid`, sql`${new Date(weekStart(now, settings.timeZone)).toISOString()}::timestamptz`)} AS mails`)) ?? { mails: 0 };
  const byKind = new Map((chosen?.rows ?? []).map((row) => { const { kind, ...channels } = Chosen.parse(row); return [kind, channels]; }));
  return {
    timeZone: settings.timeZone, quietHours: settings.quiet && { from: clockOf(settings.quiet.from), to: clockOf(settings.quiet.to) },
    weeklyCap: settings.weeklyCap, mailsThisWeek: mails, digest: { frequency: settings.digest, hour: settings.digestHour },
    kinds: NoticeKind.options.flatMap((kind) => {
      const { section, label, audience, required = false, channels } = catalogue[kind];
      return audience.includes(portal) ? [{ kind, section, label, required, channels: chosenOf(kind, byKind.get(kind) ?? channels) }] : [];
    }),
    devices: (devices?.rows ?? []).map((row) => Device.parse(row)),
  };
}

/** What cannot be silenced is shown and mailed whatever was chosen; only whether it is pushed as well is the person's. */
function chosenOf(kind: NoticeKind, chosen: Channels): Channels {
  const { required = false, channels } = catalogue[kind];
  return required ? { ...channels, push: chosen.push } : chosen;
}

/** Writes what was given and leaves the rest. */
export async function updatePreferences(db: Db, userId: string, { timeZone, quietHours, weeklyCap, digest, kinds }: PreferencesChange, at: string): Promise<void> {
  const quiet = quietHours ? { from: minuteOf(quietHours.from), to: minuteOf(quietHours.to) } : null;
  const chosen = Object.entries(kinds ?? {}).flatMap(([kind, channels]) => (channels ? [{ kind, ...chosenOf(kind as NoticeKind, channels) }] : []));
  const set = sql.join([
    sql`updated_at = ${at}::timestamptz`,
    ...(timeZone === undefined ? [] : [sql`time_zone = ${timeZone}`]),
    ...(quietHours === undefined ? [] : [sql`quiet_from = ${quiet?.from ?? null}::int, quiet_to = ${quiet?.to ?? null}::int`]),
    ...(weeklyCap === undefined ? [] : [sql`weekly_cap = ${weeklyCap}`]),
    ...(digest === undefined ? [] : [sql`digest = ${digest.frequency}, digest_hour = ${digest.hour}`]),
  ], ', ');
  await db.batch([
    sql`INSERT INTO notification_settings (user_id) VALUES (${userId}) ON CONFLICT DO NOTHING`,
    sql`UPDATE notification_settings SET ${set} WHERE user_id = ${userId}`,
    ...(chosen.length === 0 ? [] : [sql`
      INSERT INTO notification_preferences (user_id, kind, in_app, mail, push)
      SELECT ${userId}::uuid, i.item->>'kind', (i.item->>'inApp')::boolean, i.item->>'mail', (i.item->>'push')::boolean FROM jsonb_array_elements(${JSON.stringify(chosen)}::jsonb) AS i(item)
      ON CONFLICT (user_id, kind) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail, push = excluded.push`]),
  ]);
}

/** Browsers a person may have; the oldest give way. */
const MOST_DEVICES = 20;

/** One browser is one person's: whoever signed in there last, for as long as they are. */
export const upsertSubscription = ({ id, userId, sessionId, endpoint, keys, device, at }: PushSubscriptionCreate & { id: string; userId: string; sessionId: string; device: string; at: string }): Sql[] => [
  sql`INSERT INTO push_subscriptions (id, user_id, session_id, endpoint, p256dh, auth, device, created_at)
    VALUES (${id}, ${userId}, ${sessionId}, ${endpoint}, ${keys.p256dh.replace(/=+$/, '')}, ${keys.auth.replace(/=+$/, '')}, ${device}, ${at})
    ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, session_id = excluded.session_id, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device, created_at = excluded.created_at`,
  sql`DELETE FROM push_subscriptions WHERE id IN (SELECT id FROM push_subscriptions WHERE user_id = ${userId} ORDER BY created_at DESC, id DESC OFFSET ${MOST_DEVICES})`,
];

export const deleteSubscription = (userId: string, endpoint: string): Sql => sql`DELETE FROM push_subscriptions WHERE user_id = ${userId} AND endpoint = ${endpoint}`;

const Subscription = z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() });

export const selectOptionalSubscription = (db: Queryable, id: string) => optionalRow(db, Subscription, sql`SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE id = ${id}`);

/** Only while it is still the one that was tried: a browser may have subscribed anew meanwhile. */
export const forgetSubscription = (id: string, endpoint: string): Sql => sql`DELETE FROM push_subscriptions WHERE id = ${id} AND endpoint = ${endpoint}`;

/** Mails of these kinds off, the other channels as they are. Gives how many; 0 where the person is gone. */
export const silenceKinds = (db: Queryable, userId: string, kinds: readonly NoticeKind[]): Promise<number> => execute(db, sql`
  INSERT INTO notification_preferences (user_id, kind, in_app, mail, push)
  SELECT u.id, i.item->>'kind', (i.item->>'inApp')::boolean, 'off', (i.item->>'push')::boolean
  FROM users u, jsonb_array_elements(${JSON.stringify(kinds.map((kind) => ({ kind, ...catalogue[kind].channels })))}::jsonb) AS i(item) WHERE u.id = ${userId}
  ON CONFLICT (user_id, kind) DO UPDATE SET mail = 'off'`);

export const silenceDigest = (db: Queryable, userId: string, at: string): Promise<number> => execute(db, sql`
  INSERT INTO notification_settings (user_id, digest, updated_at) SELECT id, 'off', ${at}::timestamptz FROM users WHERE id = ${userId}
  ON CONFLICT (user_id) DO UPDATE SET digest = 'off', updated_at = excluded.updated_at`);
