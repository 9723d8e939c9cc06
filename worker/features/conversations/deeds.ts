// What people do in a conversation, many at a time: checked, put into statements in the order they came, committed as one transaction, and
// answered one by one. Called by the room of the conversation, which sees to it that there is one such transaction at a time.
import { z } from 'zod';
import type { Deed } from '../../../durable-objects/hub/protocol.ts';
import { AppError } from '../../platform/app-error.ts';
import { type Db, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Delivery } from '../../platform/live/streams.ts';
import { cleanText } from '../../platform/text.ts';
import { deleteStatement, editStatement, reactStatement, type Read, readStatement } from './change-statements.ts';
import { type DeedRow, deliveriesOfDeeds, lockConversation, parseDeedRow } from './deed-frame.ts';
import { messageJson } from './message-json.ts';
import { refusalOf, type Refused, refused } from './refusals.ts';
import { LONGEST_MESSAGE, Message, ReactionWord, type DeedResult } from './schema.ts';
import { type Send, sendStatement } from './send-statement.ts';

export interface PendingDeed {
  /** The client's own id of it: of a send, what makes a repetition the same message. */
  id: string;
  person: { id: string; name: string };
  deed: Deed;
}
export type Outcome = { ok: true; result: DeedResult } | Refused;
export interface Committed {
  outcomes: Outcome[];
  deliveries: Delivery[];
  /** Outbox rows that were left, to be relayed. */
  outbox: string[];
}
interface Used {
  db: Db;
  newId(): string;
  now: number;
  /** People who have the conversation open. */
  here?: readonly string[];
}

/** One statement of the transaction, and what its lines answer. `answer` is not called for deeds it says nothing about: those are `gone`. */
interface Step { statement: Sql; deeds: number[]; answer(line: DeedRow['outcomes'][number]): void }

/** The deed as it is to be written, or why it is none. */
function checked(deed: Deed): Deed | Refused {
  switch (deed.kind) {
    case 'send': {
      const [body, fileIds] = [cleanText(deed.body), [...new Set(deed.fileIds ?? [])]];
      if (body.length === 0 && fileIds.length === 0) return refused('bad_frame', 'Write something, or attach a file.');
      if (body.length > LONGEST_MESSAGE) return refused('bad_frame', 'At most 8,000 characters.');
      return { ...deed, body, fileIds };
    }
    case 'edit': {
      const body = cleanText(deed.body);
      return body.length === 0 ? refused('bad_frame', 'Write something.') : { ...deed, body };
    }
    case 'react':
      return deed.word === null || ReactionWord.safeParse(deed.word).success ? deed : refused('bad_frame', 'This is no word of the list.');
    default:
      return deed;
  }
}

const selectMessagesById = (db: Db, ids: readonly string[]) =>
  rows(db, z.object({ message: Message }), sql`SELECT ${messageJson(null)} AS message FROM messages m LEFT JOIN users u ON u.id = m.sender_id WHERE m.id = ANY(${ids}::uuid[])`);

/** Everybody's streams in one order, so that two transactions of several statements cannot wait for each other. */
const lockStreams = (conversationId: string): Sql => sql`
  SELECT user_id FROM streams WHERE user_id IN (SELECT user_id FROM conversation_participants WHERE conversation_id = ${conversationId}::uuid AND left_at IS NULL) ORDER BY user_id FOR NO KEY UPDATE`;

function plan(conversationId: string, pending: readonly PendingDeed[], { newId, at, here, outcomes, repeated }: { newId(): string; at: string; here: readonly string[]; outcomes: (Outcome | undefined)[]; repeated: Map<number, string> }): Step[] {
  const steps: Step[] = [];
  const reads = new Map<string, Read & { deeds: number[] }>();
  let sends: Send[] = [];
  const flush = (): void => {
    if (sends.length === 0) return;
    const sent = sends;
    sends = [];
    steps.push({ statement: sendStatement(conversationId, sent, at, here), deeds: sent.map(({ ord }) => ord), answer: ({ ord, verdict, message, messageId }) => {
      if (verdict === 'repeated' && messageId) repeated.set(ord, messageId);
      else outcomes[ord] = verdict === 'ok' && message ? { ok: true, result: { kind: 'send', message, repeated: false } } : refusalOf(verdict);
    } });
  };
  pending.forEach(({ id, person, deed: given }, ord) => {
    const deed = checked(given);
    if ('ok' in deed) {
      outcomes[ord] = deed;
      return;
    }
    if (deed.kind === 'read') {
      const held = reads.get(person.id);
      if (held) Object.assign(held, { seq: Math.max(held.seq, deed.seq), deeds: [...held.deeds, ord] });
      else reads.set(person.id, { ord, eventId: newId(), noticeEventId: newId(), userId: person.id, seq: deed.seq, deeds: [ord] });
      return;
    }
    if (deed.kind === 'send') {
      const fileIds = deed.fileIds ?? [];
      // A file can go with one message only, which one statement could not see of itself.
      if (fileIds.length > 0 && sends.some((send) => send.fileIds.length > 0)) flush();
      sends.push({ ord, eventId: newId(), maskedId: newId(), noticeId: newId(), requestId: newId(), fileIds, replyTo: deed.replyTo ?? null, message: {
        id: newId(), conversationId, clientId: id, sender: person, body: deed.body, sentAt: at, editedAt: null, deletedAt: null, hidden: false, reactions: [],
      } });
      return;
    }
    flush();
    const change = { conversationId, userId: person.id, messageId: deed.messageId, eventId: newId(), maskedId: newId(), at };
    const settle = (result: (line: DeedRow['outcomes'][number]) => DeedResult | null) => (line: DeedRow['outcomes'][number]): void => {
      const done = line.verdict === 'ok' || line.verdict === 'same' ? result(line) : null;
      outcomes[ord] = done ? { ok: true, result: done } : refusalOf(line.verdict);
    };
    const { messageId } = deed;
    if (deed.kind === 'edit') steps.push({ deeds: [ord], statement: editStatement({ ...change, body: deed.body }), answer: settle(({ message }) => (message ? { kind: 'edit', message } : null)) });
    else if (deed.kind === 'delete') steps.push({ deeds: [ord], statement: deleteStatement({ ...change, outboxId: newId() }), answer: settle(({ seq }) => ({ kind: 'delete', messageId, seq: seq ?? 0 })) });
    else {
      const word = ReactionWord.nullable().parse(deed.word);
      steps.push({ deeds: [ord], statement: reactStatement({ ...change, word }), answer: settle(() => ({ kind: 'react', messageId, word })) });
    }
  });
  flush();
  // Last, so that what was sent with them can be read; they name what they mean by its number anyway.
  if (reads.size > 0) {
    const all = [...reads.values()];
    steps.push({ deeds: all.flatMap(({ deeds }) => deeds), statement: readStatement(conversationId, all.map(({ deeds: _deeds, ...read }) => read), at), answer: ({ ord, verdict, seq }) => {
      for (const one of all.find((read) => read.ord === ord)?.deeds ?? []) outcomes[one] = verdict === 'gone' ? refusalOf('gone') : { ok: true, result: { kind: 'read', seq: seq ?? 0 } };
    } });
  }
  return steps;
}

