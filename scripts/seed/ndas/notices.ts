// What the people of the demo were told of their agreements: each notice at its moment, by the product's own consumer. The mails that it writes are of the
// past and are taken out again; what is older than two days has been read.
import type pg from 'pg';
import { NOTICE_TOPIC } from '../../../worker/features/notifications/actions.ts';
import { createTeller } from '../../../worker/features/notifications/tell.ts';
import type { Stage } from './acting.ts';

const READ_AFTER = 2 * 86_400_000;

/** The moment an id was made at, Unix ms. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** Gives how many there were. */
export async function plantNotices({ stage, client, now }: { stage: Stage; client: pg.ClientBase; now: number }): Promise<number> {
  const tell = createTeller(stage);
  const { rows } = await client.query<{ id: string; payload: unknown }>('SELECT id, payload FROM outbox WHERE topic = $1 ORDER BY id', [NOTICE_TOPIC]);
  for (const { id, payload } of rows) {
    const refused = await stage.at(timeOf(id), () => tell({ id, topic: NOTICE_TOPIC, payload, attempt: 1 }));
    if (refused) throw new Error(`a notice of the demo cannot be told: ${refused.undeliverable}`);
  }
  await client.query(`UPDATE notifications SET read_at = created_at + interval '3 hours' WHERE created_at < to_timestamp($1)`, [(now - READ_AFTER) / 1000]);
  await client.query(`UPDATE notification_deliveries SET state = 'dropped' WHERE state = 'waiting'`);
  return rows.length;
}
