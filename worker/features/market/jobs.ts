// What cron keeps right about the market: how common each word is, and how much each pitch trends.
import { execute } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import type { Services } from '../../services.ts';
import { countWeeks } from './queries.ts';
import { placeDue } from './trend.ts';

type Used = Pick<Services, 'db' | 'clock'>;

/** Words a statement counts: a common one takes some milliseconds. */
const BITE = 10;
/** A count is looked at again after this. */
const COUNT_LASTS_MS = 24 * 3_600_000;
/** A run ends after this, whatever is left is for the next. */
const RUN_MS = 20_000;
const TREND_BITE = 5_000;

/** Counts the words whose count is oldest, new ones first, and forgets those that no published pitch has any more. Gives how many were counted. */
export async function refreshLexemes({ db, clock }: Used): Promise<number> {
  const endAt = clock.now() + RUN_MS;
  let counted = 0;
  for (;;) {
    const now = clock.now();
    const due = new Date(now - COUNT_LASTS_MS).toISOString();
    const counts = sql`
      WITH due AS MATERIALIZED (
        SELECT word, lexeme FROM search_lexemes WHERE counted_at IS NULL OR counted_at < ${due} ORDER BY counted_at NULLS FIRST LIMIT ${BITE} FOR UPDATE SKIP LOCKED
      ), counts AS MATERIALIZED (
        SELECT d.word, (SELECT count(*)::int FROM pitches p WHERE p.status = 'published' AND p.search @@ (plainto_tsquery('simple', d.lexeme) || plainto_tsquery('simple', d.word))) AS found
        FROM due d
      ), gone AS (
        DELETE FROM search_lexemes l USING counts c WHERE l.word = c.word AND c.found = 0 RETURNING l.word
      ), kept AS (
        UPDATE search_lexemes l SET pitches = c.found, counted_at = ${new Date(now).toISOString()} FROM counts c WHERE l.word = c.word AND c.found > 0 RETURNING l.word
      )
      SELECT word FROM gone UNION ALL SELECT word FROM kept`;
    // By the index alone: otherwise a common word would have every search vector unpacked.
    const touched = (await db.batch([sql`SET LOCAL enable_seqscan = off`, counts])).at(-1)?.count ?? 0;
    counted += touched;
    if (touched < BITE || now > endAt) break;
  }
  if (counted > 0) log('info', 'market.words', { counted });
  return counted;
}

/** Counts how many pitches came out in each week. Gives how many weeks changed. */
export const refreshWeeks = ({ db }: Pick<Services, 'db'>): Promise<number> => execute(db, countWeeks);

/** Writes the trend of every published pitch whose counters changed. Gives how many rows were written. */
export async function refreshTrending({ db, clock }: Used): Promise<number> {
  const now = new Date(clock.now()).toISOString();
  let written = 0;
  for (;;) {
    const touched = await execute(db, placeDue(now, TREND_BITE));
    written += touched;
    if (touched < TREND_BITE) break;
  }
  if (written > 0) log('info', 'market.trending', { written });
  return written;
}
