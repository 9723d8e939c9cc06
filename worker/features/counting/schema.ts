// What browsers report, and the events that travel in the queue.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';
import { audiences, sources } from './lists.ts';

export const Source = z.enum(sources.map(({ value }) => value));
export const Audience = z.enum(audiences.map(({ value }) => value));

const LONGEST = 100;
/** Words as they are counted: in lower case, on one line. */
const Words = z.string().max(400).overwrite((text) => cleanLine(text).toLowerCase().slice(0, LONGEST).toWellFormed()).min(1);

/** A search whose results somebody looked at. `id` is the browser's: the search and the pitch opened from it meet by it. */
export const SearchInput = z.strictObject({ id: z.uuid(), words: Words, hits: z.int().min(0).max(10_000_000) });
export type SearchInput = z.output<typeof SearchInput>;

/** Nothing of it is needed: an empty body is a plain visit. `seconds` and `depth` (percent) come when the reader leaves. */
export const ViewInput = z.strictObject({
  source: Source.default('direct'),
  seconds: z.int().min(0).max(86_400).default(0),
  depth: z.int().min(0).max(100).default(0),
  search: SearchInput.optional(),
});
export type ViewInput = z.input<typeof ViewInput>;

const at = z.number();
export const ViewEvent = z.object({
  kind: z.literal('view'), at, pitchId: z.uuid(), visitor: z.uuid(), audience: Audience, source: Source, seconds: z.int(), depth: z.int(),
  /** Whose visit it is, for telling owners apart; not kept. */
  actorId: z.uuid().nullable(),
  search: SearchInput.optional(),
});
export type ViewEvent = z.output<typeof ViewEvent>;

export const SearchEvent = SearchInput.extend({ kind: z.literal('search'), at, audience: Audience });
export type SearchEvent = z.output<typeof SearchEvent>;

export const interests = ['likes', 'watchers', 'comments'] as const;
export type Interest = (typeof interests)[number];

/** Somebody liked, watched or commented on a pitch (1), or took it back (-1). */
export const InterestEvent = z.object({ kind: z.literal('interest'), at, pitchId: z.uuid(), what: z.enum(interests), delta: z.union([z.literal(1), z.literal(-1)]) });
export type InterestEvent = z.output<typeof InterestEvent>;
