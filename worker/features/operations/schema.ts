// What an operator sees of how the house is running.
import { z } from 'zod';
import { dayTables } from '../../platform/events/days.ts';

export const OverviewQuery = z.strictObject({ hours: z.coerce.number().pipe(z.literal([24, 168])).default(24) });

export const Overview = z.object({
  range: z.object({ hours: z.int(), from: z.string(), to: z.string() }),
  requests: z.object({
    total: z.int(), clientErrors: z.int(), serverErrors: z.int(),
    /** Of 500 ms and more. */
    slow: z.int(),
    hours: z.array(z.object({ hour: z.string(), requests: z.int(), serverErrors: z.int() })),
    /** Those with most requests. Averages in ms. */
    routes: z.array(z.object({ method: z.string(), route: z.string(), requests: z.int(), clientErrors: z.int(), serverErrors: z.int(), slow: z.int(), ms: z.number(), dbCount: z.number(), dbMs: z.number() })),
  }),
  /** Reads by the tier that answered; `db` is a miss of every tier. */
  cache: z.array(z.object({ namespace: z.string(), tiers: z.record(z.string(), z.int()), reads: z.int(), hitShare: z.number() })),
  outbox: z.object({ pending: z.int(), dead: z.int(), oldestPendingAt: z.string().nullable(), topics: z.array(z.object({ topic: z.string(), dead: z.int() })) }),
  events: z.object({ batches: z.int(), events: z.int(), lastAt: z.string().nullable(), views: z.int(), reads: z.int(), searches: z.int(), misses: z.int() }),
  /** `strays`: rows that came for a day without a partition. */
  days: z.array(z.object({ table: z.enum(dayTables), days: z.int(), first: z.string().nullable(), last: z.string().nullable(), bytes: z.int(), strays: z.int() })),
  archives: z.array(z.object({ day: z.string(), lines: z.int(), parts: z.int(), bytes: z.int() })),
  /** Searches that found nothing. */
  misses: z.array(z.object({ words: z.string(), searches: z.int() })),
});
export type Overview = z.output<typeof Overview>;
