import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { live } from '../../lib/live/live.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import { putRead, unreadQuery, type Conversation } from './api.ts';
import { afterRead } from './apply.ts';
import { changeConversation } from './follow.ts';

/** Says that everything up to `seq` was read, once the page is in front of somebody and shows the end. */
export function useMarkRead(conversation: Conversation, seq: number, isAtEnd: boolean, ownId: string): void {
  const client = useQueryClient();
  const said = useRef(0);
  const { id, unread } = conversation;
  // Reading is something that happens in front of the screen: it is told to the server when it does.
  useEffect(() => {
    const tell = (): void => {
      if (!isAtEnd || unread === 0 || seq <= said.current || document.visibilityState !== 'visible' || !document.hasFocus()) return;
      const before = said.current;
      said.current = seq;
      const over = useLiveStatus.getState().status === 'live' ? live.ask({ type: 'deed', id: crypto.randomUUID(), room: `conversation:${id}`, deed: { kind: 'read', seq } }) : putRead(id, seq);
      over.then(() => {
        changeConversation(client, id, (shown) => afterRead(shown, { userId: ownId, seq, at: new Date().toISOString() }, ownId));
        return client.invalidateQueries({ queryKey: unreadQuery.queryKey });
      }).catch(() => { said.current = before; }); // not told: the next look at the page tells it
    };
    // A burst is read at once.
    const soon = setTimeout(tell, 200);
    window.addEventListener('focus', tell);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearTimeout(soon);
      window.removeEventListener('focus', tell);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [client, id, unread, seq, isAtEnd, ownId]);
}
