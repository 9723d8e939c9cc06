import { useEffect } from 'react';
import type { Source } from '../../../../worker/features/counting/lists.ts';
import { layTrail } from './origin.ts';

/** For a page that lists pitches: what is opened from it came from there. */
export function useTrail(source: Source): void {
  // The trail outlives the page by a moment.
  useEffect(() => layTrail({ source }), [source]);
}
