import type { Facets } from '../../../../worker/features/market/schema.ts';
import { formatCount } from '../../lib/format.ts';

export type Total = Pick<Facets, 'total' | 'hasMore'>;

/** "277"; "5,000+" where more fit than are counted. */
export const formatTotal = ({ total, hasMore }: Total): string => `${formatCount(total)}${hasMore ? '+' : ''}`;

/** "277 pitches". */
export const totalOf = (found: Total, one: string, many: string): string => `${formatTotal(found)} ${found.total === 1 ? one : many}`;
