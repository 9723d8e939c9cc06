// A pitch in full: one statement reads it with owner, poster, team and what the reader's gates allow; then the row becomes the tier's view.
import { z } from 'zod';
import type { Actor } from '../../http/context.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { type Gate as GateName, gatedParts, protectedFields } from '../catalogue/lists.ts';
import { Gate, GatedPart, PitchStatus, TeamStatus } from '../catalogue/schema.ts';
import { openedTier, staysOpen } from '../content-access/queries.ts';
import { openTakedown } from '../moderation/queries.ts';
import { mayEdit } from '../pitch-editors/queries.ts';
import { cardFields, CardRow, cardTables } from './queries.ts';
import { Character, PitchDetails } from './story-schema.ts';
import { type FinancePlan, KeptPlan, withSums } from './finance.schema.ts';
import { doubtsOf } from './finance.sums.ts';
import { completenessOf } from './completeness.ts';
import { baseTier, openGates, type Tier, visible } from './gates.ts';
import { Ask, Media, type Pitch, type PitchAccess, PitchOwner, PitchPublic } from './schema.ts';

const time = z.string().transform((text) => new Date(text).toISOString());

/** A row of `viewColumns`, as the driver gives it or as it comes back out of jsonb. */
export const ViewRow = CardRow.extend({
  publishedAt: time.nullable(),
  ownerId: z.string(),
  status: PitchStatus,
  version: z.int(),
  synopsis: z.string(),
  ask: Ask.nullable(),
  seekingInvestment: z.boolean(),
  comps: PitchPublic.shape.comps,
  tone: z.string(),
  themes: z.array(z.string()),
  audience: z.string(),
  whyNow: z.string(),
  productionPlan: z.string(),
  creator: PitchPublic.shape.creator,
  team: z.array(z.object({ name: z.string(), role: z.string(), status: TeamStatus, proofFileId: z.string().nullable(), invitedAt: time.nullable(), confirmedAt: time.nullable(), declinedAt: time.nullable() })),
  details: PitchDetails.nullable(),
  characters: z.array(Character),
  media: z.array(Media.omit({ url: true, frame: true }).extend({ gate: Gate, frameId: z.string().nullable() })),
  /** `body` and `plan` are null where the statement did not read them. */
  guarded: z.array(z.object({ field: GatedPart, gate: Gate, filled: z.boolean(), body: z.string().nullable(), plan: KeptPlan.nullable() })),
  /** What a grant opened to this viewer: a click-through, a signed NDA, a deal. */
  opened: z.enum(['confidential', 'nda', 'deal']).nullish(),
  takedown: z.object({ reason: z.string(), at: time, appeal: z.object({ text: z.string(), at: time, answer: z.string().nullable() }).nullable(), appealsLeft: z.int() }).nullish(),
  /** Whether the viewer is its owner or an editor. */
  edits: z.boolean().nullish(),
  createdAt: time,
  updatedAt: time,
});
export type ViewRow = z.output<typeof ViewRow>;

/** The gates that a grant opens; the permission function decides, the statement only looks up. */
const grantedGates = sql`CASE o.tier ${sql.join((['confidential', 'nda', 'deal'] as const).map((tier) => sql`WHEN ${tier} THEN ${openGates(tier)}::text[]`), ' ')} ELSE '{}'::text[] END`;

/** Everything of a pitch. Bodies of protected texts only for whoever may edit it, for gates in `open` and for those that a grant opened to the viewer. */
const viewColumns = (open: readonly GateName[]): Sql => {
  const isOpen = (gate: Sql): Sql => sql`(o.edits OR ${gate} = ANY(${open}::text[]) OR ${gate} = ANY(${grantedGates}))`;
  return sql`
  ${cardFields},
  p.owner_id AS "ownerId", o.tier AS opened, o.edits, p.status, p.version, p.synopsis, p.seeking_investment AS "seekingInvestment", p.comps, p.tone, p.themes, p.audience, p.characters,
  CASE WHEN p.details ->> 'format' = p.format THEN p.details END AS details,
  p.why_now AS "whyNow", p.production_plan AS "productionPlan", p.created_at AS "createdAt", p.updated_at AS "updatedAt",
  CASE WHEN p.ask_amount IS NOT NULL THEN json_build_object('amount', p.ask_amount, 'currency', p.ask_currency, 'kind', p.ask_kind) END AS ask,
  CASE WHEN o.edits THEN ${openTakedown(sql`p.id`)} END AS takedown,
  json_build_object('id', u.id, 'name', u.name, 'handle', pr.handle, 'companyName', pr.company_name, 'headline', pr.headline) AS creator,
  (SELECT coalesce(json_agg(json_build_object('name', t.name, 'role', t.role, 'status', t.status, 'proofFileId', t.proof_file_id, 'invitedAt', a.invited_at, 'confirmedAt', a.confirmed_at, 'declinedAt', a.declined_at) ORDER BY t.position), '[]')
     FROM pitch_team t LEFT JOIN pitch_attachments a USING (pitch_id, name, role, status) WHERE t.pitch_id = p.id) AS team,
  (SELECT coalesce(json_agg(json_build_object('field', x.field, 'gate', x.gate, 'filled', x.body <> '' OR x.plan IS NOT NULL,
       'body', CASE WHEN ${isOpen(sql`x.gate`)} THEN x.body END, 'plan', CASE WHEN ${isOpen(sql`x.gate`)} THEN x.plan END) ORDER BY array_position(${GatedPart.options}::text[], x.field)), '[]')
     FROM pitch_protected x WHERE x.pitch_id = p.id) AS guarded,
  (SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'gate', f.gate, 'contentType', f.content_type, 'width', f.width, 'height', f.height,
       'frameId', (SELECT x.file_id FROM pitch_media x JOIN files y ON y.id = x.file_id WHERE x.frame_of = f.id AND y.deleted_at IS NULL AND ${isOpen(sql`y.gate`)})) ORDER BY m.kind DESC, m.position, f.id), '[]')
     FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND m.kind IN ('gallery', 'trailer') AND m.frame_of IS NULL AND f.deleted_at IS NULL AND ${isOpen(sql`f.gate`)}) AS media`;
};

