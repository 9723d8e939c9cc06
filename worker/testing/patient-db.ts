// A database that waits: what a test says of an order must not depend on how busy the machine is.
import type { Db } from '../platform/db/db.ts';
import { sql } from '../platform/db/sql.ts';

/** The same database, whose batches may take a minute where they set themselves a limit. Other settings of the same statement go with it. */
export const patient = (db: Db): Db => ({
  ...db,
  batch: (statements) => db.batch(statements.map((statement) =>
    (statement.strings[0]?.includes('statement_timeout') ? sql`SELECT set_config('statement_timeout', '60000', true), set_config('enable_seqscan', 'off', true)` : statement))),
});
