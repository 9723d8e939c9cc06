import { useEffect } from 'react';
import { layTrail } from './origin.ts';
import { reportSearch } from './report.ts';

/** Milliseconds that results stay as they are before somebody has looked at them. */
const looked = 1_500;

/** The market's page tells where a pitch that is opened next comes from, and which searches were looked at. `hits` undefined: not known yet. */
export function useMarketTrail(words: string | undefined, hits: number | undefined): void {
  // Reports leave the page; a search counts once its results stood for a moment.
  useEffect(() => {
    if (words === undefined) return layTrail({ source: 'browse' });
    if (hits === undefined) return;
    const search = { id: crypto.randomUUID(), words, hits };
    const leave = layTrail({ source: 'search', search });
    const timer = setTimeout(() => reportSearch(search), looked);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [words, hits]);
}
