// Statements that change a pitch. Each stands for itself in a batch: ownership and version are in the WHERE clause, and what belongs
// to the pitch (team, protected texts) is written only when the pitch itself was.
import { type Sql, sql } from '../../platform/db/sql.ts';
import { type Gate, type GatedPart, gatedParts, protectedFields } from '../catalogue/lists.ts';
import { mayEdit } from '../pitch-editors/queries.ts';
import type { FinancePlanInput } from './finance.schema.ts';
import type { PitchCreate, PitchPatch } from './schema.ts';

export interface Write {
  id: string;
  /** Whose right it is done by: the owner's, or for a change of its fields that of an editor. */
  ownerId: string;
  /** Who wrote it, where that is somebody else: what the draft's room writes for its editors. */
  authorId?: string;
  /** ISO; also the new `updated_at`. */
  now: string;
  newId(): string;
}

type Team = NonNullable<PitchPatch['team']>;
type Texts = NonNullable<PitchPatch['protected']>;

/** A value that may be absent, as text of jsonb. */
const jsonOf = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/** Names of owner and team, for search. `team` is the list as it will be. */
const peopleOf = (ownerId: Sql, team: Team): Sql =>
  sql`concat_ws(' ', (SELECT concat_ws(' ', u.name, pr.company_name) FROM users u LEFT JOIN profiles pr ON pr.user_id = u.id WHERE u.id = ${ownerId}), ${team.map((member) => member.name).join(' ')}::text)`;

const teamRows = (team: Team, newId: () => string): string =>
  JSON.stringify(team.map((member, position) => ({ id: newId(), position, name: member.name, role: member.role, status: member.status, proof_file_id: member.proofFileId ?? null })));

const insertTeam = (team: Team, { newId }: Write): Sql => sql`
  INSERT INTO pitch_team (id, pitch_id, position, name, role, status, proof_file_id)
  SELECT t.id, w.id, t.position, t.name, t.role, t.status, t.proof_file_id
  FROM written w, jsonb_to_recordset(${teamRows(team, newId)}::jsonb) AS t(id uuid, position int, name text, role text, status text, proof_file_id uuid)`;

/** What stands behind a gate of its own: a text, or the plan. */
interface Gated { field: GatedPart; gate: Gate; body: string; plan: FinancePlanInput | null }

const insertGated = (parts: readonly Gated[], now: string): Sql => sql`
  INSERT INTO pitch_protected (pitch_id, field, gate, body, plan, updated_at)
  SELECT w.id, t.field, t.gate, t.body, t.plan, ${now} FROM written w, jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) AS t(field text, gate text, body text, plan jsonb)`;

/** A new draft with everything that was sent. */
export function insertPitch(write: Write, slug: string, input: PitchCreate): Sql {
  const { id, ownerId, now } = write;
  const { ask, team } = input;
  const gated = gatedParts.map(({ value, gate }): Gated => (value === 'financePlan'
    ? { field: value, gate, body: '', plan: input.financePlan ?? null }
    : { field: value, gate, body: input.protected?.[value] ?? '', plan: null }));
  return sql`
    WITH written AS (
      INSERT INTO pitches (id, owner_id, slug, title, logline, synopsis, format, genres, stage, budget_band, ask_amount, ask_currency, ask_kind,
        seeking_investment, comps, tone, themes, audience, why_now, production_plan, details, characters, people, created_at, updated_at)
      VALUES (${id}, ${ownerId}, ${slug}, ${input.title}, ${input.logline}, ${input.synopsis ?? ''}, ${input.format}, ${input.genres}::text[], ${input.stage},
        ${input.budgetBand}, ${ask?.amount}, ${ask?.currency}, ${ask?.kind}, ${input.seekingInvestment ?? false}, ${JSON.stringify(input.comps ?? [])}::jsonb,
        ${input.tone ?? ''}, ${input.themes ?? []}::text[], ${input.audience ?? ''}, ${input.whyNow ?? ''}, ${input.productionPlan ?? ''}, ${jsonOf(input.details)}::jsonb, ${JSON.stringify(input.characters ?? [])}::jsonb,
        ${peopleOf(sql`${ownerId}::uuid`, team ?? [])}, ${now}, ${now})
      RETURNING id
    ), gated AS (${insertGated(gated, now)}
    ), counters AS (
      INSERT INTO pitch_stats (pitch_id) SELECT id FROM written
    )
    ${insertTeam(team ?? [], write)}`;
}

