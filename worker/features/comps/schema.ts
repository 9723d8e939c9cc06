// Released films, and what became of those like the one that is pitched.
import { z } from 'zod';
import { BudgetBand, Genre } from '../catalogue/schema.ts';

/** Where the numbers come from; shown wherever they are. */
export const SOURCE = 'vega-datasets 3.2.1, table movies (BSD-3-Clause)';
/** The newest release in it. */
export const DATA_UNTIL = 2011;

export const TitleId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(120);

/** Amounts in US cents of the year; null: not recorded. */
export const KnownTitle = z.object({ id: z.string(), title: z.string(), year: z.int(), genre: z.string().nullable(), budget: z.int().nullable(), gross: z.int().nullable() });
export type KnownTitle = z.output<typeof KnownTitle>;

const Sourced = z.object({ source: z.string(), dataUntil: z.int() });

export const CompSearchQuery = z.strictObject({ q: z.string().max(120).transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(2)) });
export const CompSearch = Sourced.extend({ items: z.array(KnownTitle) });
export type CompSearch = z.output<typeof CompSearch>;

const ids = z.union([TitleId.transform((id) => [id]), z.array(TitleId).max(10)]);
export const CompContextQuery = z.strictObject({ genre: Genre, budgetBand: BudgetBand, title: ids.optional() });

export const CompContext = Sourced.extend({
  /** What was counted, as in "of 153 dramas". */
  films: z.string(),
  /** False when the source does not tell the genre apart, so that every genre is counted. */
  ofGenre: z.boolean(),
  /** Films of this genre and band with budget and gross on record. */
  count: z.int(),
  /** Films like these whose gross is on no record. */
  unrecorded: z.int(),
  since: z.int().nullable(),
  /** Worldwide gross by budget: half of the films lie between the quartiles. Null where there is none. */
  medianMultiple: z.number().nullable(),
  quartiles: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  /** Films that took less at the box office than they cost, and their share of `count`. */
  losses: z.int(),
  lossShare: z.number().nullable(),
  /** The titles asked for, those of them that are known. */
  titles: z.array(KnownTitle),
});
export type CompContext = z.output<typeof CompContext>;
