// Whose passing signs (writing, being there) reach whom in a conversation.
import { z } from 'zod';
import { type Db } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';

export interface Silence {
  /** Everybody who is in it. */
  people: readonly string[];
  /** People who have not taken up a request: nobody learns whether they look at it. */
  quiet: ReadonlySet<string>;
  /** For each person, those between whom and them a block stands. */
  apart: ReadonlyMap<string, ReadonlySet<string>>;
}

const Person = z.object({ id: z.string(), quiet: z.boolean() });
const Pair = z.object({ one: z.string(), other: z.string() });

export async function selectSilence(db: Db, conversationId: string): Promise<Silence> {
  const people = sql`SELECT user_id FROM conversation_participants WHERE conversation_id = ${conversationId}::uuid AND left_at IS NULL`;
  const [found, pairs] = await db.batch([
    sql`SELECT user_id AS id, folder <> 'inbox' AS quiet FROM conversation_participants WHERE conversation_id = ${conversationId}::uuid AND left_at IS NULL`,
    sql`SELECT blocker_id AS one, blocked_id AS other FROM blocks WHERE blocker_id IN (${people}) AND blocked_id IN (${people})`,
  ]);
  const apart = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => void apart.set(one, (apart.get(one) ?? new Set()).add(other));
  for (const row of pairs?.rows ?? []) {
    const { one, other } = Pair.parse(row);
    add(one, other);
    add(other, one);
  }
  const all = (found?.rows ?? []).map((row) => Person.parse(row));
  return { people: all.map(({ id }) => id), quiet: new Set(all.flatMap(({ id, quiet }) => (quiet ? [id] : []))), apart };
}

/** Of these people, those who may learn of `userId`'s passing signs. */
export const hearers = ({ people, quiet, apart }: Silence, userId: string, of: readonly string[]): string[] =>
  (quiet.has(userId) || !people.includes(userId) ? [] : of.filter((other) => other !== userId && people.includes(other) && !apart.get(userId)?.has(other)));
