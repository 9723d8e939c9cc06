import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { type Origin, originOfEntry, trailOf } from './origin.ts';
import { reportView } from './report.ts';

/** Milliseconds on screen before a visit counts. */
const glance = 1_000;

const depthNow = (): number => {
  const { scrollHeight } = document.documentElement;
  return scrollHeight === 0 ? 0 : Math.min(100, Math.round(((window.scrollY + window.innerHeight) / scrollHeight) * 100));
};

/** Reports a visit after a second on screen, and on leaving how long and how far down the page it went. `pitchId` undefined: not yet, or not to be counted. */
export function useVisit(pitchId: string | undefined): void {
  const isEntry = useLocation().key === 'default';
  const entry = useRef(isEntry);

  // Time on screen is the document's: nothing in React's tree knows it.
  useEffect(() => {
    if (pitchId === undefined) return;
    const origin: Origin = trailOf() ?? { source: entry.current ? originOfEntry(location.search, document.referrer, location.host) : 'browse' };
    entry.current = false;
    let shownSince = document.visibilityState === 'visible' ? performance.now() : undefined;
    let shownFor = 0;
    let depth = 0;
    let isCounted = false;
    let told = 0;

    const count = () => {
      isCounted = true;
      reportView(pitchId, origin);
    };
    const elapsed = () => shownFor + (shownSince === undefined ? 0 : performance.now() - shownSince);
    const waitOn = () => setTimeout(count, Math.max(0, glance - elapsed()));
    let timer = shownSince === undefined ? undefined : waitOn();

    const tell = () => {
      const seconds = Math.round(elapsed() / 1000);
      if (!isCounted || seconds === told) return;
      told = seconds;
      reportView(pitchId, { source: origin.source, seconds, depth });
    };
    const onScroll = () => {
      depth = Math.max(depth, depthNow());
    };
    const onVisibility = () => {
      if (document.visibilityState === 'visible') {
        shownSince ??= performance.now();
        if (!isCounted) timer = waitOn();
        return;
      }
      clearTimeout(timer);
      tell();
      shownFor = elapsed();
      shownSince = undefined;
    };

    onScroll();
    window.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', tell);
    return () => {
      clearTimeout(timer);
      tell();
      window.removeEventListener('scroll', onScroll);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', tell);
    };
  }, [pitchId]);
}