/** All of them in one transaction. Throws when nothing was written, or when nobody can know. */
async function commitTogether({ db, newId, now, here = [] }: Used, conversationId: string, pending: readonly PendingDeed[]): Promise<Committed> {
  const at = new Date(now).toISOString();
  const outcomes: (Outcome | undefined)[] = pending.map(() => undefined);
  const repeated = new Map<number, string>();
  // The same id twice among those that wait is one message: the second is answered with the first.
  const first = new Map<string, number>();
  const twins = new Map<number, number>();
  const single = pending.map((deed, ord) => {
    if (deed.deed.kind !== 'send') return deed;
    const key = `${deed.person.id} ${deed.id}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, ord);
    else twins.set(ord, earlier);
    return deed;
  });
  const ords = single.flatMap((_, ord) => (twins.has(ord) ? [] : [ord]));
  const inner: (Outcome | undefined)[] = ords.map(() => undefined);
  const steps = plan(conversationId, ords.map((ord) => single[ord] as PendingDeed), { newId, at, here, outcomes: inner, repeated });
  let found: DeedRow[] = [];
  if (steps.length > 0) {
    const locks = [lockConversation(conversationId), ...(steps.length > 1 ? [lockStreams(conversationId)] : [])];
    const results = await db.batch([...locks, ...steps.map(({ statement }) => statement)]);
    found = results.slice(locks.length).map(({ rows: lines }) => parseDeedRow(lines[0]));
    found.forEach((row, index) => row.outcomes.forEach((line) => steps[index]?.answer(line)));
  }
  if (repeated.size > 0) {
    const stored = new Map((await selectMessagesById(db, [...repeated.values()])).map(({ message }) => [message.id, message]));
    for (const [ord, messageId] of repeated) {
      const message = stored.get(messageId);
      if (message) inner[ord] = { ok: true, result: { kind: 'send', message, repeated: true } };
    }
  }
  ords.forEach((ord, index) => { outcomes[ord] = inner[index] ?? refusalOf('gone'); });
  for (const [ord, earlier] of twins) {
    const outcome = outcomes[earlier];
    outcomes[ord] = outcome?.ok && outcome.result.kind === 'send' ? { ok: true, result: { ...outcome.result, repeated: true } } : outcome;
  }
  return { outcomes: outcomes.map((outcome) => outcome ?? refusalOf('gone')), deliveries: deliveriesOfDeeds(found, at), outbox: found.flatMap(({ outbox }) => outbox) };
}

const isAway = (error: unknown): boolean => error instanceof AppError && error.code === 'unavailable';

/**
 * Commits what people did, in order. A deed that cannot be written for a reason of its own does not take the others with it.
 * Throws AppError `unavailable` when the database does not answer: then nobody may be told that something was written.
 */
export async function commitDeeds(used: Used, conversationId: string, pending: readonly PendingDeed[]): Promise<Committed> {
  try {
    return await commitTogether(used, conversationId, pending);
  } catch (error) {
    if (isAway(error) || pending.length < 2) throw error;
    const apart: Committed = { outcomes: [], deliveries: [], outbox: [] };
    for (const one of pending) {
      try {
        const { outcomes, deliveries, outbox } = await commitTogether(used, conversationId, [one]);
        apart.outcomes.push(...outcomes);
        apart.deliveries.push(...deliveries);
        apart.outbox.push(...outbox);
      } catch (cause) {
        if (isAway(cause)) throw cause;
        apart.outcomes.push(refused('internal', 'This could not be written. It has been noted.'));
      }
    }
    return apart;
  }
}
