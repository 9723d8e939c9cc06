// A person's stream: everything durable they are told live, in one gapless order. A row is written in the statement of the fact itself;
// the lock on the person's stream makes the order of numbers the order of commits, so "after n" never misses one.
import { z } from 'zod';
import { type Queryable, rows } from '../db/db.ts';
import { sql, type Sql } from '../db/sql.ts';

/** What happened, the same words for everyone who is told. Its kinds are the union in durable-objects/hub/events.ts. */
export type EventPayload = { kind: string } & Record<string, unknown>;

/** One line of a person's stream. `seq` grows by exactly one a line. */
export const StreamEntry = z.object({ seq: z.coerce.number(), at: z.string(), event: z.looseObject({ kind: z.string() }) });
export type StreamEntry = z.output<typeof StreamEntry>;

/** Lines for one person, committed, to be told now. */
export interface Delivery { userId: string; entries: StreamEntry[] }

/** The same events, told to several people under numbers of their own; `last`: that of the last event. */
export interface Telling { at: string; events: EventPayload[]; people: { id: string; last: number }[] }

export interface EventToAppend {
  /** UUIDv7. */
  id: string;
  payload: EventPayload;
  subjectId?: string | null;
  /** Of a conversation: only told while the person is in it. */
  conversationId?: string | null;
  userIds: readonly string[];
}

/**
 * The common table expressions that append events. `pairs` selects one row a person and event:
 * (ord int, event_id uuid, kind text, subject_id uuid, conversation_id uuid, payload jsonb, user_id uuid). The last of them, `appended`,
 * holds (user_id, seq, at, event). People are locked in the order of their ids, so that two writers cannot wait for each other.
 */
export const appendCtes = (pairs: Sql, at: string): Sql => sql`
  pairs AS MATERIALIZED (${pairs}),
  told AS (INSERT INTO live_events (id, kind, subject_id, conversation_id, payload, created_at)
    SELECT DISTINCT ON (event_id) event_id, kind, subject_id, conversation_id, payload, ${at}::timestamptz FROM pairs),
  totals AS (SELECT user_id, count(*) AS n FROM pairs GROUP BY user_id ORDER BY user_id),
  moved AS (INSERT INTO streams (user_id, last_seq) SELECT user_id, n FROM totals ORDER BY user_id
    ON CONFLICT (user_id) DO UPDATE SET last_seq = streams.last_seq + excluded.last_seq RETURNING user_id, last_seq),
  numbered AS (SELECT p.*, m.last_seq - t.n + row_number() OVER (PARTITION BY p.user_id ORDER BY p.ord) AS seq
    FROM pairs p JOIN totals t USING (user_id) JOIN moved m USING (user_id)),
  entered AS (INSERT INTO stream_entries (user_id, seq, event_id) SELECT user_id, seq, event_id FROM numbered),
  appended AS (SELECT user_id, seq, ${at}::timestamptz AS at, payload AS event FROM numbered)`;

/**
 * The same for many events that many people hear: each payload is named once. `facts` selects
 * (ord, event_id, kind, subject_id, conversation_id, payload), `audience` (ord, event_id, user_id). The last of them, `moved` and `totals`,
 * say who was told what: see `toldStreams`. Numbers are made a person, not a line: the planner takes the audience for one row, and would
 * look every line up among all people.
 */
export const tellCtes = (facts: Sql, audience: Sql, at: string): Sql => sql`
  facts AS MATERIALIZED (${facts}),
  told AS (INSERT INTO live_events (id, kind, subject_id, conversation_id, payload, created_at)
    SELECT event_id, kind, subject_id, conversation_id, payload, ${at}::timestamptz FROM facts),
  heard AS MATERIALIZED (${audience}),
  totals AS MATERIALIZED (SELECT user_id, count(*) AS n, array_agg(event_id ORDER BY ord) AS events FROM heard GROUP BY user_id),
  moved AS (INSERT INTO streams (user_id, last_seq) SELECT user_id, n FROM totals ORDER BY user_id
    ON CONFLICT (user_id) DO UPDATE SET last_seq = streams.last_seq + excluded.last_seq RETURNING user_id, last_seq),
  entered AS (INSERT INTO stream_entries (user_id, seq, event_id)
    SELECT t.user_id, m.last_seq - t.n + e.nth, e.event_id FROM totals t JOIN moved m USING (user_id) CROSS JOIN LATERAL unnest(t.events) WITH ORDINALITY AS e(event_id, nth))`;