function assignments(patch: PitchPatch): Sql[] {
  const set: Sql[] = [];
  if (patch.title !== undefined) set.push(sql`title = ${patch.title}`);
  if (patch.logline !== undefined) set.push(sql`logline = ${patch.logline ?? ''}`);
  if (patch.synopsis !== undefined) set.push(sql`synopsis = ${patch.synopsis ?? ''}`);
  if (patch.format !== undefined) set.push(sql`format = ${patch.format}`);
  if (patch.genres !== undefined) set.push(sql`genres = ${patch.genres}::text[]`);
  if (patch.stage !== undefined) set.push(sql`stage = ${patch.stage}`);
  if (patch.budgetBand !== undefined) set.push(sql`budget_band = ${patch.budgetBand}`);
  if (patch.ask !== undefined) set.push(sql`ask_amount = ${patch.ask?.amount}, ask_currency = ${patch.ask?.currency}, ask_kind = ${patch.ask?.kind}`);
  if (patch.seekingInvestment !== undefined) set.push(sql`seeking_investment = ${patch.seekingInvestment ?? false}`);
  if (patch.comps !== undefined) set.push(sql`comps = ${JSON.stringify(patch.comps ?? [])}::jsonb`);
  if (patch.tone !== undefined) set.push(sql`tone = ${patch.tone ?? ''}`);
  if (patch.themes !== undefined) set.push(sql`themes = ${patch.themes ?? []}::text[]`);
  if (patch.audience !== undefined) set.push(sql`audience = ${patch.audience ?? ''}`);
  if (patch.whyNow !== undefined) set.push(sql`why_now = ${patch.whyNow ?? ''}`);
  if (patch.productionPlan !== undefined) set.push(sql`production_plan = ${patch.productionPlan ?? ''}`);
  if (patch.details !== undefined) set.push(sql`details = ${jsonOf(patch.details)}::jsonb`);
  if (patch.characters !== undefined) set.push(sql`characters = ${JSON.stringify(patch.characters ?? [])}::jsonb`);
  if (patch.team !== undefined) set.push(sql`people = ${peopleOf(sql`pitches.owner_id`, patch.team ?? [])}`);
  return set;
}

/** What the patch names of what stands behind a gate; `null` for all texts clears all of them. */
function gatedOf({ protected: given, financePlan }: PitchPatch): Gated[] {
  const texts: Texts = given === undefined ? {} : given ?? Object.fromEntries(protectedFields.map(({ value }) => [value, null]));
  return gatedParts.flatMap(({ value, gate }): Gated[] => {
    if (value === 'financePlan') return financePlan === undefined ? [] : [{ field: value, gate, body: '', plan: financePlan }];
    return texts[value] === undefined ? [] : [{ field: value, gate, body: texts[value] ?? '', plan: null }];
  });
}

/** Ask and plan are in one currency: what the patch leaves out of the two is compared as it lies there. */
function inOneMoney({ ask, financePlan }: PitchPatch): Sql[] {
  if (financePlan && ask === undefined) return [sql`(ask_currency IS NULL OR ask_currency = ${financePlan.currency})`];
  if (ask && financePlan === undefined) return [sql`NOT EXISTS (SELECT FROM pitch_protected x WHERE x.pitch_id = pitches.id AND x.plan ->> 'currency' <> ${ask.currency})`];
  return [];
}

/** What must hold for a write to happen, beside ownership. */
interface Condition {
  version: number | 'any' | 'none';
  /** The change would leave a published pitch without something it needs. */
  unlessPublished?: boolean;
  /** For a draft that was never published, its address follows its title. */
  slug?: string | undefined;
}

/** Changes what the patch names and raises the version; touches nothing unless every condition holds. Gives the id when it did. */
export function updatePitch(write: Write, patch: PitchPatch, { version, unlessPublished = false, slug }: Condition): Sql {
  const { id, ownerId, now } = write;
  const set = [sql`version = version + 1`, sql`updated_at = ${now}`, ...assignments(patch)];
  if (slug !== undefined) set.push(sql`slug = CASE WHEN published_at IS NULL THEN ${slug} ELSE slug END`);
  const where = [sql`id = ${id}`, mayEdit(ownerId, { id: sql`pitches.id`, ownerId: sql`pitches.owner_id` }), ...inOneMoney(patch)];
  if (version === 'none') where.push(sql`false`);
  else if (version !== 'any') where.push(sql`version = ${version}`);
  if (unlessPublished) where.push(sql`status <> 'published'`);
  const gated = gatedOf(patch);
  const parts = [sql`written AS (UPDATE pitches SET ${sql.join(set, ', ')} WHERE ${sql.join(where, ' AND ')} RETURNING id)`];
  if (gated.length > 0) parts.push(sql`gated AS (${insertGated(gated, now)} ON CONFLICT (pitch_id, field) DO UPDATE SET body = excluded.body, plan = excluded.plan, updated_at = excluded.updated_at)`);
  if (patch.team !== undefined) {
    parts.push(sql`gone AS (DELETE FROM pitch_team t USING written w WHERE t.pitch_id = w.id)`);
    parts.push(sql`team AS (${insertTeam(patch.team ?? [], write)})`);
  }
  return sql`WITH ${sql.join(parts, ', ')} SELECT id FROM written`;
}

/** Sets the gates named. Gives the id when the pitch is the writer's, in the version that was seen. */
export const updateAccess = ({ id, ownerId, now }: Write, fields: Partial<Record<GatedPart, Gate>>, version: number | 'any' | 'none'): Sql => sql`
  WITH written AS (
    UPDATE pitches SET updated_at = ${now}
    WHERE id = ${id} AND owner_id = ${ownerId} AND (${version === 'any'} OR version = ${typeof version === 'number' ? version : -1}) RETURNING id
  ), gates AS (
    INSERT INTO pitch_protected (pitch_id, field, gate, updated_at) SELECT w.id, g.key, g.value, ${now} FROM written w, jsonb_each_text(${JSON.stringify(fields)}::jsonb) AS g
    ON CONFLICT (pitch_id, field) DO UPDATE SET gate = excluded.gate, updated_at = excluded.updated_at
  )
  SELECT id FROM written`;
