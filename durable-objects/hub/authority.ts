// What a person may do, as a hub believes it: never on a look older than 5 s at the moment something is sent or taken. A look asks for
// the person's epoch; only when it moved, or after a minute, it asks the database.
import { z } from 'zod';
import { mayEdit } from '../../worker/features/pitch-editors/queries.ts';
import { type Queryable, row } from '../../worker/platform/db/db.ts';
import { type Sql, sql } from '../../worker/platform/db/sql.ts';
import type { Room } from './protocol.ts';

/** ms that a look at the epoch is believed; with the time of the look itself under 5 s. */
export const LOOK_MS = 4_000;
/** ms after which the next look begins by itself, before it is waited for; a little later for some, so that the hubs of a room do not all look with the same message. */
export const AHEAD_MS = { from: 2_000, spread: 1_500 } as const;
/** ms after which, at the latest, the database is asked though the epoch has not moved: what ends by time alone ends then. Asked up to `ASK_SPREAD` of it earlier, so that hubs that were opened together do not all ask in the same second. */
export const ASK_MS = 60_000;
export const ASK_SPREAD = 0.5;

export interface Standing {
  /** Sessions, of those asked about, that go on. */
  sessions: ReadonlySet<string>;
  /** Rooms, of those asked about, that the person may be in. */
  rooms: ReadonlySet<Room>;
  /** Where the person's stream stands. */
  head: number;
  /** Others may learn whether the person is there. */
  showsPresence: boolean;
}

const Answer = z.object({ sessions: z.array(z.string()), conversations: z.array(z.string()), drafts: z.array(z.string()), pitches: z.array(z.string()), head: z.coerce.number(), shown: z.boolean() });

const idsOf = (rooms: readonly Room[], kind: string): string[] => rooms.flatMap((room) => (room.startsWith(`${kind}:`) ? [room.slice(kind.length + 1)] : []));

/** Conversations one is in. Between two of whom one blocked the other nothing passes, not even who is there. */
const conversations = (userId: string, ids: readonly string[]): Sql => sql`
  SELECT p.conversation_id FROM conversation_participants p JOIN conversations c ON c.id = p.conversation_id
  WHERE p.user_id = ${userId} AND p.conversation_id = ANY(${ids}::uuid[]) AND p.left_at IS NULL AND NOT (c.kind <> 'group' AND EXISTS (
    SELECT FROM conversation_participants o JOIN blocks b ON (b.blocker_id, b.blocked_id) IN ((o.user_id, p.user_id), (p.user_id, o.user_id)) WHERE o.conversation_id = c.id AND o.user_id <> p.user_id))`;

const drafts = (userId: string, ids: readonly string[]): Sql => sql`SELECT p.id FROM pitches p WHERE p.id = ANY(${ids}::uuid[]) AND ${mayEdit(userId)}`;

/** Pages that one may open. */
const pitches = (userId: string, ids: readonly string[]): Sql => sql`
  SELECT p.id FROM pitches p WHERE p.id = ANY(${ids}::uuid[]) AND (p.status = 'published' OR ${mayEdit(userId)})`;

/** What goes on of these sessions and rooms of a person, in one statement. */
export async function askStanding(db: Queryable, userId: string, sessionIds: readonly string[], rooms: readonly Room[], now: string): Promise<Standing> {
  // Most ask about no room of a kind, and planning what finds nothing is most of the price.
  const of = (kind: 'conversation' | 'draft' | 'pitch', statement: (userId: string, ids: readonly string[]) => Sql): Sql => {
    const ids = idsOf(rooms, kind);
    return ids.length > 0 ? sql`ARRAY(${statement(userId, ids)})` : sql`'{}'::uuid[]`;
  };
  const found = await row(db, Answer, sql`
    SELECT ARRAY(SELECT s.id FROM sessions s WHERE s.id = ANY(${sessionIds}::uuid[]) AND s.user_id = ${userId} AND s.expires_at > ${now}
        AND NOT EXISTS (SELECT FROM account_suspensions x WHERE x.user_id = ${userId} AND x.lifted_at IS NULL)) AS sessions,
      ${of('conversation', conversations)} AS conversations, ${of('draft', drafts)} AS drafts, ${of('pitch', pitches)} AS pitches, coalesce((SELECT last_seq FROM streams WHERE user_id = ${userId}), 0) AS head,
      coalesce((SELECT shows_presence FROM profiles WHERE user_id = ${userId}), false) AS shown`);
  const named = (kind: 'conversation' | 'draft' | 'pitch', ids: readonly string[]): Room[] => ids.map((id) => `${kind}:${id}` as const);
  return {
    sessions: new Set(found.sessions), head: found.head, showsPresence: found.shown,
    rooms: new Set([...named('conversation', found.conversations), ...named('draft', found.drafts), ...named('pitch', found.pitches)]),
  };
}

export interface AuthorityPorts {
  now(): number;
  /** The person's epoch; rejects when nobody can tell. */
  epoch(): Promise<number>;
  /** The epoch that the tabs' standing was asked under, and until when (ms) it holds while that stands still; undefined when epochs differ. Kept with the tabs: a hub that slept need not ask. */
  held(): { epoch: number; until: number } | undefined;
  /** Asks the database about every tab and does what comes of it, noting `epoch` and `until`. Rejects when the database cannot be asked. */
  review(epoch: number | undefined, until: number): Promise<void>;
}

/** Rejects where nothing can be believed: then nothing is sent and nothing is taken. */
export function createAuthority({ now, epoch, held, review }: AuthorityPorts) {
  let lookedAt = -Infinity;
  let aheadMs: number = AHEAD_MS.from;
  let looking: Promise<void> | undefined;

  async function look(isForced: boolean, known?: number): Promise<void> {
    const started = now();
    let current: number | undefined;
    try {
      current = known ?? await epoch();
    } catch {
      // Nobody can tell: only the database is believed, as with requests.
      current = undefined;
    }
    const before = held();
    const unmoved = current !== undefined && current === before?.epoch;
    if (isForced || !unmoved || started > before.until) {
      try {
        await review(current, started + ASK_MS * (1 - Math.random() * ASK_SPREAD));
      } catch (error) {
        // Nothing was taken away while the epoch stands still; what ends by time waits for the database.
        if (isForced || !unmoved) throw error;
      }
    }
    lookedAt = started;
    aheadMs = AHEAD_MS.from + Math.random() * AHEAD_MS.spread;
  }

  const begin = (isForced: boolean, known?: number): Promise<void> => {
    const mine = look(isForced, known).finally(() => { if (looking === mine) looking = undefined; });
    looking = mine;
    return mine;
  };

  return {
    /** Resolves when the standing may be believed. */
    trusted(): Promise<void> | undefined {
      const age = now() - lookedAt;
      if (age > LOOK_MS) return looking ?? begin(false);
      // Nobody waits for this one: where it fails, the next frame does, and is told why.
      if (age > aheadMs && !looking) begin(false).catch(() => undefined);
      return undefined;
    },
    /**
     * Looks again whatever is believed: something was taken away just now, or somebody came. `known`: the epoch as it was a moment ago, where
     * that is enough: an older one than the answer belongs to has the next look ask again.
     */
    again: (known?: number): Promise<void> => {
      lookedAt = -Infinity;
      return begin(true, known);
    },
  };
}
