// The time that a list may take of the database: a plan that goes wrong must not hold it.
import { AppError } from '../../platform/app-error.ts';
import type { Db, Result } from '../../platform/db/db.ts';
import type { Sql } from '../../platform/db/sql.ts';

export const isTooLate = (error: unknown): boolean => (error as { code?: string } | null)?.code === '57014';

/** One statement under the settings before it, which hold for it alone. Throws `unavailable` when it takes longer than they allow. */
export async function inTime(db: Db, settings: readonly Sql[], statement: Sql): Promise<Result> {
  try {
    return (await db.batch([...settings, statement])).at(-1) as Result;
  } catch (error) {
    if (!isTooLate(error)) throw error;
    throw new AppError('unavailable', 'This search takes too long just now. Add a word or a filter, or try again in a moment.', { cause: error, retryAfter: 5 });
  }
}