/** JSON of what tellCtes told: people who were told the same are named together, each with the number of their last line. A value of `ToldStreams`. */
export const toldStreams = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('events', g.events, 'people', g.people)), '[]'::jsonb) FROM (
    SELECT t.events, jsonb_agg(jsonb_build_object('id', t.user_id, 'last', m.last_seq)) AS people FROM totals t JOIN moved m USING (user_id) GROUP BY t.events) g)`;

/** Events in their order, and who was told all of them and nothing else. */
export const ToldStreams = z.array(z.object({ events: z.array(z.string()), people: z.array(z.object({ id: z.string(), last: z.int() })) }));
export type ToldStreams = z.output<typeof ToldStreams>;

/** One statement that appends events and gives the lines made: for a batch or a transaction, or by itself. Parse with `deliveriesOf`. */
export const appendEvents = (events: readonly EventToAppend[], at: string): Sql => sql`
  WITH ${appendCtes(sql`
    SELECT (e.item->>'ord')::int AS ord, (e.item->>'id')::uuid AS event_id, e.item->'payload'->>'kind' AS kind, (e.item->>'subjectId')::uuid AS subject_id,
      (e.item->>'conversationId')::uuid AS conversation_id, e.item->'payload' AS payload, person::uuid AS user_id
    FROM jsonb_array_elements(${JSON.stringify(events.map((event, ord) => ({ ...event, ord })))}::jsonb) AS e(item), jsonb_array_elements_text(e.item->'userIds') AS person`, at)}
  SELECT user_id, seq, at, event FROM appended ORDER BY user_id, seq`;

const Appended = StreamEntry.extend({ user_id: z.string() });

/** The rows of `appended`, by person. */
export function deliveriesOf(found: readonly Record<string, unknown>[]): Delivery[] {
  const byPerson = new Map<string, StreamEntry[]>();
  for (const row of found) {
    const { user_id: userId, ...entry } = Appended.parse(row);
    const lines = byPerson.get(userId);
    if (lines) lines.push(entry);
    else byPerson.set(userId, [entry]);
  }
  return [...byPerson].map(([userId, entries]) => ({ userId, entries: entries.sort((a, b) => a.seq - b.seq) }));
}

const Head = z.object({ last_seq: z.coerce.number(), floor_seq: z.coerce.number() });
export interface StreamPage {
  entries: StreamEntry[];
  /** Where the person's stream stands. */
  head: number;
  /** The cursor is older than what is kept (or from elsewhere): fetch everything anew and go on from `head`. */
  reset: boolean;
  /** There is more after the last entry. */
  more: boolean;
}

export const PAGE = 500;

/**
 * What a person is told after `since`, oldest first. What was said in a conversation the person has left, or that is out of sight, comes
 * as a blank of the same number, so that the order stays gapless.
 */
export async function readStream(db: Queryable, userId: string, since: number, limit = PAGE): Promise<StreamPage> {
  const found = await rows(db, Head.extend({ seq: z.coerce.number().nullable(), at: z.string().nullable(), event: z.looseObject({ kind: z.string() }).nullable() }), sql`
    SELECT s.last_seq, s.floor_seq, e.seq, e.at, e.event FROM (SELECT coalesce(max(last_seq), 0) AS last_seq, coalesce(max(floor_seq), 0) AS floor_seq FROM streams WHERE user_id = ${userId}) s
    LEFT JOIN LATERAL (
      SELECT n.seq, v.created_at AS at, CASE WHEN v.conversation_id IS NULL OR p.user_id IS NOT NULL THEN v.payload ELSE '{"kind":"blank"}'::jsonb END AS event
      FROM stream_entries n JOIN live_events v ON v.id = n.event_id
      LEFT JOIN conversation_participants p ON p.conversation_id = v.conversation_id AND p.user_id = n.user_id AND p.left_at IS NULL
      WHERE n.user_id = ${userId} AND n.seq > ${since} ORDER BY n.seq LIMIT ${limit + 1}) e ON true
    ORDER BY e.seq`);
  const head = found[0]?.last_seq ?? 0;
  if (since > head || since < (found[0]?.floor_seq ?? 0)) return { entries: [], head, reset: true, more: false };
  const entries = found.flatMap(({ seq, at, event }) => (seq === null || at === null || event === null ? [] : [{ seq, at, event }]));
  return { entries: entries.slice(0, limit), head, reset: false, more: entries.length > limit };
}
