// Deeds in the order they came, as the statements of one transaction.
import type { Deed } from '../../../durable-objects/hub/protocol.ts';
import type { Sql } from '../../platform/db/sql.ts';
import { cleanText } from '../../platform/text.ts';
import { deleteStatement, editStatement, reactStatement, type Read, readStatement } from './change-statements.ts';
import type { DeedRow } from './deed-frame.ts';
import { refusalOf, type Refused, refused } from './refusals.ts';
import { type DeedResult, LONGEST_MESSAGE, ReactionWord } from './schema.ts';
import { type Send, sendStatement } from './send-statement.ts';

export interface PendingDeed {
  /** The client's own id of it: of a send, what makes a repetition the same message. */
  id: string;
  person: { id: string; name: string };
  deed: Deed;
}
export type Outcome = { ok: true; result: DeedResult } | Refused;

type Line = DeedRow['outcomes'][number];
/** One statement, and what each line of its answer means. A deed that no line speaks of is `gone`. */
export interface Step { statement: Sql; answer(line: Line): void }

export interface Plan {
  conversationId: string;
  at: string;
  here: readonly string[];
  newId(): string;
  /** By the place of the deed. */
  outcomes: (Outcome | undefined)[];
  /** Sends that were stored before: message by the place of the deed. */
  repeated: Map<number, string>;
}

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

/** What is not to be written is answered at once. */
export function stepsOf({ conversationId, at, here, newId, outcomes, repeated }: Plan, pending: readonly (readonly [place: number, PendingDeed])[]): Step[] {
  const steps: Step[] = [];
  const reads = new Map<string, Read & { places: number[] }>();
  let sends: Send[] = [];

  const flush = (): void => {
    if (sends.length === 0) return;
    steps.push({ statement: sendStatement(conversationId, sends, at, here), answer: ({ ord, verdict, message, messageId }) => {
      if (verdict === 'repeated' && messageId) repeated.set(ord, messageId);
      else outcomes[ord] = verdict === 'ok' && message ? { ok: true, result: { kind: 'send', message, repeated: false } } : refusalOf(verdict);
    } });
    sends = [];
  };

  /** A statement of its own for one deed. */
  const alone = (place: number, statement: Sql, result: (line: Line) => DeedResult | null): void => {
    flush();
    steps.push({ statement, answer: (line) => {
      const done = line.verdict === 'ok' || line.verdict === 'same' ? result(line) : null;
      outcomes[place] = done ? { ok: true, result: done } : refusalOf(line.verdict);
    } });
  };

  for (const [place, { id, person, deed: given }] of pending) {
    const deed = checked(given);
    if ('ok' in deed) {
      outcomes[place] = deed;
      continue;
    }
    if (deed.kind === 'send') {
      const fileIds = deed.fileIds ?? [];
      // A file can go with one message only, which one statement could not see of itself.
      if (fileIds.length > 0 && sends.some((send) => send.fileIds.length > 0)) flush();
      sends.push({ ord: place, eventId: newId(), maskedId: newId(), noticeId: newId(), requestId: newId(), fileIds, replyTo: deed.replyTo ?? null, message: {
        id: newId(), conversationId, clientId: id, sender: person, body: deed.body, sentAt: at, editedAt: null, deletedAt: null, hidden: false, reactions: [],
      } });
      continue;
    }
    if (deed.kind === 'read') {
      const held = reads.get(person.id);
      if (held) Object.assign(held, { seq: Math.max(held.seq, deed.seq), places: [...held.places, place] });
      else reads.set(person.id, { ord: place, eventId: newId(), noticeEventId: newId(), userId: person.id, seq: deed.seq, places: [place] });
      continue;
    }
    const { messageId } = deed;
    const change = { conversationId, userId: person.id, messageId, eventId: newId(), maskedId: newId(), at };
    if (deed.kind === 'edit') alone(place, editStatement({ ...change, body: deed.body }), ({ message }) => (message ? { kind: 'edit', message } : null));
    else if (deed.kind === 'delete') alone(place, deleteStatement({ ...change, outboxId: newId() }), ({ seq }) => ({ kind: 'delete', messageId, seq: seq ?? 0 }));
    else {
      const word = ReactionWord.nullable().parse(deed.word);
      alone(place, reactStatement({ ...change, word }), () => ({ kind: 'react', messageId, word }));
    }
  }
  flush();
  // Last, so that what was sent with them can be read; they name what they mean by its number anyway.
  if (reads.size > 0) {
    const all = [...reads.values()];
    steps.push({ statement: readStatement(conversationId, all.map(({ places: _places, ...read }) => read), at), answer: ({ ord, verdict, seq }) => {
      for (const place of all.find((read) => read.ord === ord)?.places ?? []) outcomes[place] = verdict === 'gone' ? refusalOf('gone') : { ok: true, result: { kind: 'read', seq: seq ?? 0 } };
    } });
  }
  return steps;
}
