// The consumer of pushes, the fan-out of a publication, and the nightly clean-up.
import { z } from 'zod';
import { execute, optionalRow, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Consumer } from '../../platform/outbox/consume.ts';
import { type Fetch, PushJob, sendPush } from '../../platform/push/push.ts';
import type { Settings as AppSettings } from '../../env.ts';
import { mailbox } from '../../platform/mail/message.ts';
import { MOST_TOLD } from './actions.ts';
import { forgetSubscription, selectOptionalSubscription } from './settings-queries.ts';
import { deliverNotice, type Used } from './tell.ts';

/** The pair that browsers are given, or null where this site sends no pushes. */
export const pushKeysOf = ({ PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey }: AppSettings): { publicKey: string; privateKey: string } | null => (publicKey && privateKey ? { publicKey, privateKey } : null);

/** Consumer of `push`. A browser that is gone is forgotten. */
export function createPusher({ services: { db, clock }, settings, fetch }: { services: Pick<Used['services'], 'db' | 'clock'>; settings: AppSettings; fetch: Fetch }): Consumer {
  const keys = pushKeysOf(settings);
  const contact = `mailto:${mailbox(settings.MAIL_FROM).address}`;
  return async ({ payload }) => {
    const parsed = PushJob.safeParse(payload);
    if (!parsed.success) return { undeliverable: 'payload' };
    const { subscriptionId } = parsed.data;
    const subscription = await selectOptionalSubscription(db, subscriptionId);
    if (!subscription) return;
    if (!keys) return { undeliverable: 'PUSH_PUBLIC_KEY and PUSH_PRIVATE_KEY are not set' };
    const outcome = await sendPush({ keys, contact, fetch, now: clock.now }, subscription, parsed.data);
    if (outcome.kind === 'gone') await execute(db, forgetSubscription(subscriptionId, subscription.endpoint));
    if (outcome.kind === 'refused') return { undeliverable: outcome.reason };
  };
}

const Published = z.object({ ownerId: z.string(), title: z.string(), slug: z.string() });

/** Tells those who follow the owner, once a pitch: publishing it again is no news. */
export async function tellFollowers(used: Used, pitchId: string): Promise<void> {
  const { db } = used.services;
  const pitch = await optionalRow(db, Published, sql`SELECT owner_id AS "ownerId", title, slug FROM pitches WHERE id = ${pitchId} AND status = 'published'`);
  if (!pitch) return;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const followers = (await rows(db, z.object({ id: z.string() }), sql`
      SELECT follower_id AS id FROM follows WHERE followed_id = ${pitch.ownerId} AND follower_id > ${after} ORDER BY follower_id LIMIT ${MOST_TOLD}`)).map(({ id }) => id);
    if (followers.length > 0) await deliverNotice(used, pitchId, { kind: 'published', to: followers, by: pitch.ownerId, subject: pitchId, data: { project: pitch.title, slug: pitch.slug } });
    if (followers.length < MOST_TOLD) return;
    after = followers.at(-1) as string;
  }
}

const KEPT = sql`interval '180 days'`;
const BITE = 5_000;

/** Every night: notifications that have served their time. */
export async function dropOldNotifications({ db }: Pick<Used['services'], 'db'>): Promise<number> {
  let total = 0;
  for (let round = 0; round < 40; round += 1) {
    const count = await execute(db, sql`DELETE FROM notifications WHERE id IN (SELECT id FROM notifications WHERE created_at < now() - ${KEPT} LIMIT ${BITE})`);
    total += count;
    if (count < BITE) break;
  }
  return total;
}
