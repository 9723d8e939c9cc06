// What every statement of deeds has around it: who is in the conversation and who is kept apart, and what the streams are told. A statement
// gives one row: what became of each deed, the payloads told, and the numbers that each person's stream gave them.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { type Delivery, tellCtes, type Telling, ToldStreams, toldStreams } from '../../platform/live/streams.ts';
import { Message } from './schema.ts';

interface Parts {
  conversationId: string;
  at: string;
  /** Further common table expressions. They may use room(id, kind, grouped, last_seq), people(user_id, folder, from_seq, read_seq, muted_until) and apart(one, other). */
  ctes: Sql;
  /** As in tellCtes. */
  facts: Sql;
  audience: Sql;
  /** A query of (ord, verdict, message or eventId, seq): one line a deed. `eventId`: the event that carries the message, which then comes once. */
  outcomes: Sql;
  /** A query of (id): what it left in the outbox. */
  outbox?: Sql;
}

/** The row is locked before, in the same transaction, so that every statement sees what the one before it wrote. */
export const lockConversation = (id: string): Sql => sql`SELECT id FROM conversations WHERE id = ${id}::uuid FOR NO KEY UPDATE`;

/** What tellCtes told: payloads by event, and who was told which. */
export const toldColumns = sql`(SELECT coalesce(jsonb_object_agg(event_id, payload), '{}'::jsonb) FROM facts) AS payloads, ${toldStreams} AS streams`;

export const deedStatement = ({ conversationId, at, ctes, facts, audience, outcomes, outbox }: Parts): Sql => sql`
  WITH room AS MATERIALIZED (SELECT id, kind, kind = 'group' AS grouped, last_seq FROM conversations WHERE id = ${conversationId}::uuid),
  people AS MATERIALIZED (SELECT user_id, folder, from_seq, read_seq, muted_until FROM conversation_participants WHERE conversation_id = ${conversationId}::uuid AND left_at IS NULL),
  -- Block by block of each person: the planner would otherwise ask for every pair of people.
  barred AS MATERIALIZED (SELECT b.blocker_id, b.blocked_id FROM people p CROSS JOIN LATERAL (SELECT blocker_id, blocked_id FROM blocks WHERE blocker_id = p.user_id OFFSET 0) b
    WHERE (b.blocked_id IN (SELECT user_id FROM people)) IS TRUE),
  apart AS MATERIALIZED (SELECT blocker_id AS one, blocked_id AS other FROM barred UNION SELECT blocked_id, blocker_id FROM barred),
  ${ctes},
  ${tellCtes(facts, audience, at)}
  SELECT (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]'::jsonb) FROM (${outcomes}) o) AS outcomes,
    ${outbox === undefined ? sql`'[]'::jsonb` : sql`(SELECT coalesce(jsonb_agg(x.id), '[]'::jsonb) FROM (${outbox}) x)`} AS outbox,
    ${toldColumns}`;

/** `gone`: not in it, or no such message. `late`: no longer the author's to change. `other`: somebody else's message. */
export const Verdict = z.enum(['ok', 'same', 'repeated', 'gone', 'other', 'late', 'closed', 'waiting', 'reply', 'files', 'strangers', 'apart', 'many']);
export type Verdict = z.output<typeof Verdict>;

const Row = z.object({
  outcomes: z.array(z.object({ ord: z.int(), verdict: Verdict, message: Message.nullish(), eventId: z.string().nullish(), seq: z.int().nullish(), messageId: z.string().nullish() })),
  outbox: z.array(z.string()),
  // Messages in payloads are told as they were composed: walking each would be a tenth of what a burst costs.
  payloads: z.record(z.string(), z.looseObject({ kind: z.string(), message: z.custom<Message>().optional() })),
  streams: ToldStreams,
});
export type DeedRow = z.output<typeof Row>;

export function parseDeedRow(row: unknown): DeedRow {
  const read = Row.parse(row);
  for (const outcome of read.outcomes) if (outcome.eventId) outcome.message = read.payloads[outcome.eventId]?.message;
  return read;
}

type Told = Pick<DeedRow, 'payloads' | 'streams'>;

/** What is to be told after commit. */
export const tellingsOf = (found: readonly Told[], at: string): Telling[] =>
  found.flatMap(({ payloads, streams }) => streams.map(({ events, people }) => ({ at, people, events: events.map((id) => payloads[id] ?? { kind: 'blank' }) })));

/** The same a person, in the order of their numbers. */
export function deliveriesOf(tellings: readonly Telling[]): Delivery[] {
  const byPerson = new Map<string, Delivery>();
  for (const { at, events, people } of tellings) {
    for (const { id: userId, last } of people) {
      const delivery = byPerson.get(userId) ?? { userId, entries: [] };
      byPerson.set(userId, delivery);
      events.forEach((event, index) => delivery.entries.push({ seq: last - events.length + 1 + index, at, event }));
    }
  }
  return [...byPerson.values()];
}
