// Counts one batch of events: exactly once, in one transaction, in partitions that are there.
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import type { Sql } from '../db/sql.ts';
import { type Claim, claimBatch } from './claims.ts';
import { dayOf, type DayTable, ensureDays } from './days.ts';
import type { AppEvent } from './events.ts';

/** Knows what to do with events of some kinds. */
export interface EventCounter {
  kinds: readonly string[];
  /** Tables that its statements write to by day. */
  tables: readonly DayTable[];
  /** Statements for events of its kinds, each conditional on `claimed(claim)`. Throws for an event that has not the shape of its kind. */
  statements(claim: Claim, events: readonly AppEvent[]): Sql[];
}

const MOST = 1_000;
const Batch = z.object({ id: z.uuid(), events: z.array(z.looseObject({ kind: z.string(), at: z.number().min(1_600_000_000_000).max(9_000_000_000_000) })).max(MOST) });

/** A message that no try will count. */
export class UncountableBatch extends Error {}

interface Using {
  db: Db;
  counters: readonly EventCounter[];
  newId(): string;
  now: number;
}

/** Gives whether it was counted now: false when an earlier delivery has. Throws UncountableBatch for what is no batch of ours, and what the database throws. */
export async function consumeBatch(body: unknown, { db, counters, newId, now }: Using): Promise<boolean> {
  const parsed = Batch.safeParse(body);
  if (!parsed.success) throw new UncountableBatch(`no batch: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { id, events } = parsed.data;
  const claim: Claim = { batchId: id, claim: newId() };
  const parts = counters.map((counter) => ({ counter, events: events.filter(({ kind }) => counter.kinds.includes(kind)) })).filter((part) => part.events.length > 0);
  const unknown = events.find(({ kind }) => !counters.some(({ kinds }) => kinds.includes(kind)));
  if (unknown) throw new UncountableBatch(`no counter for ${unknown.kind}`);
  let statements: Sql[];
  try {
    statements = parts.flatMap(({ counter, events: own }) => counter.statements(claim, own));
  } catch (error) {
    throw new UncountableBatch('an event has not the shape of its kind', { cause: error });
  }
  const days = [...new Set(events.map(({ at }) => dayOf(at)))];
  await ensureDays(db, [...new Set(parts.flatMap(({ counter }) => counter.tables))], days);
  const [taken] = await db.batch([claimBatch(claim, events.length, new Date(now).toISOString()), ...statements]);
  return taken?.count === 1;
}
