// Searches that the three who can sign in keep, as the market takes them.
import type { MarketFilters } from '../../../worker/features/market/schema.ts';
import type { AlertFrequency } from '../../../worker/features/saved-searches/schema.ts';

export type SeedSearch = { by: string; name: string; daysAgo: number; frequency: AlertFrequency; filters: Partial<Omit<MarketFilters, 'q'>> };

export const searches: readonly SeedSearch[] = [
  { by: 'harriet-osei-lund', name: 'Ensemble dramas we can afford', daysAgo: 210, frequency: 'weekly', filters: { genre: ['drama'], format: ['feature'], budgetBand: ['low', 'mid'] } },
  { by: 'harriet-osei-lund', name: 'Ready for money', daysAgo: 64, frequency: 'instant', filters: { stage: ['financing', 'packaging'], seeking: ['investment'] } },
  { by: 'harriet-osei-lund', name: 'Documentaries, just looking', daysAgo: 23, frequency: 'off', filters: { format: ['documentary_feature'] } },
  { by: 'quarrylight', name: 'Anything with weather', daysAgo: 140, frequency: 'weekly', filters: { genre: ['adventure', 'survival'], stage: ['packaging', 'script'] } },
  { by: 'maren-oyelaran', name: 'What stands beside mine', daysAgo: 75, frequency: 'off', filters: { genre: ['drama', 'survival'], budgetBand: ['mid'] } },
];
