import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import './cursor.ts'; // reads where this browser stands before the page asks for anything
import { sessionQuery, useSessionStore } from '../session.ts';

/** Keeps this tab's live connection while somebody is signed in. Fetched when the page has been painted and the browser has a moment. */
export function useLive(): void {
  const client = useQueryClient();
  const userId = useSessionStore((state) => state.user?.id);
  // The connection lives outside React, as long as this person is signed in.
  useEffect(() => {
    if (userId === undefined) return undefined;
    let stop = (): void => {};
    let isOver = false;
    const begin = (): void => {
      import('./start.ts').then(({ startLive }) => {
        if (isOver) return;
        stop = startLive(userId, {
          onReset: () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
          onEnded: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        });
      }).catch(() => undefined); // without it the pages still work; the next visit tries again
    };
    const wait = 'requestIdleCallback' in window ? window.requestIdleCallback(begin, { timeout: 2000 }) : setTimeout(begin, 500);
    return () => {
      isOver = true;
      if ('cancelIdleCallback' in window) window.cancelIdleCallback(wait as number);
      else clearTimeout(wait);
      stop();
    };
  }, [client, userId]);
}
