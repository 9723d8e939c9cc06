import { useEffect, useRef, useState } from 'react';

/** ms between two pages below which somebody leafs rather than reads, and after which a page is taken to be meant. */
const LEAFING_MS = 250;
const MEANT_MS = 150;

/** False while pages fly by under a held key: the server draws only those that somebody stops at. */
export function useCalm(page: number): boolean {
  const [isCalm, setCalm] = useState(true);
  const turnedAt = useRef(Number.NEGATIVE_INFINITY);
  // The time between turns says which it is, and only the clock says when it is over.
  useEffect(() => {
    const now = performance.now();
    const isLeafing = now - turnedAt.current < LEAFING_MS;
    turnedAt.current = now;
    if (!isLeafing) return undefined;
    setCalm(false);
    const timer = window.setTimeout(() => setCalm(true), MEANT_MS);
    return () => window.clearTimeout(timer);
  }, [page]);
  return isCalm;
}
