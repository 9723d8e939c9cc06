import { useLocation } from 'react-router';
import type { Maker } from '../../app/paths.ts';

/** Which portal's address this page stands at: both makers' portals show the same pages. */
export const useMaker = (): Maker => (useLocation().pathname.startsWith('/production') ? 'production' : 'creator');