const granted = (viewerId: string | null, now: number): Sql => sql`CROSS JOIN LATERAL (SELECT ${openedTier(sql`p.id`, viewerId, new Date(now).toISOString())} AS tier, ${mayEdit(viewerId)} AS edits) o`;

/** A pitch for anybody: by id or by slug; published, or the viewer's own to edit. */
export function selectView(key: { id: string } | { slug: string }, viewerId: string | null, open: readonly GateName[], now: number): Sql {
  const which = 'id' in key ? sql`p.id = ${key.id}` : sql`p.slug = ${key.slug}`;
  return sql`SELECT ${viewColumns(open)} FROM pitches p ${cardTables} ${granted(viewerId, now)} WHERE ${which} AND (p.status = 'published' OR o.edits OR ${staysOpen(viewerId, new Date(now).toISOString())})`;
}

/** A pitch in full: for its owner only, or for an editor as well. */
export const selectOwnView = (id: string, viewerId: string, by: 'owner' | 'editor' = 'owner'): Sql => sql`
  SELECT ${viewColumns([])} FROM pitches p ${cardTables} CROSS JOIN (SELECT NULL::text AS tier, true AS edits) o
  WHERE p.id = ${id} AND ${by === 'owner' ? sql`p.owner_id = ${viewerId}` : mayEdit(viewerId)}`;

/** The gates whose texts a stranger of this kind may read; the owner's are decided in the statement. */
export const gatesFor = (actor: Actor): GateName[] => openGates(baseTier(actor, ''));

/** The gate of every part that has one; a part that was never written has the gate it would start with. */
export const accessOf = (guarded: readonly { field: string; gate: GateName }[]): PitchAccess =>
  Object.fromEntries(gatedParts.map(({ value, gate }) => [value, guarded.find((text) => text.field === value)?.gate ?? gate])) as PitchAccess;

/** The plan, of those parts that were read and are open. */
function planOf(parts: ViewRow['guarded']): FinancePlan | null {
  const found = parts.find(({ field }) => field === 'financePlan');
  return found?.plan ? withSums(found.plan, found.gate) : null;
}

/** Stills and reels that are open to a tier, each with its address. */
const mediaOf = ({ media }: ViewRow, tier: Tier): PitchOwner['media'] => media.filter(({ gate }) => tier === 'owner' || visible(gate, tier)).map(({ frameId, ...one }) => ({ ...one, url: `/api/files/${one.id}`, frame: frameId === null ? null : `/api/files/${frameId}` }));

function ownerView(row: ViewRow): PitchOwner {
  const plan = planOf(row.guarded);
  const { guarded, ownerId: _ownerId, opened: _opened, edits: _edits, ...fields } = row;
  return PitchOwner.parse({
    ...fields, tier: 'owner', takedown: row.takedown ?? null, media: mediaOf(row, 'owner'), locked: [], access: accessOf(guarded),
    financePlan: plan && { ...plan, doubts: doubtsOf(plan, row) },
    protected: Object.fromEntries(protectedFields.map(({ value }) => [value, guarded.find((text) => text.field === value)?.body ?? ''])),
    team: row.team.map((member) => ({ ...member, hasProof: member.proofFileId !== null })),
    completeness: completenessOf({ ...row, hasPoster: row.poster !== null, teamSize: row.team.length, characterCount: row.characters.length }),
  });
}

/** Made once: a schema costs far more to make, and to use for the first time, than a row costs to parse. */
const PitchShown = PitchPublic.extend({ tier: z.enum(['public', 'member', 'confidential', 'nda', 'deal']) });

/** The view of a tier. What is shut leaves as a name and a gate, nothing else. */
export function viewOf(row: ViewRow, tier: Tier): Pitch {
  if (tier === 'owner') return ownerView(row);
  const { guarded, ownerId: _ownerId, opened: _opened, edits: _edits, takedown: _takedown, status, createdAt: _createdAt, ...fields } = row;
  const filled = guarded.filter((text) => text.filled);
  const shown = filled.filter((text) => visible(text.gate, tier));
  const named = (texts: typeof filled) => texts.map(({ field, gate }) => ({ field, gate }));
  return PitchShown.parse({
    ...fields, tier, media: mediaOf(row, tier),
    // Off the market: whoever still sees it does so by an agreement.
    publishedAt: status === 'published' ? fields.publishedAt : null,
    team: row.team.map(({ proofFileId, invitedAt: _invitedAt, declinedAt: _declinedAt, ...member }) => ({ ...member, hasProof: proofFileId !== null })),
    financePlan: planOf(shown),
    protected: Object.fromEntries(shown.filter(({ field }) => field !== 'financePlan').map((text) => [text.field, text.body ?? ''])),
    locked: named(filled.filter((text) => !shown.includes(text))),
    opened: named(shown),
  }) as Pitch;
}
