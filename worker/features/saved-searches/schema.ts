// The wire types of saved searches.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';
import { BudgetBand, Format, Genre, Seeking, Stage } from '../catalogue/schema.ts';
import { MarketFilters } from '../market/schema.ts';

/** How many a person may keep. */
export const MOST_SEARCHES = 50;

export const AlertFrequency = z.enum(['instant', 'daily', 'weekly', 'off']);
export type AlertFrequency = z.output<typeof AlertFrequency>;

const name = z.string().max(400).overwrite(cleanLine).min(1, 'Give it a name.').max(80, 'At most 80 characters.');

/** `filters` as GET /api/pitches takes them, without order and page. */
export const SavedSearchCreate = z.strictObject({ name, filters: MarketFilters, frequency: AlertFrequency.default('off') });
export const SavedSearchPatch = z.strictObject({ name: name.optional(), frequency: AlertFrequency.optional() }).refine((patch) => Object.keys(patch).length > 0, 'Name at least one field.');

export const SavedSearch = z.object({
  id: z.string(),
  name: z.string(),
  filters: z.object({ q: z.string().optional(), genre: z.array(Genre), format: z.array(Format), stage: z.array(Stage), budgetBand: z.array(BudgetBand), seeking: z.array(Seeking) }),
  frequency: AlertFrequency,
  createdAt: z.string(),
});
export type SavedSearch = z.output<typeof SavedSearch>;

export const SavedSearchList = z.object({ items: z.array(SavedSearch), nextCursor: z.null() });
export type SavedSearchList = z.output<typeof SavedSearchList>;
