// What people do in a conversation, many at a time: committed as one transaction, in the order it came, and answered one by one. Called by the
// room of the conversation, which sees to it that there is one such transaction at a time.
import { z } from 'zod';
import { AppError } from '../../platform/app-error.ts';
import { type Db, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import type { Telling } from '../../platform/live/streams.ts';
import { lockConversation, parseDeedRow, tellingsOf } from './deed-frame.ts';
import { type Outcome, type PendingDeed, stepsOf } from './deed-plan.ts';
import { messageJson } from './message-json.ts';
import { refusalOf, refused } from './refusals.ts';
import { Message } from './schema.ts';

export interface Committed {
  outcomes: Outcome[];
  tellings: Telling[];
  /** Outbox rows that were left, to be relayed. */
  outbox: string[];
}
interface Used {
  db: Db;
  newId(): string;
  /** ms. */
  now: number;
  /** People who have the conversation before them. */
  here?: readonly string[];
}

const selectMessagesById = (db: Db, ids: readonly string[]) =>
  rows(db, z.object({ message: Message }), sql`SELECT ${messageJson(null)} AS message FROM messages m LEFT JOIN users u ON u.id = m.sender_id WHERE m.id = ANY(${ids}::uuid[])`);

/** Everybody's streams in one order, so that two transactions of several statements cannot wait for each other. */
const lockStreams = (conversationId: string): Sql => sql`
  SELECT user_id FROM streams WHERE user_id IN (SELECT user_id FROM conversation_participants WHERE conversation_id = ${conversationId}::uuid AND left_at IS NULL) ORDER BY user_id FOR NO KEY UPDATE`;

/** The same id twice among those that wait is one message: the place of the second, and that of the first, which answers both. */
function twinsIn(pending: readonly PendingDeed[]): Map<number, number> {
  const [first, twins] = [new Map<string, number>(), new Map<number, number>()];
  pending.forEach(({ id, person, deed }, place) => {
    if (deed.kind !== 'send') return;
    const earlier = first.get(`${person.id} ${id}`);
    if (earlier === undefined) first.set(`${person.id} ${id}`, place);
    else twins.set(place, earlier);
  });
  return twins;
}

const again = (outcome: Outcome | undefined): Outcome | undefined => (outcome?.ok && outcome.result.kind === 'send' ? { ok: true, result: { ...outcome.result, repeated: true } } : outcome);

/** All of them in one transaction. Throws when nothing was written, or when nobody can know. */
async function commitTogether({ db, newId, now, here = [] }: Used, conversationId: string, pending: readonly PendingDeed[]): Promise<Committed> {
  const at = new Date(now).toISOString();
  const outcomes: (Outcome | undefined)[] = pending.map(() => undefined);
  const repeated = new Map<number, string>();
  const twins = twinsIn(pending);
  const steps = stepsOf({ conversationId, at, here, newId, outcomes, repeated }, [...pending.entries()].filter(([place]) => !twins.has(place)));
  const locks = [lockConversation(conversationId), ...(steps.length > 1 ? [lockStreams(conversationId)] : [])];
  const results = steps.length === 0 ? [] : await db.batch([...locks, ...steps.map(({ statement }) => statement)]);
  const found = results.slice(locks.length).map(({ rows: lines }) => parseDeedRow(lines[0]));
  found.forEach((row, index) => row.outcomes.forEach((line) => steps[index]?.answer(line)));
  if (repeated.size > 0) {
    const stored = new Map((await selectMessagesById(db, [...repeated.values()])).map(({ message }) => [message.id, message]));
    for (const [place, messageId] of repeated) {
      const message = stored.get(messageId);
      if (message) outcomes[place] = { ok: true, result: { kind: 'send', message, repeated: true } };
    }
  }
  for (const [place, earlier] of twins) outcomes[place] = again(outcomes[earlier]);
  return { outcomes: outcomes.map((outcome) => outcome ?? refusalOf('gone')), tellings: tellingsOf(found, at), outbox: found.flatMap(({ outbox }) => outbox) };
}

const isAway = (error: unknown): boolean => error instanceof AppError && error.code === 'unavailable';
/** The database chose this transaction to give way to another: it wrote nothing and may be tried again. */
const gaveWay = (error: unknown): boolean => ['40001', '40P01'].includes((error as { code?: string } | null)?.code ?? '');

const note = (conversationId: string, error: unknown): void => log('error', 'conversation.deeds', { conversationId, cause: String((error as Error)?.stack ?? error).slice(0, 1000) });

/**
 * Commits what people did, in order. A deed that cannot be written for a reason of its own does not take the others with it.
 * Throws AppError `unavailable` when the database does not answer: then nobody may be told that something was written.
 */
export async function commitDeeds(used: Used, conversationId: string, pending: readonly PendingDeed[]): Promise<Committed> {
  try {
    return await commitTogether(used, conversationId, pending);
  } catch (error) {
    if (gaveWay(error)) return commitTogether(used, conversationId, pending);
    if (isAway(error) || pending.length < 2) throw error;
    note(conversationId, error);
  }
  const apart: Committed = { outcomes: [], tellings: [], outbox: [] };
  for (const one of pending) {
    try {
      const { outcomes, tellings, outbox } = await commitTogether(used, conversationId, [one]);
      apart.outcomes.push(...outcomes);
      apart.tellings.push(...tellings);
      apart.outbox.push(...outbox);
    } catch (cause) {
      if (isAway(cause)) throw cause;
      note(conversationId, cause);
      apart.outcomes.push(refused('internal', 'This could not be written. It has been noted.'));
    }
  }
  return apart;
}
