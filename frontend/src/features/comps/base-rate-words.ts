import type { CompContext } from '../../../../worker/features/comps/schema.ts';
import { formatCount, formatMoney } from '../../lib/format.ts';

/** Fewer films than this carry no quartiles worth saying. */
export const ENOUGH = 10;

/** 1.94 as "1.9". */
export const times = (multiple: number): string => multiple.toFixed(1).replace(/\.0$/, '');

/** What became of all films like this one, in a sentence or two. */
export function baseRate({ films, count, since, dataUntil, losses, medianMultiple, quartiles }: CompContext): string {
  if (count < ENOUGH || medianMultiple === null || quartiles === null) {
    return count === 0 ? `No base rate: the source holds no ${films} in this band.` : `No base rate: the source holds only ${formatCount(count)} ${films} in this band.`;
  }
  return `Base rate: of ${formatCount(count)} ${films} in this band released ${since}\u2013${dataUntil}, ${formatCount(losses)} took less at the box office than they cost. The median took ${times(medianMultiple) === '1' ? 'about what it cost' : `${times(medianMultiple)} times its budget`}; half of them lie between ${times(quartiles.lower)} and ${times(quartiles.upper)} times.`;
}

/** Where the numbers are from and what they are not. */
export const sourceLine = ({ source, dataUntil, unrecorded }: CompContext): string =>
  `Worldwide box office by budget, in dollars of the day, data until ${dataUntil}${unrecorded > 0 ? `; ${formatCount(unrecorded)} more left no figure` : ''}. Box office is not income: cinemas and sellers keep their share. Source: ${source}.`;

/** "$20,000,000, took 1.9 times that": what is on record of one film. */
export function recordOf({ budget, gross }: CompContext['titles'][number]): string | null {
  if (budget === null) return null;
  const cost = formatMoney(budget, 'USD');
  return gross === null ? `${cost}, gross not on record` : `${cost}, took ${times(gross / budget)} times that`;
}
