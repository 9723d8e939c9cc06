// Once a minute: sends again what the queue lost, or never got.
import type { Queryable } from '../db/db.ts';
import { log } from '../log.ts';
import type { OutboxRelay } from './outbox.ts';
import { takeOverdue } from './settle.ts';

/** Seconds a row may be due before it counts as lost: with a sweep a minute, a lost message leaves within 90 s. */
const OVERDUE = 30;
const MOST = 500;

/** Gives the number of rows sent again. */
export async function sweepOutbox({ db, outbox }: { db: Queryable; outbox: OutboxRelay }): Promise<number> {
  const overdue = await takeOverdue(db, OVERDUE, MOST);
  if (overdue.length === 0) return 0;
  await outbox.relay(overdue.map(({ id }) => id));
  log('warn', 'outbox.swept', { rows: overdue.length });
  return overdue.length;
}
