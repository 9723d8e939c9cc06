// Every night: days that have served their time. Days ahead are made, old ones dropped; request logs only once they are put away.
import { execute } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { countStrays, dayOf, type DayTable, dropDays, makeDaysAhead, selectParts } from '../../platform/events/days.ts';
import { log } from '../../platform/log.ts';
import type { Services } from '../../services.ts';
import { archiveDay } from './archive.ts';

const DAY_MS = 86_400_000;
/** Days that raw rows are kept. */
export const KEPT: Readonly<Record<DayTable, number>> = { pitch_views: 90, search_analytics: 90, pitch_stats_hourly: 35, request_logs: 14 };
/** Days put away in one run: more than the one that is due every night, so that a backlog shrinks. */
const MOST_DAYS = 3;

type Used = Pick<Services, 'db' | 'clock' | 'storage'>;

/** Puts the oldest days of request logs away and drops them. Gives the days. */
export async function rotateRequestLogs({ db, clock, storage }: Used): Promise<string[]> {
  const before = dayOf(clock.now() - KEPT.request_logs * DAY_MS);
  const due = (await selectParts(db)).filter((part) => part.table === 'request_logs' && part.day !== null && part.day < before).map(({ day }) => day as string).slice(0, MOST_DAYS);
  for (const day of due) {
    const { lines, parts, bytes } = await archiveDay(db, storage, day);
    await execute(db, sql`
      INSERT INTO log_archives (day, lines, parts, bytes, archived_at) VALUES (${day}, ${lines}, ${parts}, ${bytes}, ${new Date(clock.now()).toISOString()})
      ON CONFLICT (day) DO UPDATE SET lines = excluded.lines, parts = excluded.parts, bytes = excluded.bytes, archived_at = excluded.archived_at`);
    await dropDays(db, 'request_logs', dayOf(Date.parse(day) + DAY_MS));
    log('info', 'request-logs.archived', { day, lines, parts, bytes });
  }
  return due;
}

/** Makes the days ahead and drops the old ones of every table without an archive. Throws when rows fell between the days: somebody must look. */
export async function turnDays({ db, clock }: Used): Promise<void> {
  const made = await makeDaysAhead(db, clock.now());
  const dropped: string[] = [];
  for (const [table, days] of Object.entries(KEPT)) if (table !== 'request_logs') dropped.push(...await dropDays(db, table as DayTable, dayOf(clock.now() - days * DAY_MS)));
  if (made > 0 || dropped.length > 0) log('info', 'days', { made, dropped });
  const strays = (await countStrays(db)).filter(({ rows }) => rows > 0);
  if (strays.length > 0) throw new Error(`rows without a day: ${strays.map(({ table, rows }) => `${table} ${rows}`).join(', ')}`);
}
