// Where a pitch stands: draft -> published <-> unpublished, and archived from anywhere. One statement a move, guarded by its WHERE clause.
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { PitchStatus } from '../catalogue/lists.ts';
import { SYNOPSIS_MIN } from './schema.ts';
import { isTakenDown } from '../moderation/queries.ts';
import { PUBLISHED_TOPIC } from './queries.ts';
import type { Write } from './write-statements.ts';

export type Move = 'publish' | 'unpublish' | 'archive' | 'restore';

/** Where a move may start, and where it ends; `restore` gives back what was there before the first publication or after it. */
export const moves: Record<Move, { from: readonly PitchStatus[]; to: readonly PitchStatus[] }> = {
  publish: { from: ['draft', 'unpublished'], to: ['published'] },
  unpublish: { from: ['published'], to: ['unpublished'] },
  archive: { from: ['draft', 'published', 'unpublished'], to: ['archived'] },
  restore: { from: ['archived'], to: ['draft', 'unpublished'] },
};

/** The same conditions as in completeness.ts, where the sentences are. */
const complete = sql`title <> '' AND logline <> '' AND char_length(synopsis) >= ${SYNOPSIS_MIN} AND stage IS NOT NULL AND budget_band IS NOT NULL`;

/** Gives the id when the pitch moved. The date of the first publication stays: publishing again is no way to the top of the list. */
export function updateStatus({ id, ownerId, now }: Write, move: Move): Sql {
  const target = {
    publish: sql`status = 'published', published_at = coalesce(published_at, ${now})`,
    unpublish: sql`status = 'unpublished'`,
    archive: sql`status = 'archived'`,
    restore: sql`status = CASE WHEN published_at IS NULL THEN 'draft' ELSE 'unpublished' END`,
  }[move];
  return sql`UPDATE pitches SET ${target}, updated_at = ${now}
    WHERE id = ${id} AND owner_id = ${ownerId} AND status = ANY(${moves[move].from}::text[]) ${move === 'publish' ? sql`AND ${complete} AND NOT ${isTakenDown(sql`pitches.id`)}` : sql.empty} RETURNING id`;
}

/** Out of the market, by an operator: the owner's next publication is refused until the takedown is lifted. */
export const takeDownStatus = (id: string, now: string): Sql => sql`UPDATE pitches SET status = 'unpublished', updated_at = ${now} WHERE id = ${id} AND status = 'published' RETURNING id`;

/** Back into the market, unless it would not be published now. */
export const putBackStatus = (id: string, now: string): Sql => sql`UPDATE pitches SET status = 'published', updated_at = ${now} WHERE id = ${id} AND status = 'unpublished' AND ${complete} RETURNING id`;

/** Puts the publication that this very write made into the outbox; nothing when it made none. */
export const announcePublication = ({ id, ownerId, now }: Write, outboxId: string): Sql => sql`
  INSERT INTO outbox (id, topic, payload) SELECT ${outboxId}::uuid, ${PUBLISHED_TOPIC}, jsonb_build_object('pitchId', p.id)
  FROM pitches p WHERE p.id = ${id} AND p.owner_id = ${ownerId} AND p.status = 'published' AND p.updated_at = ${now}::timestamptz`;
