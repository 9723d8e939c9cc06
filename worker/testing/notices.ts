// What the queue does with notices, for feature tests: each is told, and the mails that come of it lie in the outbox.
import { z } from 'zod';
import { settingsOf } from '../env.ts';
import { NOTICE_TOPIC } from '../features/notifications/actions.ts';
import { createTeller } from '../features/notifications/tell.ts';
import { rows } from '../platform/db/db.ts';
import { sql } from '../platform/db/sql.ts';
import { markDone } from '../platform/outbox/settle.ts';
import type { TestApp } from './test-app.ts';

/** Tells what waits. Throws for a notice that cannot be told. */
export async function deliverNotices(app: TestApp): Promise<void> {
  await app.settle();
  const tell = createTeller({ services: app.services, settings: settingsOf(app.env) });
  for (const { id, topic, payload } of await rows(app.db, z.object({ id: z.string(), topic: z.string(), payload: z.unknown() }), sql`SELECT id, topic, payload FROM outbox WHERE topic = ${NOTICE_TOPIC} AND status = 'pending' ORDER BY id`)) {
    const refused = await tell({ id, topic, payload, attempt: 1 });
    if (refused) throw new Error(`${refused.undeliverable}: ${JSON.stringify(payload)}`);
    await markDone(app.db, id);
  }
}
