// Who stands how to whom, as conditions for the WHERE clause.
import { type Sql, sql } from '../../platform/db/sql.ts';

/** A block between two people, in either direction. */
export const isApart = (one: Sql, other: Sql): Sql => sql`
  EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = ${one} AND b.blocked_id = ${other}) OR (b.blocker_id = ${other} AND b.blocked_id = ${one}))`;

/** Two people who need not ask each other: a signed agreement between them, or a conversation of two that both have taken up. */
export const isKnown = (one: Sql, other: Sql): Sql => sql`(
  EXISTS (SELECT FROM ndas n WHERE n.status = 'signed' AND ((n.owner_id = ${one} AND n.signer_id = ${other}) OR (n.owner_id = ${other} AND n.signer_id = ${one})))
  OR EXISTS (SELECT FROM conversation_participants x JOIN conversation_participants y USING (conversation_id) JOIN conversations k ON k.id = conversation_id
    WHERE x.user_id = ${one} AND y.user_id = ${other} AND x.folder = 'inbox' AND y.folder = 'inbox' AND k.kind <> 'group' AND k.last_seq > 0))`;

/** Whether a block stands between somebody who is to come (a query of ids) and anybody they would share a group with (another one). */
export const isAnyApart = (coming: Sql, all: Sql): Sql => sql`
  EXISTS (SELECT FROM blocks b WHERE (b.blocker_id IN (${coming}) AND b.blocked_id IN (${all})) OR (b.blocked_id IN (${coming}) AND b.blocker_id IN (${all})))`;

/** Ids of people whom somebody neither hears nor reads in a group. */
export const apartFrom = (userId: string): Sql => sql`SELECT blocked_id AS id FROM blocks WHERE blocker_id = ${userId}::uuid UNION SELECT blocker_id FROM blocks WHERE blocked_id = ${userId}::uuid`;

/** Whether the title of pitch `p` may be shown to a participant of conversation `c`: what left the market keeps its name to itself. */
export const showsPitch = (userId: string): Sql => sql`(p.status = 'published' OR p.owner_id = ${userId}::uuid OR c.kind = 'nda')`;
