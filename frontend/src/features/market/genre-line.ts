import { lowerFirst } from '../../lib/format.ts';
import type { LabelOf } from '../catalogue/api.ts';

/** "Drama, survival": the first genre begins the line, the others follow in lower case. */
export const genreLine = (genres: readonly string[], labelOf: LabelOf): string =>
  genres.map((genre, index) => (index === 0 ? labelOf('genres', genre) : lowerFirst(labelOf('genres', genre)))).join(', ');
