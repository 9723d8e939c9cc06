// What every statement of deeds has around it: who is in the conversation and who is kept apart, and what the streams are told. A statement
// gives one row: what became of each deed, the payloads told, and the numbers that each person's stream gave them.
import { z } from 'zod';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { type Delivery, tellCtes } from '../../platform/live/streams.ts';
import { Message } from './schema.ts';

interface Parts {
  conversationId: string;
  at: string;
  /** Further common table expressions. They may use room(id, kind, grouped, last_seq), people(user_id, folder, from_seq, read_seq, muted_until) and apart(one, other). */
  ctes: Sql;
  /** As in tellCtes. */
  facts: Sql;
  audience: Sql;
  /** A query of (ord, verdict, message, seq): one line a deed. */
  outcomes: Sql;
  /** A query of (id): what it left in the outbox. */
  outbox?: Sql;
}

/** The row is locked before, in the same transaction, so that every statement sees what the one before it wrote. */
export const lockConversation = (id: string): Sql => sql`SELECT id FROM conversations WHERE id = ${id}::uuid FOR NO KEY UPDATE`;

/** What tellCtes told: payloads by event, and each person's new numbers. */
export const toldColumns = sql`(SELECT coalesce(jsonb_object_agg(event_id, payload), '{}'::jsonb) FROM facts) AS payloads,
    (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]'::jsonb) FROM (SELECT user_id AS "userId", array_agg(seq ORDER BY seq) AS seqs, array_agg(event_id ORDER BY seq) AS events FROM entered GROUP BY user_id) s) AS streams`;

export const deedStatement = ({ conversationId, at, ctes, facts, audience, outcomes, outbox }: Parts): Sql => sql`
  WITH room AS MATERIALIZED (SELECT id, kind, kind = 'group' AS grouped, last_seq FROM conversations WHERE id = ${conversationId}::uuid),
  people AS MATERIALIZED (SELECT user_id, folder, from_seq, read_seq, muted_until FROM conversation_participants WHERE conversation_id = ${conversationId}::uuid AND left_at IS NULL),
  apart AS MATERIALIZED (
    SELECT b.blocker_id AS one, b.blocked_id AS other FROM blocks b JOIN people x ON x.user_id = b.blocker_id JOIN people y ON y.user_id = b.blocked_id
    UNION SELECT b.blocked_id, b.blocker_id FROM blocks b JOIN people x ON x.user_id = b.blocker_id JOIN people y ON y.user_id = b.blocked_id),
  ${ctes},
  ${tellCtes(facts, audience, at)}
  SELECT (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]'::jsonb) FROM (${outcomes}) o) AS outcomes,
    ${outbox === undefined ? sql`'[]'::jsonb` : sql`(SELECT coalesce(jsonb_agg(x.id), '[]'::jsonb) FROM (${outbox}) x)`} AS outbox,
    ${toldColumns}`;

/** `gone`: not in it, or no such message. `late`: no longer the author's to change. `other`: somebody else's message. */
export const Verdict = z.enum(['ok', 'same', 'repeated', 'gone', 'other', 'late', 'closed', 'waiting', 'reply', 'files', 'strangers', 'many']);
export type Verdict = z.output<typeof Verdict>;

const Row = z.object({
  outcomes: z.array(z.object({ ord: z.int(), verdict: Verdict, message: Message.nullish(), seq: z.int().nullish(), messageId: z.string().nullish() })),
  outbox: z.array(z.string()),
  payloads: z.record(z.string(), z.looseObject({ kind: z.string() })),
  streams: z.array(z.object({ userId: z.string(), seqs: z.array(z.int()), events: z.array(z.string()) })),
});
export type DeedRow = z.output<typeof Row>;
export const parseDeedRow = (row: unknown): DeedRow => Row.parse(row);

/** What is to be told after commit, a person once, in the order of their numbers. */
export function deliveriesOfDeeds(found: readonly Pick<DeedRow, 'payloads' | 'streams'>[], at: string): Delivery[] {
  const byPerson = new Map<string, Delivery>();
  for (const { payloads, streams } of found) {
    for (const { userId, seqs, events } of streams) {
      const delivery = byPerson.get(userId) ?? { userId, entries: [] };
      byPerson.set(userId, delivery);
      events.forEach((id, index) => {
        const [event, seq] = [payloads[id], seqs[index]];
        if (event && seq !== undefined) delivery.entries.push({ seq, at, event });
      });
    }
  }
  return [...byPerson.values()];
}
