import { useEffect, useState, type RefObject } from 'react';
import { reportReading } from '../reading/api.ts';
import { createReadingClock } from './reading-clock.ts';

const EVERY_MS = 10_000;

/** Counts the page in view and reports it: every few seconds, and when the page is left or hidden. Nothing is counted without a copy of one's own. */
export function useReadingReport(copyId: string | null, page: number | null, stage: RefObject<HTMLElement | null>): void {
  const [clock] = useState(createReadingClock);

  // A page in view is what is counted, and only while the tab is in front.
  useEffect(() => {
    if (page === null) clock.hide(Date.now());
    else if (document.visibilityState === 'visible') clock.show(page, Date.now());
    const onChange = () => (document.visibilityState === 'visible' && page !== null ? clock.show(page, Date.now()) : clock.hide(Date.now()));
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [clock, page]);

  // A key, a pointer or a scroll says that somebody is there, and how far down the page was seen.
  useEffect(() => {
    const stir = () => {
      const element = stage.current;
      clock.stir(Date.now(), element && page !== null ? (element.scrollTop + element.clientHeight) / Math.max(1, element.scrollHeight) : undefined);
    };
    stir();
    const events = ['pointermove', 'keydown', 'scroll'] as const;
    for (const name of events) window.addEventListener(name, stir, { capture: true, passive: true });
    return () => {
      for (const name of events) window.removeEventListener(name, stir, { capture: true });
    };
  }, [clock, page, stage]);

  // Reports leave on a timer and with the page itself; one that is lost is seconds, not the record.
  useEffect(() => {
    if (copyId === null) return undefined;
    const send = () => {
      const pages = clock.take(Date.now()).slice(0, 50);
      if (pages.length > 0) reportReading(copyId, pages).catch(() => undefined); // offline: the next report goes on from here
    };
    const onHide = () => document.visibilityState === 'hidden' && send();
    const timer = window.setInterval(send, EVERY_MS);
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', send);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', send);
      send();
    };
  }, [clock, copyId]);
}
