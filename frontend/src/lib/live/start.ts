// The connection of this tab over the browser's own socket, clock and network. A chunk of its own: nothing here is needed for a first paint.
import type { QueryClient } from '@tanstack/react-query';
import { http } from '../http.ts';
import { sessionQuery } from '../session.ts';
import { createSocket, type SyncPage, type Wire } from '../socket.ts';
import { ownCursor, keepCursor } from './cursor.ts';
import { liveHub } from './live.ts';
import { useLiveStatus } from './status.ts';

function open(): Wire {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
  // What has been decided to be said is said when it opens; before that nothing is.
  const wire: Wire = { send: (text) => { if (socket.readyState === WebSocket.OPEN) socket.send(text); }, close: (code) => socket.close(code), onmessage: null, onclose: null };
  socket.onmessage = (event) => wire.onmessage?.(event);
  socket.onclose = (event) => wire.onclose?.(event);
  return wire;
}

/** Begins for this person; gives the way to end it. */
export function startLive(client: QueryClient, userId: string): () => void {
  const socket = createSocket(ownCursor(userId), {
    open,
    // Where nothing is known, a cursor ahead of any stream: the answer is where this one stands.
    sync: (since) => http.get<SyncPage>('/api/sync', { query: { since: since ?? 999_999_999_999_999 } }),
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
  }, {
    onStatus: (status) => useLiveStatus.setState({ status }),
    onLines: liveHub.lines,
    onReset() {
      liveHub.reset();
      // Everything shown may be out of date. Drafts of one's own pitches stay as they are typed; their room knows better.
      void client.invalidateQueries({ predicate: ({ queryKey: [root, kind] }) => root !== sessionQuery.queryKey[0] && !(root === 'pitches' && kind === 'own') });
    },
    onCursor: (seq) => keepCursor(userId, seq),
    onJoined: liveHub.joined,
    onLeft: liveHub.left,
    onRoom: liveHub.frame,
    onEnded: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  liveHub.attach(socket);

  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('online', () => socket.setOnline(true), { signal });
  window.addEventListener('offline', () => socket.setOnline(false), { signal });
  document.addEventListener('visibilitychange', () => socket.setVisible(document.visibilityState === 'visible'), { signal });
  // A page in the back-forward cache may hold no socket; it goes on from its cursor when it is shown again.
  window.addEventListener('pagehide', () => socket.setOnline(false), { signal });
  window.addEventListener('pageshow', (event) => { if (event.persisted) socket.setOnline(true); }, { signal });
  if (document.visibilityState !== 'visible') socket.setVisible(false);

  return () => {
    stop.abort();
    socket.stop();
    liveHub.attach(null);
    useLiveStatus.setState({ status: 'idle' });
  };
}
