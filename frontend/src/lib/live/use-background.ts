import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import './cursor.ts'; // reads where this browser stands before the page asks for anything
import { useSessionStore } from '../session.ts';

export type Background = (client: QueryClient, userId: string) => () => void;

/** Runs something for as long as one person is signed in. It is fetched when the page has been painted and the browser has a moment. `load` must not change. */
export function useBackground(load: () => Promise<Background>): void {
  const client = useQueryClient();
  const userId = useSessionStore((state) => state.user?.id);
  // It lives outside React, as long as this person is signed in.
  useEffect(() => {
    if (userId === undefined) return undefined;
    let stop = (): void => {};
    let isOver = false;
    const begin = (): void => {
      load().then((start) => { if (!isOver) stop = start(client, userId); }).catch(() => undefined); // its file was not to be had: the pages still work, the next visit tries again
    };
    const wait = 'requestIdleCallback' in window ? window.requestIdleCallback(begin, { timeout: 2000 }) : setTimeout(begin, 500);
    return () => {
      isOver = true;
      if ('cancelIdleCallback' in window) window.cancelIdleCallback(wait as number);
      else clearTimeout(wait);
      stop();
    };
  }, [client, userId, load]);
}
