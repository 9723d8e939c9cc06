// The consumer of `notify`: one fact, one transaction. Who is told, where, and when it leaves is decided here; mails and pushes leave through
// outbox rows of their own. The same fact again finds that it was told and does nothing.
import type { Settings as AppSettings } from '../../env.ts';
import type { Consumer } from '../../platform/outbox/consume.ts';
import { insertOutbox, type OutboxMessage } from '../../platform/outbox/outbox.ts';
import { type Delivery as StreamDelivery, deliveriesOf } from '../../platform/live/streams.ts';
import type { Services } from '../../services.ts';
import { catalogue, type Told } from './catalogue.ts';
import { mailOf, pushesOf } from './letters.ts';
import { Notice } from './actions.ts';
import { plan, type Settings } from './plan.ts';
import { lineOf } from './queries.ts';
import { type Delivery, insertDeliveries, insertLines, type Line, lockSettings, type Reader, selectOptionalActor, selectReaders } from './tell-queries.ts';
import { weekStart } from './zone.ts';

export interface Used {
  services: Pick<Services, 'db' | 'clock' | 'newId' | 'outbox' | 'live'>;
  settings: AppSettings;
}

const iso = (ms: number): string => new Date(ms).toISOString();

interface Written { lines: Line[]; deliveries: Delivery[]; outbox: OutboxMessage[] }

function write({ services, settings: app }: Used, notice: Notice, reader: Reader, settings: Settings, actor: { name: string; handle: string; companyName: string | null } | null, now: number, into: Written): void {
  const kind = catalogue[notice.kind];
  const group = kind.group(notice.subject);
  const channels = { inApp: reader.inApp ?? kind.channels.inApp, mail: reader.mail ?? kind.channels.mail, push: reader.push ?? kind.channels.push };
  const { inApp, mail, push } = plan(kind, channels, settings, { now, reachable: reader.reachable, mailsThisWeek: reader.mailsThisWeek, groupMailAt: reader.groupMailAt, devices: reader.devices.length });
  if (!inApp && !mail && !push) return;
  const id = services.newId();
  const told: Told = { data: notice.data, other: actor?.name ?? notice.data.other ?? 'Somebody', handle: actor?.handle ?? null, subjectId: notice.subject, portal: reader.portal, count: inApp ? (reader.groupCount ?? 0) + 1 : 1 };
  const line = lineOf({ id, kind: notice.kind, group, at: iso(now), readAt: null }, told);
  into.lines.push({ id, userId: reader.id, count: told.count, inApp, eventId: services.newId(), event: { kind: 'notification', notification: line } });
  const leave = (channel: 'mail' | 'push', due: number, inDigest: boolean, messages: OutboxMessage[]) => {
    into.outbox.push(...messages);
    into.deliveries.push({ notificationId: id, userId: reader.id, channel, inDigest, due: iso(due), outboxId: messages[0]?.id ?? null });
  };
  if (mail) leave('mail', mail.due, mail.inDigest, mail.due <= now && !mail.inDigest ? [mailOf(app, services.newId(), { kind: notice.kind, told, company: actor?.companyName ?? null }, reader)] : []);
  if (push) leave('push', push.due, false, push.due <= now ? pushesOf(services, reader.devices, line, kind.urgency) : []);
}

/** Tells what is new of a fact. `sourceId`: the same again tells nobody twice. */
export async function deliverNotice(used: Used, sourceId: string, notice: Notice): Promise<void> {
  const { db, clock, outbox, live } = used.services;
  const kind = catalogue[notice.kind];
  const now = clock.now();
  const groupKey = kind.group(notice.subject);
  const written: Written = { lines: [], deliveries: [], outbox: [] };
  let told: StreamDelivery[] = [];
  await db.transaction(async (tx) => {
    const people = await lockSettings(tx, notice.to);
    const readers = await selectReaders(tx, [...people].map(([id, settings]) => ({ id, settings, weekStart: iso(weekStart(now, settings.timeZone)) })), { kind: notice.kind, groupKey, sourceId, by: notice.by });
    const actor = await selectOptionalActor(tx, notice.by);
    for (const reader of readers) {
      const settings = people.get(reader.id);
      if (!settings || reader.told || (reader.blocked && !kind.required && kind.section !== 'Agreements')) continue;
      write(used, notice, reader, settings, actor, now, written);
    }
    if (written.lines.length === 0) return;
    const { rows } = await tx.query(insertLines(written.lines, { kind: notice.kind, sourceId, groupKey, subjectId: notice.subject, actorId: notice.by, data: notice.data, at: iso(now) }));
    told = deliveriesOf(rows);
    if (written.deliveries.length > 0) await tx.query(insertDeliveries(written.deliveries, groupKey, iso(now)));
    if (written.outbox.length > 0) await tx.query(insertOutbox(written.outbox));
  });
  await live.deliver(told);
  await outbox.relay(written.outbox.map(({ id }) => id));
}

/** Consumer of `notify`. */
export const createTeller = (used: Used): Consumer => async ({ id, payload }) => {
  const parsed = Notice.safeParse(payload);
  if (!parsed.success) return { undeliverable: `payload: ${parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ')}` };
  await deliverNotice(used, id, parsed.data);
};
