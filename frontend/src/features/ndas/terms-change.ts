import type { Terms } from '../../../../worker/features/ndas/schema.ts';

/** Only what differs: the rest of the terms stands. */
export const changedTerms = (from: Terms, to: Terms): Partial<Terms> =>
  Object.fromEntries((Object.keys(from) as (keyof Terms)[]).filter((key) => from[key] !== to[key]).map((key) => [key, to[key]])) as Partial<Terms>;

const between = (value: number, least: number, most: number): string | undefined => (value >= least && value <= most ? undefined : `A whole number from ${least} to ${most}.`);

/** What the server would refuse, before it is asked. */
export function termProblems(terms: Terms): Partial<Record<keyof Terms, string>> {
  const found = {
    termMonths: between(terms.termMonths, 1, 60), accessDays: between(terms.accessDays, 1, 1825), nonCircumventionMonths: between(terms.nonCircumventionMonths, 0, 24),
    governingLaw: terms.governingLaw.trim().length < 2 ? 'Name a law.' : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence !== undefined));
}
