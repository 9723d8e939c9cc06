import { useEffect, useRef, useState } from 'react';
import { useRoom } from '../../lib/live/hooks.ts';
import { useLiveStatus } from '../../lib/live/status.ts';

/** `hidden`: they do not show it. */
export interface Presence {
  state: 'active' | 'away' | 'offline' | 'hidden';
  lastSeenAt: string | null;
}

interface State {
  here: { userId: string; typing: boolean }[];
  typingMs: number;
  presence?: ({ userId: string } & Presence)[];
}

export interface RoomSigns {
  /** Who else has the conversation open. */
  here: ReadonlySet<string>;
  /** Whether the others are on Pitchey at all, as far as they show it. */
  presence: ReadonlyMap<string, Presence>;
  typing: readonly string[];
  /** Who was writing when the connection was lost; what they do now is not known. */
  typedBefore: readonly string[];
}

const nobody: ReadonlySet<string> = new Set();
const unknown: ReadonlyMap<string, Presence> = new Map();

/** Who is in the conversation now and who is writing. Signs pass: without a connection nobody is known to be here. */
export function useRoomSigns(conversationId: string): RoomSigns {
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const [presence, setPresence] = useState(unknown);
  const [typing, setTyping] = useState<readonly string[]>([]);
  const ends = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const forgetAfter = useRef(6000);
  const isLost = useLiveStatus(({ status }) => status === 'offline');

  const note = (userId: string, on: boolean): void => {
    clearTimeout(ends.current.get(userId));
    ends.current.delete(userId);
    if (on) ends.current.set(userId, setTimeout(() => { if (useLiveStatus.getState().status !== 'offline') note(userId, false); }, forgetAfter.current));
    setTyping((before) => [...before.filter((id) => id !== userId), ...(on ? [userId] : [])]);
  };

  useRoom(`conversation:${conversationId}`, {
    onJoined(state) {
      const { here: others, typingMs, presence: seen = [] } = state as State;
      setPresence(new Map(seen.map(({ userId, ...one }) => [userId, one])));
      forgetAfter.current = typingMs;
      setHere(new Set(others.map(({ userId }) => userId)));
      setTyping([]);
      for (const { userId, typing: isTyping } of others) note(userId, isTyping);
    },
    onFrame(frame) {
      const { userId, on, state, lastSeenAt } = frame as unknown as { userId: string; on: boolean } & Presence;
      if (frame.kind === 'presence') setPresence((before) => new Map(before).set(userId, { state, lastSeenAt }));
      if (frame.kind === 'typing') note(userId, on);
      if (frame.kind === 'here') setHere((before) => new Set([...before].filter((id) => id !== userId).concat(on ? [userId] : [])));
    },
  });

  // Timers end with the page.
  useEffect(() => {
    const running = ends.current;
    return () => { for (const timer of running.values()) clearTimeout(timer); };
  }, []);

  // What passes is over with the connection; what was last seen is said as such.
  return isLost ? { here: nobody, presence: unknown, typing: [], typedBefore: typing } : { here, presence, typing, typedBefore: [] };
}
