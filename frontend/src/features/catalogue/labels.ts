import { labelOf, stages, budgetBands, formats, genres, type BudgetBand, type Choice, type Format, type Genre, type Stage } from '../../../../worker/features/catalogue/lists.ts';
import { lowerFirst } from '../../lib/format.ts';

/** "Drama, survival": the first genre begins the line, the others follow in lower case. */
export const genreLine = (values: readonly Genre[]): string =>
  values.map((genre, index) => (index === 0 ? labelOf(genres, genre) : lowerFirst(labelOf(genres, genre)))).join(', ');

export const formatLabel = (value: Format): string => labelOf(formats, value);
export const stageLabel = (value: Stage): string => labelOf(stages, value);
export const budgetBandLabel = (value: BudgetBand): string => labelOf(budgetBands, value);

/** The value as one of the list's own, or undefined: for what comes from an address or a form. */
export const inList = <const List extends readonly Choice[]>(list: List, value: string): List[number]['value'] | undefined => list.find((choice) => choice.value === value)?.value;
