// Keeps bell and list up with the stream: what comes is there at once, what was read on another device is read here.
import type { QueryClient } from '@tanstack/react-query';
import { live } from '../../lib/live/live.ts';
import { bellQuery, showCome, showRead } from './api.ts';

/** Begins; gives the way to stop. */
export function followNotifications(client: QueryClient): () => void {
  const stops = [
    live.on('notification', ({ notification }) => showCome(client, notification)),
    live.on('notification_read', ({ ids, at }) => {
      const shown = client.getQueryData(bellQuery.queryKey);
      showRead(client, ids, at);
      // A line that the bell does not hold counts as well: only the server knows whether it was unread.
      if (ids?.some((id) => !shown?.items.some((item) => item.id === id))) void client.invalidateQueries({ queryKey: bellQuery.queryKey });
    }),
  ];
  return () => { for (const stop of stops) stop(); };
}
