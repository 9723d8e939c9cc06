// The wire types of a pitch: what a client may write, and what each tier of reader gets.
import { z } from 'zod';
import { cleanLine, cleanText } from '../../platform/text.ts';
import { TitleId } from '../comps/schema.ts';
import { AskKind, BudgetBand, Currency, Format, Gate, GatedPart, Genre, PitchStatus, ProtectedField, Stage, TeamStatus } from '../catalogue/schema.ts';
import { FinancePlan, FinancePlanInput, OwnFinancePlan } from './finance.schema.ts';
import { Character, PitchDetails } from './story-schema.ts';

/** Longest texts, in characters after cleaning. */
export const LIMITS = { title: 120, logline: 600, synopsis: 6000, tone: 1000, theme: 40, paragraph: 4000, name: 120, note: 400, protectedText: 20_000 } as const;
/** A synopsis shorter than this cannot be published. */
export const SYNOPSIS_MIN = 100;

// Generous bounds before cleaning keep a hostile megabyte away from the regular expressions.
const line = (max: number) => z.string().max(max * 4).overwrite(cleanLine).max(max, `At most ${max} characters.`);
const text = (max: number) => z.string().max(max * 4).overwrite(cleanText).max(max, `At most ${max} characters.`);

/** Amount in minor units of the currency. */
export const Ask = z.strictObject({ amount: z.int().positive().max(10_000_000_000_000), currency: Currency, kind: AskKind });
export type Ask = z.output<typeof Ask>;

export const Comp = z.strictObject({
  title: line(LIMITS.name).min(1, 'A title is needed.'),
  year: z.int().min(1888).max(2100),
  note: text(LIMITS.note).default(''),
  /** The released film that it is, where it is a known one: GET /api/comps/search. */
  titleId: TitleId.optional(),
});
export type Comp = z.output<typeof Comp>;

const TeamInput = z.strictObject({
  name: line(LIMITS.name).min(1, 'A name is needed.'),
  role: line(LIMITS.name).min(1, 'A role is needed.'),
  status: TeamStatus,
  proofFileId: z.uuid().nullish(),
});

const ProtectedInput = z.strictObject(Object.fromEntries(
  ProtectedField.options.map((field) => [field, text(LIMITS.protectedText).nullable().optional()]),
) as Record<ProtectedFieldName, z.ZodOptional<z.ZodNullable<z.ZodString>>>);
type ProtectedFieldName = z.output<typeof ProtectedField>;

const required = {
  title: line(LIMITS.title).min(1, 'A title is needed.'),
  logline: text(LIMITS.logline).min(1, 'A logline is needed.'),
  format: Format,
  genres: z.array(Genre).min(1, 'Choose at least one genre.').max(3, 'Choose at most three genres.').refine((list) => new Set(list).size === list.length, 'Choose each genre once.'),
};

const optional = {
  synopsis: text(LIMITS.synopsis).nullable(),
  stage: Stage.nullable(),
  budgetBand: BudgetBand.nullable(),
  ask: Ask.nullable(),
  comps: z.array(Comp).max(10, 'At most ten comps.').nullable(),
  tone: text(LIMITS.tone).nullable(),
  themes: z.array(line(LIMITS.theme).min(1)).max(12, 'At most twelve themes.').nullable(),
  audience: text(LIMITS.paragraph).nullable(),
  whyNow: text(LIMITS.paragraph).nullable(),
  productionPlan: text(LIMITS.paragraph).nullable(),
  team: z.array(TeamInput).max(30, 'At most thirty people.').nullable(),
  details: PitchDetails.nullable(),
  characters: z.array(Character).max(30, 'At most thirty characters.').nullable(),
  seekingInvestment: z.boolean().nullable(),
  financePlan: FinancePlanInput.nullable(),
  protected: ProtectedInput.nullable(),
};

const otherFormat = { path: ['details', 'format'], error: 'These are the details of another format.' };
const isOfFormat = ({ format, details }: { format?: string | undefined; details?: { format: string } | null | undefined }): boolean => !format || !details || details.format === format;

/** The ask is a part of the plan: in another currency neither could be measured by the other. */
export const otherMoney = { path: ['financePlan', 'currency'], error: 'The finance plan is in the currency of the ask.' };
const isOneMoney = ({ ask, financePlan }: { ask?: Ask | null | undefined; financePlan?: FinancePlanInput | null | undefined }): boolean => !ask || !financePlan || ask.currency === financePlan.currency;

/** POST: an unknown field is a 400. */
export const PitchCreate = z.strictObject(required).extend(z.object(optional).partial().shape).refine(isOfFormat, otherFormat).refine(isOneMoney, otherMoney);
export type PitchCreate = z.output<typeof PitchCreate>;

/** PATCH: only what is named changes; null clears. Title, format and genres always stay. Details of another format than the pitch's are kept for when it comes back. */
export const PitchPatch = z.strictObject({ ...required, logline: text(LIMITS.logline).nullable(), ...optional }).partial()
  .refine((patch) => Object.keys(patch).length > 0, 'Name at least one field.').refine(isOneMoney, otherMoney);
export type PitchPatch = z.output<typeof PitchPatch>;

export const Poster = z.object({ url: z.string(), width: z.int(), height: z.int(), blurhash: z.string().nullable() });
export type Poster = z.output<typeof Poster>;

/** A still or a reel. `width` and `height` are a picture's; stills come in widths (`?w=`), reels in ranges. */
export const Media = z.object({ id: z.string(), kind: z.enum(['gallery', 'trailer']), url: z.string(), contentType: z.string(), width: z.int().nullable(), height: z.int().nullable(),
  /** Of a reel: where the picture is that stands for it until it plays. */
  frame: z.string().nullable() });
export type Media = z.output<typeof Media>;

