// The end of an outbox row, and its way back.
import { z } from 'zod';
import { execute, optionalRow, type Queryable, rows } from '../db/db.ts';
import { type Sql, sql } from '../db/sql.ts';

/** Settles a row as done. A consumer whose effect is in the database runs this in the same batch, so that both happen or neither. */
export const doneStatement = (id: string): Sql => sql`
  UPDATE outbox SET status = 'done', settled_at = now(), last_error = NULL, payload = payload - 'link' - 'unsubscribe' WHERE id = ${id} AND status = 'pending'`;

/** Done: links that sign somebody in are gone from the row with it. */
export const markDone = (db: Queryable, id: string): Promise<number> => execute(db, doneStatement(id));

/** Given up. The payload stays, for a person to look at and send again. */
export const bury = (db: Queryable, id: string, reason: string): Promise<number> => execute(db, sql`
  UPDATE outbox SET status = 'dead', settled_at = now(), last_error = ${reason} WHERE id = ${id} AND status = 'pending'`);

const Buried = z.object({ topic: z.string(), attempts: z.number(), last_error: z.string().nullable() });

/** Gives up a row that the queue gave up, if it was tried often enough; a row that merely lost its messages is left to the sweeper. */
export const buryExhausted = (db: Queryable, id: string, minAttempts: number) => optionalRow(db, Buried, sql`
  UPDATE outbox SET status = 'dead', settled_at = now() WHERE id = ${id} AND status = 'pending' AND attempts >= ${minAttempts}
  RETURNING topic, attempts, last_error`);

const Swept = z.object({ id: z.string() });

/** Takes rows that have been due for `seconds`, so that they can be sent again; each comes back at most once in that time. */
export const takeOverdue = (db: Queryable, seconds: number, most: number) => rows(db, Swept, sql`
  UPDATE outbox SET available_at = now() WHERE id IN (
    SELECT id FROM outbox WHERE status = 'pending' AND available_at < now() - make_interval(secs => ${seconds})
    ORDER BY available_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
  RETURNING id`);
