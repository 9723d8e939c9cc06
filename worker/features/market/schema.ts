// The wire types of browse: filters in, cards and counts out. Nothing here depends on who asks.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';
import { BudgetBand, Format, Genre, Seeking, Sort, Stage } from '../catalogue/schema.ts';
import { PitchCard } from '../pitches/schema.ts';

/** A filter that may be repeated: any of the values fits. */
function repeatable<Values extends z.ZodEnum>(values: Values) {
  return z.union([values, z.array(values).max(50)]).optional()
    .transform((given): z.output<Values>[] => (given === undefined ? [] : [...new Set(Array.isArray(given) ? given : [given])].sort((a, b) => (a < b ? -1 : 1)) as z.output<Values>[]));
}

const words = z.string().max(300, 'At most 300 characters.').overwrite(cleanLine).optional().transform((given) => given || undefined);

const filters = {
  q: words,
  genre: repeatable(Genre),
  format: repeatable(Format),
  stage: repeatable(Stage),
  budgetBand: repeatable(BudgetBand),
  seeking: repeatable(Seeking),
};

/** GET /api/pitches/facets. A parameter that is not here is a 400, so that nobody can filter by what is protected. */
export const MarketFilters = z.strictObject(filters);
export type MarketFilters = z.output<typeof MarketFilters>;

/** GET /api/pitches. Without `sort`: relevance when words are given, else newest. */
export const MarketQuery = z.strictObject({
  ...filters,
  sort: Sort.optional(),
  limit: z.string().regex(/^\d{1,3}$/, 'A whole number from 1 to 50.').transform(Number).pipe(z.int().min(1).max(50)).optional().transform((given) => given ?? 24),
  cursor: z.string().min(1).max(1000).optional(),
});
export type MarketQuery = z.output<typeof MarketQuery>;

/** A text in pieces that alternate: not matched, matched, not matched, and so on. Plain text, to be set as text. */
const Pieces = z.array(z.string());

/** Where the words of a search were found in what everyone may read of a pitch. A piece list is null where nothing in that text matched. */
export const Match = z.object({
  fields: z.array(z.enum(['title', 'people', 'logline', 'genres', 'synopsis'])),
  title: Pieces.nullable(),
  logline: Pieces.nullable(),
  /** The passage of the synopsis, when neither title nor logline holds a word. */
  passage: Pieces.nullable(),
});
export type Match = z.output<typeof Match>;

export const PitchList = z.object({
  items: z.array(PitchCard),
  nextCursor: z.string().nullable(),
  /** With words: what matched, by the id of the pitch. */
  matches: z.record(z.string(), Match).optional(),
  /** Present when a misspelt word found nothing and another was searched instead. */
  corrected: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Present when the order that was asked for took too long just now: the list is newest first. */
  unranked: z.literal(true).optional(),
});
export type PitchList = z.output<typeof PitchList>;

/** Every value of a facet is there, with 0 where nothing fits. A facet's own filter does not narrow its counts. */
export const Facets = z.object({
  /** How many pitches fit; with `hasMore`, at least so many. */
  total: z.int(),
  hasMore: z.literal(true).optional(),
  /** Present where more fit than are counted: the counts are of so many of the newest. A value with 0 may be found among the older ones. */
  newest: z.int().optional(),
  facets: z.object({
    genre: z.record(Genre, z.int()),
    format: z.record(Format, z.int()),
    stage: z.record(Stage, z.int()),
    budgetBand: z.record(BudgetBand, z.int()),
    seeking: z.record(Seeking, z.int()),
  }),
  corrected: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type Facets = z.output<typeof Facets>;
export type FacetName = keyof Facets['facets'];

/** GET /api/pitches/:id/why: the search in which the pitch was seen. */
export const WhyQuery = z.strictObject({ ...filters, sort: Sort.optional() });

export const Why = z.object({
  sort: Sort,
  /** Fields that the words were found in; empty without words. */
  fields: Match.shape.fields,
  /** Filters of the search that it fulfils, as named values. */
  filters: z.array(z.object({ facet: z.enum(['genre', 'format', 'stage', 'budgetBand', 'seeking']), value: z.string() })),
  publishedAt: z.string(),
  trend: z.object({ views: z.int(), likes: z.int(), watchers: z.int(), comments: z.int(), points: z.int(), pointsNow: z.number() }),
  /** The reader follows its owner; watches it. False for visitors. */
  follows: z.boolean(),
  watching: z.boolean(),
});
export type Why = z.output<typeof Why>;

/** GET /api/pitches/suggest */
export const SuggestQuery = z.strictObject({ q: z.string().max(100, 'At most 100 characters.').overwrite(cleanLine) });
export const Suggestions = z.object({
  titles: z.array(z.object({ id: z.string(), slug: z.string(), title: z.string() })),
  people: z.array(z.object({ id: z.string(), name: z.string(), handle: z.string() })),
  genres: z.array(z.object({ value: Genre, label: z.string() })),
});
export type Suggestions = z.output<typeof Suggestions>;
