// The owner's own pitches: any status, last changed first, each with what it lacks.
import { z } from 'zod';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import type { Db } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { pitchStatuses } from '../catalogue/lists.ts';
import { PitchStatus } from '../catalogue/schema.ts';
import { completenessOf } from './completeness.ts';
import { cardColumns, CardRow, cardTables } from './queries.ts';
import { PitchDetails } from './story-schema.ts';
import { Ask, type PitchMine, type PitchMineList, type PitchMineQuery, PitchPublic } from './schema.ts';

/** `synopsis` and the other long texts only as far as completeness looks at them. */
const MineRow = CardRow.extend({
  status: PitchStatus,
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  position: z.int(),
  synopsis: z.string(),
  ask: Ask.nullable(),
  comps: PitchPublic.shape.comps,
  tone: z.string(),
  audience: z.string(),
  whyNow: z.string(),
  productionPlan: z.string(),
  teamSize: z.int(),
  details: PitchDetails.nullable(),
  characterCount: z.int(),
});

/** Where a page ended: microseconds of `updated_at`, so that nothing is lost to rounding. */
const Position = z.object({ at: z.int(), id: z.guid() });
const CountRow = z.object({ status: PitchStatus, count: z.int() });

function mineOf(row: z.output<typeof MineRow>): PitchMine {
  const { position: _position, synopsis: _synopsis, ask: _ask, comps: _comps, tone: _tone, audience: _audience, whyNow: _whyNow, productionPlan: _plan, teamSize: _team, details: _details, characterCount: _characters, ...card } = row;
  return { ...card, completeness: completenessOf({ ...row, hasPoster: row.poster !== null }) };
}

/** One page and the counts by status, in one round trip. */
export async function selectOwnPitches(db: Db, ownerId: string, query: z.output<typeof PitchMineQuery>, secret: string): Promise<PitchMineList> {
  const list = `mine:${ownerId}:${query.status ?? ''}`;
  const after = query.cursor === undefined ? undefined : openCursor(secret, list, query.cursor, Position);
  const [page, counted] = await db.batch([
    sql`
      SELECT ${cardColumns}, p.status, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt", (extract(epoch FROM p.updated_at) * 1000000)::int8 AS position,
        left(p.synopsis, 200) AS synopsis, p.comps, left(p.tone, 1) AS tone, left(p.audience, 1) AS audience, left(p.why_now, 1) AS "whyNow", left(p.production_plan, 1) AS "productionPlan",
        CASE WHEN p.ask_amount IS NOT NULL THEN json_build_object('amount', p.ask_amount, 'currency', p.ask_currency, 'kind', p.ask_kind) END AS ask,
        (SELECT count(*)::int FROM pitch_team t WHERE t.pitch_id = p.id) AS "teamSize",
        CASE WHEN p.details ->> 'format' = p.format THEN p.details END AS details, jsonb_array_length(p.characters) AS "characterCount"
      FROM pitches p ${cardTables}
      WHERE p.owner_id = ${ownerId}
        ${query.status === undefined ? sql.empty : sql`AND p.status = ${query.status}`}
        ${after === undefined ? sql.empty : sql`AND (p.updated_at, p.id) < ('epoch'::timestamptz + ${after.at} * interval '1 microsecond', ${after.id}::uuid)`}
      ORDER BY p.updated_at DESC, p.id DESC LIMIT ${query.limit + 1}`,
    sql`SELECT status, count(*)::int AS count FROM pitches WHERE owner_id = ${ownerId} GROUP BY status`,
  ]);
  const found = (page?.rows ?? []).map((row) => MineRow.parse(row));
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  const counts = new Map((counted?.rows ?? []).map((row) => CountRow.parse(row)).map(({ status, count }) => [status, count]));
  return {
    items: items.map(mineOf),
    nextCursor: last ? sealCursor(secret, list, { at: last.position, id: last.id }) : null,
    counts: Object.fromEntries(pitchStatuses.map(({ value }) => [value, counts.get(value) ?? 0])) as PitchMineList['counts'],
  };
}