export const Stats = z.object({ views: z.int(), likes: z.int(), watchers: z.int(), comments: z.int() });

export const PitchCard = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  logline: z.string(),
  format: Format,
  genres: z.array(Genre),
  stage: Stage.nullable(),
  budgetBand: BudgetBand.nullable(),
  poster: Poster.nullable(),
  creator: z.object({ id: z.string(), name: z.string(), handle: z.string() }),
  stats: Stats,
  /** Something of this pitch opens only with a signed NDA. */
  ndaRequired: z.boolean(),
  publishedAt: z.string().nullable(),
});
export type PitchCard = z.output<typeof PitchCard>;

/** Attached is who has a proof on file and confirmed it with a click of their own. */
const TeamMember = z.object({ name: z.string(), role: z.string(), status: TeamStatus, hasProof: z.boolean(), confirmedAt: z.string().nullable() });

const texts = z.partialRecord(ProtectedField, z.string());

/** What everyone may read of a published pitch. `protected` and `financePlan` hold what this reader may see, `locked` names what needs more. */
export const PitchPublic = PitchCard.extend({
  tier: z.literal('public'),
  version: z.int(),
  synopsis: z.string(),
  ask: Ask.nullable(),
  seekingInvestment: z.boolean(),
  comps: z.array(z.object({ title: z.string(), year: z.int(), note: z.string(), titleId: z.string().optional() })),
  tone: z.string(),
  themes: z.array(z.string()),
  audience: z.string(),
  whyNow: z.string(),
  productionPlan: z.string(),
  team: z.array(TeamMember),
  /** Of the pitch's own format; null where nothing is written. */
  details: PitchDetails.nullable(),
  characters: z.array(Character),
  /** Reels, then stills, each kind in the order in which it came; only what this reader may open. */
  media: z.array(Media),
  creator: PitchCard.shape.creator.extend({ companyName: z.string().nullable(), headline: z.string().nullable() }),
  protected: texts,
  /** Null where there is none, or where it is locked. */
  financePlan: FinancePlan.nullable(),
  locked: z.array(z.object({ field: GatedPart, gate: Gate })),
  /** The gates of those that are open to this reader. An owner has them all in `access` instead. */
  opened: z.array(z.object({ field: GatedPart, gate: Gate })).optional(),
  updatedAt: z.string(),
});
export type PitchPublic = z.output<typeof PitchPublic>;

/** A signed-in reader: adds the texts whose gate is `member`. */
export const PitchMember = PitchPublic.extend({ tier: z.literal('member') });
export type PitchMember = z.output<typeof PitchMember>;

/** A reader who went through a click-through, a signed NDA or a deal. */
export const PitchUnderNda = PitchPublic.extend({ tier: z.enum(['confidential', 'nda', 'deal']) });
export type PitchUnderNda = z.output<typeof PitchUnderNda>;

export const Completeness = z.object({
  /** Whether it can be published. */
  publishable: z.boolean(),
  done: z.int(),
  total: z.int(),
  missing: z.array(z.object({ field: z.string(), required: z.boolean(), why: z.string() })),
});
export type Completeness = z.output<typeof Completeness>;

export const PitchAccess = z.record(GatedPart, Gate);
export type PitchAccess = z.output<typeof PitchAccess>;

/** The owner: everything, in any status. */
export const PitchOwner = PitchPublic.extend({
  tier: z.literal('owner'),
  status: PitchStatus,
  team: z.array(TeamMember.extend({ proofFileId: z.string().nullable(), invitedAt: z.string().nullable(), declinedAt: z.string().nullable() })),
  protected: z.record(ProtectedField, z.string()),
  financePlan: OwnFinancePlan.nullable(),
  media: z.array(Media.extend({ gate: Gate })),
  access: PitchAccess,
  completeness: Completeness,
  /** Present while an operator keeps it out of the market: why, and since when. */
  takedown: z.object({ reason: z.string(), at: z.string(), appeal: z.object({ text: z.string(), at: z.string(), answer: z.string().nullable() }).nullable(), appealsLeft: z.int() }).nullable(),
  createdAt: z.string(),
});
export type PitchOwner = z.output<typeof PitchOwner>;

export const Pitch = z.discriminatedUnion('tier', [PitchPublic, PitchMember, PitchUnderNda, PitchOwner]);
export type Pitch = z.output<typeof Pitch>;

/** One of the owner's own pitches, in the list. */
export const PitchMine = PitchCard.extend({ status: PitchStatus, version: z.int(), completeness: Completeness, createdAt: z.string(), updatedAt: z.string() });
export type PitchMine = z.output<typeof PitchMine>;

export const PitchMineList = z.object({
  items: z.array(PitchMine),
  nextCursor: z.string().nullable(),
  counts: z.record(PitchStatus, z.int()),
});
export type PitchMineList = z.output<typeof PitchMineList>;

export const PitchMineQuery = z.strictObject({
  status: PitchStatus.optional(),
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 24),
  cursor: z.string().max(500).optional(),
});

/** `as`: the view of a reader of that tier, for the owner's preview; anyone else is refused. Other parameters are none of ours and change nothing. */
export const PitchViewQuery = z.object({ as: z.enum(['public', 'member', 'confidential', 'nda', 'deal']).optional() });

/** GET and PUT /api/pitches/:id/access. PUT changes the gates it names. */
export const AccessInput = z.strictObject({
  fields: z.partialRecord(GatedPart, Gate).default({}),
  /** The form that a request is made with; null: the platform's standard forms. */
  template: z.strictObject({ id: z.uuid() }).nullable().optional(),
});
export const Access = z.object({ fields: PitchAccess, template: z.object({ id: z.string(), name: z.string(), version: z.int() }).nullable(), version: z.int() });
export type Access = z.output<typeof Access>;
