// Once a minute: what waited and may leave now. Several for one person go in one mail; what would be over the week's number goes into the digest;
// what was read here meanwhile, or is no longer wanted, is dropped. One transaction a person, under the lock of their settings.
import { z } from 'zod';
import { execute, type Queryable, rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import { insertOutbox, type OutboxMessage } from '../../platform/outbox/outbox.ts';
import { isSuspended } from '../moderation/queries.ts';
import { catalogue } from './catalogue.ts';
import { listMailOf, mailOf, pushesOf } from './letters.ts';
import { afterQuiet, digestAfter, type Settings } from './plan.ts';
import { lineColumns, lineOf, lineTables, StoredLine, toldOf } from './queries.ts';
import { MailChoice } from './schema.ts';
import type { Used } from './tell.ts';
import { lockSettings, mailsSince } from './tell-queries.ts';
import { weekStart } from './zone.ts';

/** People a run; what is left is for the next minute. */
const PEOPLE = 200;
const RUN_MS = 20_000;

const iso = (ms: number): string => new Date(ms).toISOString();

const Waiting = StoredLine.extend({ channel: z.enum(['mail', 'push']), inDigest: z.boolean(), prefMail: MailChoice.nullable(), prefPush: z.boolean().nullable() });
type Waiting = z.output<typeof Waiting>;

const selectWaiting = (tx: Queryable, userId: string, at: string) => rows(tx, Waiting, sql`
  SELECT ${lineColumns}, d.channel, d.in_digest AS "inDigest", p.mail AS "prefMail", p.push AS "prefPush"
  FROM notification_deliveries d JOIN notifications n ON n.id = d.notification_id ${lineTables} LEFT JOIN notification_preferences p ON p.user_id = n.user_id AND p.kind = n.kind
  WHERE d.user_id = ${userId} AND d.state = 'waiting' AND d.due_at <= ${at}::timestamptz ORDER BY n.created_at, n.id`);

const Addressee = z.object({ id: z.string(), email: z.string(), name: z.string(), portal: z.enum(['creator', 'investor', 'production', 'admin']), reachable: z.boolean(), devices: z.array(z.string()) });

const selectAddressee = (tx: Queryable, userId: string) => rows(tx, Addressee, sql`
  SELECT u.id, u.email::text AS email, u.name, u.portal, u.email_verified AND NOT ${isSuspended(sql`u.id`)} AS reachable,
    (SELECT coalesce(json_agg(s.id ORDER BY s.id), '[]') FROM push_subscriptions s WHERE s.user_id = u.id) AS devices FROM users u WHERE u.id = ${userId}`);

const keys = (userId: string, channel: 'mail' | 'push', lines: readonly Waiting[]) => sql`user_id = ${userId} AND channel = ${channel} AND state = 'waiting' AND notification_id = ANY(${lines.map(({ id }) => id)}::uuid[])`;

/** Whether it still should leave: not read meanwhile (a conversation that is read reads its lines), and not switched off. */
const isWanted = ({ kind, readAt, channel, prefMail, prefPush }: Waiting): boolean => {
  const { required, channels } = catalogue[kind];
  if (required && channel === 'mail') return true;
  return readAt === null && (channel === 'mail' ? (prefMail ?? channels.mail) !== 'off' : prefPush ?? channels.push);
};

interface Turn { used: Used; tx: Queryable; userId: string; settings: Settings; now: number; to: z.output<typeof Addressee>; outbox: OutboxMessage[] }

const drop = ({ tx, userId }: Turn, channel: 'mail' | 'push', lines: readonly Waiting[]) => execute(tx, sql`UPDATE notification_deliveries SET state = 'dropped' WHERE ${keys(userId, channel, lines)}`);
const postpone = ({ tx, userId }: Turn, channel: 'mail' | 'push', lines: readonly Waiting[], due: number, inDigest: boolean) =>
  execute(tx, sql`UPDATE notification_deliveries SET due_at = ${iso(due)}::timestamptz, in_digest = ${inDigest} WHERE ${keys(userId, channel, lines)}`);

async function leave(turn: Turn, channel: 'mail' | 'push', lines: readonly Waiting[], messages: readonly OutboxMessage[]): Promise<void> {
  turn.outbox.push(...messages);
  await execute(turn.tx, sql`UPDATE notification_deliveries SET state = 'sent', sent_at = ${iso(turn.now)}::timestamptz, outbox_id = ${messages[0]?.id ?? null}::uuid WHERE ${keys(turn.userId, channel, lines)}`);
}

const shown = (turn: Turn, line: Waiting) => lineOf({ ...line, group: line.group_key }, toldOf(line, turn.to.portal));
/** Of what belongs together, the latest stands for the rest. */
const latest = (lines: readonly Waiting[]): Waiting[] => [...new Map(lines.map((line) => [line.group_key, line])).values()];

async function sendMails(turn: Turn, lines: readonly Waiting[]): Promise<void> {
  if (lines.length === 0) return;
  const { used, tx, userId, settings, now, to } = turn;
  const sent = await scalar(tx, z.int(), sql`SELECT ${mailsSince(sql`${userId}::uuid`, sql`${iso(weekStart(now, settings.timeZone))}::timestamptz`)}`);
  if (sent >= settings.weeklyCap) {
    const due = digestAfter(now, settings);
    await (due === null ? drop(turn, 'mail', lines) : postpone(turn, 'mail', lines, due, true));
    return;
  }
  const [first, ...others] = latest(lines) as [Waiting, ...Waiting[]];
  const id = used.services.newId();
  const mail = others.length === 0 ? mailOf(used.settings, id, { kind: first.kind, told: toldOf(first, to.portal), company: first.actorCompany }, to)
    : listMailOf(used.settings, id, 'mail.notices', [first, ...others].map((line) => shown(turn, line)), to);
  await leave(turn, 'mail', lines, [mail]);
}

async function sendDigest(turn: Turn, lines: readonly Waiting[]): Promise<void> {
  if (lines.length === 0) return;
  const { used, to } = turn;
  await leave(turn, 'mail', lines, [listMailOf(used.settings, used.services.newId(), 'mail.digest', latest(lines).map((line) => shown(turn, line)), to)]);
}

async function sendPushes(turn: Turn, lines: readonly Waiting[]): Promise<void> {
  if (lines.length === 0) return;
  const { used: { services }, to } = turn;
  const [first, ...others] = latest(lines) as [Waiting, ...Waiting[]];
  const one = shown(turn, first);
  const message = others.length === 0 ? one : { title: `${others.length + 1} things happened`, body: one.title, link: '/notifications', group: 'several' };
  await leave(turn, 'push', lines, pushesOf(services, to.devices, message, 'normal'));
}

/** Sends what of one person's is due. */
async function sendFor(used: Used, userId: string): Promise<void> {
  const now = used.services.clock.now();
  const outbox: OutboxMessage[] = [];
  await used.services.db.transaction(async (tx) => {
    const settings = (await lockSettings(tx, [userId])).get(userId);
    const [to] = await selectAddressee(tx, userId);
    if (!settings || !to) return;
    const turn: Turn = { used, tx, userId, settings, now, to, outbox };
    const due = await selectWaiting(tx, userId, iso(now));
    const wakesAt = afterQuiet(now, settings);
    for (const channel of ['mail', 'push'] as const) {
      const all = due.filter((line) => line.channel === channel);
      const isLost = (line: Waiting) => !to.reachable || !isWanted(line) || (channel === 'push' && to.devices.length === 0);
      await drop(turn, channel, all.filter(isLost));
      const wanted = all.filter((line) => !isLost(line));
      // A digest comes when it was ordered for; anything else keeps to quiet hours, also to ones that were set while it waited.
      const [digest, rest] = [wanted.filter(({ inDigest }) => inDigest), wanted.filter(({ inDigest }) => !inDigest)];
      if (wakesAt > now) await postpone(turn, channel, rest, wakesAt, false);
      else await (channel === 'mail' ? sendMails : sendPushes)(turn, rest);
      await sendDigest(turn, digest);
    }
    if (outbox.length > 0) await tx.query(insertOutbox(outbox));
  });
  await used.services.outbox.relay(outbox.map(({ id }) => id));
}

/** Gives how many people something was due for. One whose turn fails holds up nobody else, but the run fails. */
export async function sendDue(used: Used): Promise<{ people: number }> {
  const { db, clock } = used.services;
  const endAt = clock.now() + RUN_MS;
  const found = await rows(db, z.object({ user_id: z.string() }), sql`
    SELECT user_id FROM notification_deliveries WHERE state = 'waiting' AND due_at <= ${iso(clock.now())}::timestamptz GROUP BY user_id ORDER BY min(due_at) LIMIT ${PEOPLE}`);
  const failures: unknown[] = [];
  for (const { user_id: userId } of found) {
    if (clock.now() > endAt) break;
    await sendFor(used, userId).catch((error: unknown) => failures.push(error));
  }
  if (found.length > 0) log('info', 'notifications.due', { people: found.length, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} people could not be sent what was due`);
  return { people: found.length };
}
